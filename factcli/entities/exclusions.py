"""False mentions: things and contests called after someone, portfolios."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.entities.rules import pattern_of
from factcli.entities.spans import TaggedSpan

WINDOW = 120


def without_excluded(text: str, mentions: Sequence[TaggedSpan]) -> list[TaggedSpan]:
    """The mentions less those that their own words, or the words before them, show to be no name."""
    return [mention for mention in mentions if not _excluded(text, mention)]


def _excluded(text: str, mention: TaggedSpan) -> bool:
    before = text[max(0, mention.start - WINDOW) : mention.start]
    is_thing = pattern_of("exclusions", "thing_ends").fullmatch(text, mention.start, mention.end)
    is_portfolio = pattern_of("exclusions", "offices").search(before)
    gives_name = pattern_of("exclusions", "called_after").search(before)
    return bool(gives_name or (mention.label == "ORG" and (is_thing or is_portfolio)))
