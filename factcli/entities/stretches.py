"""Stretches of a text that do not overlap, and where strings stand in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcli.entities.spans import TaggedSpan

WORD = re.compile(r"(?<![\w@#.])\w+")
INSIDE_WORD = re.compile(r"\w")
# In characters: a longer one is no name, and would be compared at each place of its first word.
LONGEST = 500


class SpanSet:
    """The characters of a text that names hold already."""

    def __init__(self, text: str, spans: Iterable[TaggedSpan] = ()) -> None:
        self._held = bytearray(len(text))
        for span in spans:
            self.take(span.start, span.end)

    def touches(self, start: int, end: int) -> bool:
        """Whether a character of the stretch is held."""
        return self._held.find(1, start, end) >= 0

    def take(self, start: int, end: int) -> None:
        """Hold the characters of the stretch."""
        self._held[start:end] = b"\x01" * (end - start)


def without_overlaps(text: str, spans: Iterable[TaggedSpan]) -> list[TaggedSpan]:
    """The spans in order of the text; of two that overlap, the longer, then the earlier given."""
    kept: list[TaggedSpan] = []
    taken = SpanSet(text)
    for span in sorted(spans, key=lambda span: span.start - span.end):
        if span.start < span.end and not taken.touches(span.start, span.end):
            taken.take(span.start, span.end)
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)


def places_of(text: str, strings: Iterable[str]) -> Iterator[tuple[int, int]]:
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
