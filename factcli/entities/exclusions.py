"""False mentions: things and contests called after someone, portfolios, abbreviations of common nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcli.entities.rules import pattern_of
from factcli.entities.spans import LabelLookup, TaggedSpan

WINDOW = 120
# Words in small letters and what may abbreviate them: `orang tidak dikenal (OTK)`.
EXPLAINED = re.compile(r"(?P<words>(?<!\S)[a-z]+(?: [a-z]+){1,7}) \( ?(?P<short>[A-Z]{2,8}) ?\)")


def without_excluded(text: str, mentions: Sequence[TaggedSpan], known: LabelLookup) -> list[TaggedSpan]:
    """The mentions less those that their own words, or the words before them, show to be no name.

    What `known` has is a name though its words are in small letters: `dewan perwakilan rakyat (DPR)`.
    """
    common = {short for short in abbreviated_nouns(text) if not known(short)}
    return [one for one in mentions if text[one.start : one.end] not in common and not _excluded(text, one)]


def abbreviated_nouns(text: str) -> Iterator[str]:
    """What the text explains by words in small letters whose initials it is."""
    for match in EXPLAINED.finditer(text):
        initials = "".join(word[0] for word in match["words"].split()).upper()
        if initials.endswith(match["short"]):
            yield match["short"]


def _excluded(text: str, mention: TaggedSpan) -> bool:
    before = text[max(0, mention.start - WINDOW) : mention.start]
    is_thing = pattern_of("exclusions", "thing_ends").fullmatch(text, mention.start, mention.end)
    is_portfolio = pattern_of("exclusions", "offices").search(before)
    gives_name = pattern_of("exclusions", "called_after").search(before)
    return bool(gives_name or (mention.label == "ORG" and (is_thing or is_portfolio)))
