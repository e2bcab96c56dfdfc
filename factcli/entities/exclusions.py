"""False mentions: things and contests called after someone, portfolios."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcli.entities.rules import either, read_rules
from factcli.entities.spans import TaggedSpan

WINDOW = 120


def without_excluded(text: str, mentions: Sequence[TaggedSpan]) -> list[TaggedSpan]:
    """The mentions less those that their own words, or the words before them, show to be no name."""
    return [mention for mention in mentions if not _excluded(text, mention)]


def _excluded(text: str, mention: TaggedSpan) -> bool:
    before = text[max(0, mention.start - WINDOW) : mention.start]
    is_thing = _pattern("thing_ends").fullmatch(text, mention.start, mention.end)
    is_portfolio = _pattern("offices").search(before)
    return bool(_pattern("called_after").search(before) or (mention.label == "ORG" and (is_thing or is_portfolio)))


@cache
def _pattern(table: str) -> re.Pattern[str]:
    """The pattern of a table of `exclusions.toml` with its words."""
    rule = read_rules("exclusions")[table]
    return re.compile(rule["pattern"].format(either(rule["words"])))
