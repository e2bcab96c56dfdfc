"""A name that no article uses, as the id of whom it names: `Jokowi` where they say `Joko Widodo`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcli.schema import Facts


@cache
def ids_of(name: str) -> tuple[str, ...]:
    """The ids of all who bear the name in the gazetteer, the likeliest first; misspelt names bear none."""
    from factcli.gazetteer import Gazetteer

    found = [candidate.record for candidate in Gazetteer.load().find(name) if candidate.match != "misspelt"]
    return tuple(record.kb_id or record.key for record in found)


def as_named(name: str | None, documents: Sequence[Facts]) -> str | None:
    """The name, or where no article has it the id of the likeliest bearer that one of them has."""
    from factcli.timeline import named

    if name is None or not documents or named(documents, name):
        return name
    return next((one for one in ids_of(name) if named(documents, one)), name)
