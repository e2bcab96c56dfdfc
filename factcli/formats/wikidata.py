"""Where the world's page of an entity is."""

from __future__ import annotations

from factcli.schema import Entity

PAGES = "https://www.wikidata.org/wiki/"


def wikidata_page(entity: Entity) -> str | None:
    """Return the address of the entity's Wikidata page, None where its id is not known."""
    return PAGES + entity.kb_id if entity.kb_id else None
