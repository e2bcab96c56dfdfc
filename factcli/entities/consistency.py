"""One article, one usage: a name keeps its label, and is found wherever it stands."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from factcli.entities.evidence import Evidence
from factcli.entities.names import Key, misspells, name_key
from factcli.entities.occurrences import Occurrences, Taken
from factcli.entities.spans import Known, TaggedMention
from factcli.entities.titles import is_no_name, may_precede_name, title_before
from factcli.schema import Label
from factcli.syntax.casing import usual_forms

Clue: TypeAlias = tuple[int, Key]
CAPITALISED_BEFORE = re.compile(r"(?<!\w)([A-Z]\w*) $")
CAPITAL_AFTER = re.compile(r" [A-Z]")
AGE = re.compile(r" \(\d{1,2}\)")
SHORTEST_REPEAT = 3
SHORTEST_ACRONYM = 2
LONG_NAME = 3


def one_label_each(text: str, mentions: Sequence[TaggedMention], known: Known) -> list[TaggedMention]:
    """The mentions with the label that most mentions of the same string have, the first of equals.

    The gazetteer has one vote, as many as there are on a name of several words and on an acronym. Of equals it is
    first, but for organisations of one word, which may be told of as the place where they sit.

    A person's name right after a title keeps its own label; a name that an age follows is a person's throughout.
    """
    aged = {text[mention.start : mention.end] for mention in mentions if AGE.match(text, mention.end)}
    votes: defaultdict[str, Counter[Label]] = defaultdict(Counter)
    for mention in mentions:
        votes[text[mention.start : mention.end]][mention.label] += 1
    for surface, counted in list(votes.items()):
        if label := known(surface):
            telling = label != "PER" and _is_telling(surface)
            if telling or label == "LOC" or not counted["LOC"]:
                votes[surface] = Counter({label: counted[label], **counted})
            votes[surface][label] += counted.total() if telling else 1
    for surface, full in _parts_of_people(votes).items():
        if known(surface) in (None, "PER") and full >= votes[surface]["LOC"]:
            votes[surface]["PER"] += 1 + votes[surface].total()
    people = _long_names(votes)
    for surface, counted in votes.items():
        if counted.most_common(1)[0][0] != "PER" and _misspells_person(surface, counted.total(), people):
            counted["PER"] += 1 + sum(counted.values())
    labelled = []
    for mention in mentions:
        counted = votes[text[mention.start : mention.end]]
        label = counted.most_common(1)[0][0]
        if text[mention.start : mention.end] in aged or (mention.label == "PER" and title_before(text, mention.start)):
            label = "PER"
        labelled.append(TaggedMention(start=mention.start, end=mention.end, label=label, score=mention.score))
    return labelled


def _is_telling(surface: str) -> bool:
    """Whether the string is spelt as no common name is: an acronym, or several words."""
    return surface.isupper() or " " in surface


def _parts_of_people(votes: Mapping[str, Counter[Label]]) -> Counter[str]:
    """How often a person's full name stands there that begins or ends with the single word: `Messi`.

    Not `Karang` of `Pembalap Karang`, whose first word the press writes small.
    """
    parts: Counter[str] = Counter()
    for surface, counted in votes.items():
        words = surface.split()
        if len(words) > 1 and counted.most_common(1)[0][0] == "PER" and not _is_common(words[0]):
            parts.update(dict.fromkeys((words[0], words[-1]), counted["PER"]))
    return Counter(
        {word: n for word, n in parts.items() if word in votes and word.istitle() and len(word) > SHORTEST_REPEAT}
    )


def _is_common(word: str) -> bool:
    """Whether the press writes the word small."""
    return usual_forms().words.get(word.lower()) == word.lower()


def _long_names(votes: Mapping[str, Counter[Label]]) -> dict[Clue, list[tuple[Key, int]]]:
    """The names of three words and more of the article's people with their counts, by all words but one."""
    names: defaultdict[Clue, list[tuple[Key, int]]] = defaultdict(list)
    for surface, counted in votes.items():
        if counted.most_common(1)[0][0] == "PER":
            for clue in _all_but_one(key := name_key(surface)):
                names[clue].append((key, counted.total()))
    return names


def _all_but_one(key: Key) -> Iterator[Clue]:
    if len(key) >= LONG_NAME:
        yield from ((place, key[:place] + key[place + 1 :]) for place in range(len(key)))


def _misspells_person(surface: str, count: int, people: Mapping[Clue, Sequence[tuple[Key, int]]]) -> bool:
    """True for the name of three words and more of a person whom the article names oftener, one letter wrong."""
    key = name_key(surface)
    others = [other for clue in _all_but_one(key) for other in people.get(clue, ())]
    return any(oftener > count and misspells(key, other) for other, oftener in others)


def repeats(occurrences: Occurrences, mentions: Sequence[TaggedMention], known: Known) -> list[TaggedMention]:
    """The places where a name tagged elsewhere stands untagged: same letters, same case, whole words; an
    organisation's name of several words in small letters too.

    A single word that the article also writes small, or that stands untagged more often than tagged, is left alone,
    unless the gazetteer has it.
    """
    by_surface: defaultdict[str, list[TaggedMention]] = defaultdict(list)
    for mention in mentions:
        by_surface[occurrences.text[mention.start : mention.end]].append(mention)
    taken = Taken(mentions)
    found: list[TaggedMention] = []
    for surface in sorted(by_surface, key=len, reverse=True):
        if not _may_repeat(surface):
            continue
        places = [place for place in occurrences.of(surface) if not taken.touches(*place)]
        tagged = by_surface[surface]
        label = tagged[0].label
        if " " in surface:
            small = occurrences.of(surface.lower()) if label == "ORG" else ()
            places += [place for place in small if not taken.touches(*place)]
        elif known(surface) != label and (len(places) > 2 * len(tagged) or any(occurrences.of(surface.lower()))):
            continue
        for start, end in places:
            if not taken.touches(start, end):
                taken.add(start, end)
                found.append(TaggedMention(start=start, end=end, label=label))
    return found


def person_words(
    occurrences: Occurrences, mentions: Sequence[TaggedMention], evidence: Evidence
) -> list[TaggedMention]:
    """The places where one word of a person's full name stands alone and untagged."""
    text, taken = occurrences.text, Taken(mentions)
    names = (text[mention.start : mention.end].split() for mention in mentions if mention.label == "PER")
    words = {word for name in names if len(name) > 1 for word in name if len(word) > SHORTEST_REPEAT and word.isalpha()}
    return [
        TaggedMention(start=start, end=end, label="PER")
        for word in sorted(words)
        if word.istitle() and word.lower() not in evidence.small_words and not is_no_name(word)
        for start, end in occurrences.of(word)
        if not taken.touches(start, end) and not _among_capitals(text, start, end)
    ]


def without_overlaps(mentions: Iterable[TaggedMention]) -> list[TaggedMention]:
    """The mentions in order of the text; of two that overlap, the longer, then the earlier given."""
    kept: list[TaggedMention] = []
    taken = Taken()
    for mention in sorted(mentions, key=lambda mention: mention.start - mention.end):
        if mention.start < mention.end and not taken.touches(mention.start, mention.end):
            taken.add(mention.start, mention.end)
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _may_repeat(surface: str) -> bool:
    shortest = SHORTEST_ACRONYM if surface.isupper() else SHORTEST_REPEAT
    return len(surface) >= shortest and surface != surface.lower() and not is_no_name(surface)


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands right beside: the word is then part of something longer."""
    before = CAPITALISED_BEFORE.search(text, max(0, start - 30), start)
    return (before is not None and not may_precede_name(before[1])) or CAPITAL_AFTER.match(text, end) is not None
