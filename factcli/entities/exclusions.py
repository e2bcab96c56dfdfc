"""Mentions that are none: things, documents and contests, handles, abbreviations of common nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from factcli.entities.definitions import explains
from factcli.entities.rules import either, read_rules
from factcli.entities.spans import LabelLookup, TaggedSpan

SHORT_FORM = re.compile(r"\((?P<short>[A-Z][A-Z&-]+)\)")
WORDS_BEFORE = re.compile(r"(?:[^\W\d_][\w'-]*[ ]+){2,8}$")
FARTHEST_BEFORE = 400
WINDOW = 120
# Inside the address of a page, or a name of an account.
PAGE = re.compile(r"(?:https?://|www\.|twitter\.com/|t\.co/|@)\S*$")


class ExclusionRules(NamedTuple):
    """`exclusions.toml`, ready for matching."""

    things: re.Pattern[str]
    thing_ends: re.Pattern[str]
    called_after: re.Pattern[str]
    offices: re.Pattern[str]


@cache
def exclusion_rules() -> ExclusionRules:
    """The rules of `exclusions.toml`, read once."""
    words = {name: either(table["words"]) for name, table in read_rules("exclusions").items()}
    return ExclusionRules(
        things=re.compile(rf"(?:{words['things']})(?!\w)"),
        thing_ends=re.compile(rf".*\w (?:{words['thing_ends']})"),
        called_after=re.compile(rf"(?<!\w)(?:{words['called_after']}) $"),
        offices=re.compile(rf"(?<!\w)(?:{words['offices']}) (?:(?:(?:[A-Z][\w-]+|dan),? )+\( ?)?$"),
    )


def without_excluded(text: str, mentions: Sequence[TaggedSpan], known: LabelLookup) -> list[TaggedSpan]:
    """The mentions less those that their own words, or the words beside them, show to be no name."""
    common = {short for short in common_abbreviations(text) if known(short) is None}
    return [mention for mention in mentions if not _excluded(text, mention, common, known)]


def common_abbreviations(text: str) -> Iterator[str]:
    """The abbreviations that stand for words in small letters, or for a thing: `rapat dengar pendapat (RDP)`."""
    for match in SHORT_FORM.finditer(text):
        before = WORDS_BEFORE.search(text[max(0, match.start() - FARTHEST_BEFORE) : match.start()])
        words = before[0].split() if before else []
        for position in range(len(words) - 1):
            long = words[position:]
            if explains(" ".join(long), match["short"], "PER"):
                if all(map(str.islower, long)) or exclusion_rules().things.match(" ".join(long)):
                    yield match["short"]
                break


def _excluded(text: str, mention: TaggedSpan, common: set[str], known: LabelLookup) -> bool:
    rules = exclusion_rules()
    surface, before = text[mention.start : mention.end], text[max(0, mention.start - WINDOW) : mention.start]
    if surface in common or PAGE.search(before) or rules.called_after.search(before):
        return True
    if mention.label != "ORG":
        return False
    return bool(
        rules.offices.search(before)
        or (known(surface) is None and (rules.things.match(surface) or rules.thing_ends.fullmatch(surface)))
    )
