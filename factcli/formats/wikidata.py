"""The address of an entity's page at Wikidata."""

from __future__ import annotations

import re

from factcli.schema import Entity

_ITEM = re.compile("Q[0-9]+")
PAGES = "https://www.wikidata.org/wiki/"


def wikidata_page(entity: Entity) -> str | None:
    """Return the address of the entity's Wikidata page, None where its id is not known, or is not an id of Wikidata."""
    return PAGES + entity.kb_id if entity.kb_id and _ITEM.fullmatch(entity.kb_id) else None
