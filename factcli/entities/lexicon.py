"""Names that the gazetteer knows and that the tagger missed: `KPK`, `Kemenlu`, `Selandia Baru`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcli.entities.evidence import Evidence
from factcli.entities.longforms import explained_in_brackets
from factcli.entities.rules import read_rules
from factcli.entities.spans import TaggedMention
from factcli.entities.titles import is_no_name

WORD = re.compile(r"(?<![\w@#./-])[A-Z][\w’'-]+(?![\w@]|[./-]\w)")
SMALL = re.compile(r"(?<![\w@#./-])[^\W\d_A-Z]+(?![\w@]|[./-]\w)")
RUN = re.compile(r"(?<![\w@#./-])[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+(?![\w@]|[./-]\w)")
SMALL_WORD_BEFORE = re.compile(r"(?<!\w)[a-z]\w* $")
CAPITALISED_AFTER = re.compile(r" [A-Z][a-z]")
SHORTEST_MIXED = 5
LONGEST_WORD = 24
MOST_WORDS = 5


def lexicon_mentions(text: str, evidence: Evidence) -> Iterator[TaggedMention]:
    """The words that name an organisation or place to the gazetteer, spelt exactly so.

    A single word that the article also writes small, or explains as something else in brackets, is none of them; a
    place of one word that is no acronym must follow a preposition of place, or stand by itself among words in small
    letters, for many villages are called by a common word.
    """
    explained = explained_in_brackets(text)
    for match in WORD.finditer(text):
        end = match.end() - len(clitic[0]) if (clitic := _clitic().search(match[0])) else match.end()
        word = text[match.start() : end]
        if word in explained or is_no_name(word) or (not word.isupper() and word.lower() in evidence.small_words):
            continue
        label = evidence.known(word)
        plain = len(word) >= SHORTEST_MIXED and label == "ORG"
        if label in ("ORG", "LOC") and (word.isupper() or plain or _alone(text, match.start(), end)):
            yield TaggedMention(start=match.start(), end=end, label=label)
    small = {word for word in evidence.small_words if len(word) >= SHORTEST_MIXED and evidence.known(word) == "ORG"}
    for match in SMALL.finditer(text) if small else ():
        if match[0] in small:
            yield TaggedMention(start=match.start(), end=match.end(), label="ORG")
    for run in RUN.finditer(text):
        yield from _names_in(text, *run.span(), evidence)


def _names_in(text: str, start: int, end: int, evidence: Evidence) -> Iterator[TaggedMention]:
    """The names of two to MOST_WORDS words in a run of capitalised words; they may overlap."""
    words = [match.span() for match in WORD.finditer(text, start, end)]
    for number, (first, _) in enumerate(words):
        for _, last in words[number + 1 : number + MOST_WORDS]:
            surface = text[first:last]
            label = evidence.known(surface)
            if label in ("ORG", "LOC") and not is_no_name(surface):
                yield TaggedMention(start=first, end=last, label=label)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a preposition of place stands before the word, or no other capitalised word beside it."""
    before = text[max(0, start - LONGEST_WORD) : start]
    if _place_preposition().search(before):
        return True
    return bool(SMALL_WORD_BEFORE.search(before)) and not CAPITALISED_AFTER.match(text, end)


@cache
def _clitic() -> re.Pattern[str]:
    return re.compile(rf"-(?:{'|'.join(read_rules('boundaries')['clitics']['words'])})$")


@cache
def _place_preposition() -> re.Pattern[str]:
    words = read_rules("boundaries")["place_prepositions"]["words"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)}) $", re.IGNORECASE)
