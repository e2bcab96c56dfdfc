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
    if _words("called_after", r"(?:(?<!\w)(?:{}) |@)$").search(before):
        return True
    is_portfolio = _offices().search(before)
    is_thing = known(surface) is None and _words("thing_ends", r".*\w (?:{})").fullmatch(surface)
    return mention.label == "ORG" and bool(is_portfolio or is_thing)


@cache
def _offices() -> re.Pattern[str]:
    """An office, and the portfolio that an abbreviation in brackets stands for."""
    conjunction = read_rules("exclusions")["offices"]["conjunction"]
    return _words("offices", rf"(?<!\w)(?:{{}}) (?:(?:(?:[A-Z][\w-]+|{conjunction}),? )+\( ?)?$")


@cache
def _words(table: str, pattern: str) -> re.Pattern[str]:
    """The pattern with the words of a table of `exclusions.toml`."""
    return re.compile(pattern.format(either(read_rules("exclusions")[table]["words"])))
