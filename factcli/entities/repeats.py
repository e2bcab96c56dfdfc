"""Names found elsewhere in the article or in the gazetteer, wherever they stand."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from factcli.entities.definitions import abbreviations_explained
from factcli.entities.spans import LabelLookup, TaggedSpan, held, without_overlaps
from factcli.entities.titles import is_no_name

# Several capitalised words, or one in capitals alone.
SPELT_AS_NAME = re.compile(r"(?<![\w@#./-])(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+|[A-Z]{3,})(?![\w@]|[./-]\w)")
# One capitalised word behind a small one.
INSIDE_SENTENCE = re.compile(r"(?<=[a-z] )[A-Z][a-z]{3,}(?![\w@]|[./-]\w)")
# Two people named as a pair: `Jokowi-JK`.
PAIR = re.compile(r"(?<![\w-])(?P<one>[A-Z][\w']+)[-–](?P<other>[A-Z][\w']+)(?![\w-])")
WORD = re.compile(r"(?<![\w@#.])\w+")
INSIDE_WORD = re.compile(r"\w")
# In characters: a longer one is no name, and would be compared at each place of its first word.
LONGEST = 500
SHORTEST = 3
SHORTEST_ACRONYM = 2


def with_repeats(text: str, mentions: Sequence[TaggedSpan], known: LabelLookup) -> list[TaggedSpan]:
    """The mentions, the abbreviations that the text explains, and where these names stand unmarked: as whole words, in
    the same case; an organisation's name of several words in small letters too.

    A single word that the text also writes small, or that stands unmarked more than twice as often as marked, is left
    alone, unless the gazetteer has it. An abbreviation explained has the label of what it stands for.
    """
    explained = list(abbreviations_explained(text, mentions))
    labels = {text[one.start : one.end]: one for one in [*mentions, *explained]}
    small_too = {name.lower(): one for name, one in labels.items() if one.label == "ORG" and " " in name}
    mentions = without_overlaps([*explained, *mentions])
    marked = Counter(text[one.start : one.end] for one in mentions)
    taken = held(mentions)
    found: dict[str, list[TaggedSpan]] = {}
    for start, end in _places_of(text, [*filter(_may_repeat, labels), *small_too]):
        if taken.isdisjoint(range(start, end)):
            one = labels.get(text[start:end]) or small_too[text[start:end]]
            found.setdefault(text[start:end], []).append(replace(one, start=start, end=end))
    small = {text[start:end] for start, end in _places_of(text, map(str.lower, found))}
    repeats = [
        place
        for surface, places in found.items()
        if " " in surface
        or known(surface) == places[0].label
        or (len(places) <= 2 * marked[surface] and surface.lower() not in small)
        for place in places
    ]
    relabelled = (replace(one, label=labels[text[one.start : one.end]].label) for one in mentions)
    return without_overlaps([*relabelled, *repeats])


def known_names(text: str, known: LabelLookup) -> Iterator[TaggedSpan]:
    """What names a place to the gazetteer: several capitalised words, capitals as in datelines, one word inside a
    sentence (`Korut`); pairs of people.
    """
    for match in SPELT_AS_NAME.finditer(text):
        if "LOC" in (known(match[0]), known(match[0].title()) if match[0].isupper() else None):
            yield TaggedSpan(start=match.start(), end=match.end(), label="LOC")
    for match in INSIDE_SENTENCE.finditer(text):
        if known(match[0]) == "LOC" and not is_no_name(match[0]):
            yield TaggedSpan(start=match.start(), end=match.end(), label="LOC")
    for match in PAIR.finditer(text):
        if known(match["one"]) == "PER" == known(match["other"]):
            yield from (TaggedSpan(start=match.start(n), end=match.end(n), label="PER") for n in ("one", "other"))


def _places_of(text: str, strings: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where any of the strings stands in the text as whole words, in the same case; the text is read once."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    wanted = {string for string in strings if WORD.match(string) and len(string) <= LONGEST}
    for string in wanted:
        lengths[WORD.match(string)[0]].add(len(string))  # type: ignore[index]
    for word in WORD.finditer(text):
        for length in lengths.get(word[0], ()):
            end = word.start() + length
            if text[word.start() : end] in wanted and not INSIDE_WORD.match(text, end):
                yield word.start(), end


def _may_repeat(surface: str) -> bool:
    shortest = SHORTEST_ACRONYM if surface.isupper() else SHORTEST
    return len(surface) >= shortest and surface != surface.lower() and not is_no_name(surface)
