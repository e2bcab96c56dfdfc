"""One article, one usage: a name keeps its label, and is found wherever it stands."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcli.entities.boundaries import is_no_name, may_precede_name, title_before
from factcli.entities.evidence import Evidence
from factcli.entities.names import misspells, name_key
from factcli.entities.spans import Known, TaggedMention
from factcli.schema import Label

CAPITALISED_BEFORE = re.compile(r"(?<!\w)([A-Z]\w*) $")
FURTHER_WORDS = re.compile(r"(?: [A-Z]\w+){1,4}")
AGE = re.compile(r" \(\d{1,2}\)")
SHORTEST_REPEAT = 3
SHORTEST_ACRONYM = 2
LONG_NAME = 3


def completed(text: str, mentions: Sequence[TaggedMention], known: Known) -> list[TaggedMention]:
    """The mentions, each drawn out to the right where the text goes on with a longer name tagged elsewhere or known."""
    names = {(mention.label, text[mention.start : mention.end]) for mention in mentions}
    grown: list[TaggedMention] = []
    for mention in mentions:
        further = FURTHER_WORDS.match(text, mention.end)
        ends = [mention.end + word.end() for word in re.finditer(r" \S+", further[0])] if further else []
        surfaces = {end: text[mention.start : end] for end in ends}
        end = max(
            (
                end
                for end, surface in surfaces.items()
                if (mention.label, surface) in names or known(surface) == mention.label
            ),
            default=mention.end,
        )
        grown.append(TaggedMention(start=mention.start, end=end, label=mention.label, score=mention.score))
    return without_overlaps(grown)


def one_label_each(text: str, mentions: Sequence[TaggedMention], known: Known) -> list[TaggedMention]:
    """The mentions with the label that most mentions of the same string have; the gazetteer has one vote.

    A person's name right after a title keeps its own label; a name that an age follows is a person's throughout.
    """
    aged = {text[mention.start : mention.end] for mention in mentions if AGE.match(text, mention.end)}
    votes: defaultdict[str, Counter[Label]] = defaultdict(Counter)
    for mention in mentions:
        votes[text[mention.start : mention.end]][mention.label] += 1
    for surface, counted in votes.items():
        if label := known(surface):
            counted[label] += 1
    for surface, counted in votes.items():
        if counted.most_common(1)[0][0] != "PER" and _misspells_person(surface, votes):
            counted["PER"] += 1 + sum(counted.values())
    labelled = []
    for mention in mentions:
        counted = votes[text[mention.start : mention.end]]
        best = max(counted.values())
        label = mention.label if counted[mention.label] == best else counted.most_common(1)[0][0]
        if text[mention.start : mention.end] in aged or (mention.label == "PER" and title_before(text, mention.start)):
            label = "PER"
        labelled.append(TaggedMention(start=mention.start, end=mention.end, label=label, score=mention.score))
    return labelled


def _misspells_person(surface: str, votes: Mapping[str, Counter[Label]]) -> bool:
    """True for the name of three words and more of a person whom the article names oftener, one letter wrong."""
    key = name_key(surface)
    return len(key) >= LONG_NAME and any(
        counted.most_common(1)[0][0] == "PER"
        and counted.total() > votes[surface].total()
        and misspells(key, name_key(other))
        for other, counted in votes.items()
    )


def repeats(text: str, mentions: Sequence[TaggedMention]) -> list[TaggedMention]:
    """The places where a name tagged elsewhere stands untagged: same letters, same case, whole words.

    A single word that the article also writes small, or that stands untagged more often than tagged, is left alone.
    """
    by_surface: defaultdict[str, list[TaggedMention]] = defaultdict(list)
    for mention in mentions:
        by_surface[text[mention.start : mention.end]].append(mention)
    found: list[TaggedMention] = []
    for surface in sorted(by_surface, key=len, reverse=True):
        if not _may_repeat(surface):
            continue
        taken = [*mentions, *found]
        places = [place for place in _occurrences(text, surface) if not _touches(place, taken)]
        tagged = by_surface[surface]
        single = " " not in surface
        if single and (len(places) > 2 * len(tagged) or _occurrences(text, surface.lower())):
            continue
        found += [TaggedMention(start=start, end=end, label=tagged[0].label) for start, end in places]
    return found


def person_words(text: str, mentions: Sequence[TaggedMention], evidence: Evidence) -> list[TaggedMention]:
    """The places where one word of a person's full name stands alone and untagged."""
    names = (text[mention.start : mention.end].split() for mention in mentions if mention.label == "PER")
    words = {word for name in names if len(name) > 1 for word in name if len(word) > SHORTEST_REPEAT and word.isalpha()}
    return [
        TaggedMention(start=start, end=end, label="PER")
        for word in sorted(words)
        if word.istitle() and word.lower() not in evidence.small_words and not is_no_name(word)
        for start, end in _occurrences(text, word)
        if not _touches((start, end), mentions) and not _among_capitals(text, start, end)
    ]


def without_overlaps(mentions: Iterable[TaggedMention]) -> list[TaggedMention]:
    """The mentions in order of the text; of two that overlap, the longer, then the earlier given."""
    kept: list[TaggedMention] = []
    for mention in sorted(mentions, key=lambda mention: mention.start - mention.end):
        if not _touches((mention.start, mention.end), kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _may_repeat(surface: str) -> bool:
    shortest = SHORTEST_ACRONYM if surface.isupper() else SHORTEST_REPEAT
    return len(surface) >= shortest and surface != surface.lower() and not is_no_name(surface)


def _occurrences(text: str, surface: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(rf"(?<![\w@#.]){re.escape(surface)}(?!\w)", text)]


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands right beside: the word is then part of something longer."""
    before = CAPITALISED_BEFORE.search(text, max(0, start - 30), start)
    return (before is not None and not may_precede_name(before[1])) or bool(re.match(r" [A-Z]", text[end:]))


def _touches(place: tuple[int, int], mentions: Iterable[TaggedMention]) -> bool:
    start, end = place
    return any(mention.start < end and start < mention.end for mention in mentions)
