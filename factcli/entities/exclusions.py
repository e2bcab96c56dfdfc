"""Mentions that are none: things, documents and contests, platforms, codes of models, abbreviations of common nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from factcli.entities.names import abbreviates, initials, name_key
from factcli.entities.neighbours import either
from factcli.entities.rules import Phrases, longest_suffix, phrases, read_rules, word_key
from factcli.entities.spans import Known, TaggedMention
from factcli.entities.titles import boundary_rules, title_before

SHORT_FORM = re.compile(r"\((?P<short>[A-Z][A-Za-z&-]+)\)")
WORDS_BEFORE = re.compile(r"(?:[^\W\d_][\w'-]*[ ]+){2,8}$")
FARTHEST_BEFORE = 400
# `VII/MPR/2000`, the number of a decree; `S600` after a make, a model.
DECREE = re.compile(r"/\d{4}(?!\d)")
MODEL = re.compile(r"[ -](?=[A-Z0-9]*\d)(?=\d*[A-Z])(?!U-?\d\d)[A-Z0-9]{2,}(?!\w)")
SENTENCE_BEFORE = re.compile(r"(?:^|[.!?\n]|[.!?] |[-–—] )[\"“]?$")
WINDOW = 40


class ExclusionRules(NamedTuple):
    """`exclusions.toml`, ready for matching."""

    things: re.Pattern[str]
    thing_ends: re.Pattern[str]
    honours: re.Pattern[str]
    feasts: re.Pattern[str]
    platforms: Phrases
    before_platforms: re.Pattern[str]
    groups: re.Pattern[str]
    offices: Phrases


@cache
def exclusion_rules() -> ExclusionRules:
    """The rules of `exclusions.toml`, read once."""
    tables = read_rules("exclusions")
    words = {name: either(table["words"]) for name, table in tables.items()}
    return ExclusionRules(
        things=re.compile(rf"(?:{words['things']})(?!\w)"),
        thing_ends=re.compile(rf".*\w (?:{words['thing_ends']})"),
        honours=re.compile(rf"(?<!\w)(?:{words['honours']}) $"),
        feasts=re.compile(rf"(?<!\w)(?:{words['feasts']}) $"),
        platforms=phrases(tables["platforms"]["words"]),
        before_platforms=re.compile(rf"(?<!\w)(?i:{either(tables['platforms']['before'])}):? $"),
        groups=re.compile(rf"(?:{words['groups']}) (?:[A-L]|\d+)"),
        offices=phrases(tables["offices_with_portfolio"]["words"]),
    )


def without_excluded(text: str, mentions: Sequence[TaggedMention], known: Known) -> list[TaggedMention]:
    """The mentions less those that their own words, or the words beside them, show to be no name."""
    common = {short for short in common_abbreviations(text) if known(short) is None}
    return [mention for mention in mentions if not _excluded(text, mention, common, known)]


def common_abbreviations(text: str) -> Iterator[str]:
    """The abbreviations that stand for words in small letters, or for a thing: `rapat dengar pendapat (RDP)`."""
    for match in SHORT_FORM.finditer(text):
        reach = max(0, match.start() - FARTHEST_BEFORE)
        before = WORDS_BEFORE.search(text[reach : match.start()])
        if before is None:
            continue
        words = list(re.finditer(r"\S+", before[0]))
        for position in range(len(words) - 1):
            long = [word[0] for word in words[position:]]
            if not _stands_for(match["short"], long):
                continue
            start = reach + before.start() + words[position].start()
            begins = SENTENCE_BEFORE.search(text[max(0, start - 3) : start]) is not None
            small = all(word.islower() for word in (long[1:] if begins else long)) and match["short"].isupper()
            if small or exclusion_rules().things.match(" ".join(long)):
                yield match["short"]
            break


def _stands_for(short: str, long: Sequence[str]) -> bool:
    surface = " ".join(long)
    return initials(name_key(surface)) == short.casefold() or abbreviates(short, surface)


def _excluded(text: str, mention: TaggedMention, common: set[str], known: Known) -> bool:
    rules = exclusion_rules()
    surface, before = text[mention.start : mention.end], text[max(0, mention.start - WINDOW) : mention.start]
    if surface in common or rules.groups.fullmatch(surface) or (before[-1:] == "/" and DECREE.match(text, mention.end)):
        return True
    if before[-1:] == "(" and text[mention.end : mention.end + 1] == ")" and title_before(text, mention.start - 1):
        return True
    if mention.label == "PER":
        return bool(rules.honours.search(before))
    if mention.label == "LOC":
        return bool(rules.feasts.search(before))
    if known(surface) is None and (rules.things.match(surface) or rules.thing_ends.fullmatch(surface)):
        return True
    if (word_key(surface),) in rules.platforms and rules.before_platforms.search(before):
        return True
    keys = tuple(map(word_key, before.rsplit("\n", 1)[-1].split()))
    if tuple(map(word_key, surface.split())) in boundary_rules().portfolios and longest_suffix(keys, rules.offices):
        return True
    return bool(MODEL.match(text, mention.end))
