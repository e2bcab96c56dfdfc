"""People whom an article calls by initials: `pria berinisial AS`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from factcli.entities.rules import pattern_of
from factcli.entities.spans import TaggedSpan

INITIALS = re.compile(r"(?<![\w./-])[A-Z]{2,4}(?![\w/-])")


def initials_of_people(text: str) -> set[str]:
    """The initials that the text says are somebody's."""
    stated = pattern_of("titles", "initials").finditer(text)
    return {initials for match in stated for initials in INITIALS.findall(match["initials"])}


def people_by_initials(text: str, people: Collection[str]) -> Iterator[TaggedSpan]:
    """Wherever the initials of these people stand, whatever else they abbreviate: `PJ` is a title too."""
    for found in INITIALS.finditer(text):
        if found[0] in people:
            yield TaggedSpan(start=found.start(), end=found.end(), label="PER")
