"""False mentions: things and contests called after someone, documents, portfolios."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcli.entities.rules import either, read_rules
from factcli.entities.spans import LabelLookup, TaggedSpan

WINDOW = 120


def without_excluded(text: str, mentions: Sequence[TaggedSpan], known: LabelLookup) -> list[TaggedSpan]:
    """The mentions less those that their own words, or the words beside them, show to be no name."""
    return [mention for mention in mentions if not _excluded(text, mention, known)]


def _excluded(text: str, mention: TaggedSpan, known: LabelLookup) -> bool:
    surface, before = text[mention.start : mention.end], text[max(0, mention.start - WINDOW) : mention.start]
    if _pattern("called_after").search(before):
        return True
    is_portfolio = _pattern("offices").search(before)
    is_thing = known(surface) is None and _pattern("thing_ends").fullmatch(surface)
    return mention.label == "ORG" and bool(is_portfolio or is_thing)


@cache
def _pattern(table: str) -> re.Pattern[str]:
    """The pattern of a table of `exclusions.toml` with its words."""
    rule = read_rules("exclusions")[table]
    return re.compile(rule["pattern"].format(either(rule["words"])))
