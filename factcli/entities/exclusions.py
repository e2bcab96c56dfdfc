"""False mentions: things and contests called after someone, portfolios, abbreviations of common nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcli.entities.rules import pattern_of, phrase_set
from factcli.entities.spans import TaggedSpan

WINDOW = 120
# Words in small letters and what may abbreviate them: `nilai aktiva bersih (NAB)`.
EXPLAINED = re.compile(r"(?P<words>(?<!\S)[a-z]+(?: [a-z]+){1,7}) \( ?(?P<short>[A-Z]{2,8}) ?\)")


def without_excluded(text: str, mentions: Sequence[TaggedSpan]) -> list[TaggedSpan]:
    """The mentions less those that their own words, or the words before them, show to be no name."""
    common = set(abbreviated_nouns(text))
    return [one for one in mentions if text[one.start : one.end] not in common and not _excluded(text, one)]


def abbreviated_nouns(text: str) -> Iterator[str]:
    """What the text explains by words in small letters whose initials it is, bodies aside."""
    for match in EXPLAINED.finditer(text):
        words = match["words"].split()[-len(match["short"]) :]
        if "".join(word[0] for word in words).upper() == match["short"] and not is_body(words):
            yield match["short"]


def is_body(words: Sequence[str]) -> bool:
    """Whether they name a body though in small letters: `dewan perwakilan rakyat`."""
    return tuple(words[:1]) in phrase_set("exclusions", "bodies")


def _excluded(text: str, mention: TaggedSpan) -> bool:
    before = text[max(0, mention.start - WINDOW) : mention.start]
    is_thing = pattern_of("exclusions", "thing_ends").fullmatch(text, mention.start, mention.end)
    is_portfolio = pattern_of("exclusions", "offices").search(before)
    gives_name = pattern_of("exclusions", "called_after").search(before)
    return bool(gives_name or (mention.label == "ORG" and (is_thing or is_portfolio)))
