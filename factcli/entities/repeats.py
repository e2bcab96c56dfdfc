"""Names found elsewhere in the article, or in the gazetteer, wherever they stand."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from factcli.entities.definitions import abbreviations_explained
from factcli.entities.names import in_full, name_key
from factcli.entities.spans import LabelLookup, TaggedSpan, without_overlaps

# Capitals as in datelines, `BANDA ACEH, KORAN.com`, or one word.
SPELT_AS_NAME = re.compile(r"(?<![\w@#./-])(?:[A-Z]{4,}(?: [A-Z]{4,})*|[A-Z][a-z]{3,})(?![\w@]|[./-]\w)")
# A military region or a command of it by number and name, as in `Pangdam III/Siliwangi`.
UNIT = re.compile(r"(?<![\w/])(?:Kodam )?[IVX]+/[A-Z][a-z]{3,}(?![\w/])")
# Two people named as one side: `Jokowi-JK`.
PAIR = re.compile(r"(?<![\w-])(?P<one>[A-Z][\w']+)[-–](?P<other>[A-Z][\w']+)(?![\w-])")
WORD = re.compile(r"(?<![\w@#.])\w+")
# After a name: it is a part of a word, or of another name (`Karang X50`), which the head has read and left alone.
GOES_ON = re.compile(r"['’]?\w|[ -][A-Z\d]")
# In characters: a longer one is no name, and would be compared at each place of its first word.
LONGEST = 500


def with_repeats(text: str, mentions: Sequence[TaggedSpan]) -> list[TaggedSpan]:
    """The mentions, the abbreviations that the text explains, and where these names stand unmarked: as whole words, in
    the same case. A name that stands unmarked more often than marked is left alone.
    """
    mentions = without_overlaps([*abbreviations_explained(text, mentions), *mentions])
    names = {text[one.start : one.end]: one for one in mentions}
    marked = Counter(text[one.start : one.end] for one in mentions)
    taken = {place for one in mentions for place in range(one.start, one.end)}
    found: defaultdict[str, list[TaggedSpan]] = defaultdict(list)
    for start, end in _places_of(text, (name for name in names if not name.islower())):
        if taken.isdisjoint(range(start, end)):
            found[text[start:end]].append(replace(names[text[start:end]], start=start, end=end))
    repeats = (place for name, places in found.items() if len(places) <= marked[name] for place in places)
    return without_overlaps([*mentions, *repeats])


def known_names(text: str, known: LabelLookup) -> Iterator[TaggedSpan]:
    """What names a place to the gazetteer in capitals or by an abbreviation (`Kalbar`); military regions; pairs of
    people.
    """
    for match in SPELT_AS_NAME.finditer(text):
        is_no_word = match[0].isupper() or in_full(name_key(match[0])) != name_key(match[0])
        if is_no_word and "LOC" in (known(match[0]), known(match[0].title())):
            yield TaggedSpan(start=match.start(), end=match.end(), label="LOC")
    yield from (TaggedSpan(start=match.start(), end=match.end(), label="ORG") for match in UNIT.finditer(text))
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
            if text[word.start() : end] in wanted and not GOES_ON.match(text, end):
                yield word.start(), end
