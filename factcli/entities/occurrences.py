"""Where strings stand in a text, and which stretches of it are taken: looked up, never searched through."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factcli.entities.spans import TaggedSpan

WORD = re.compile(r"(?<![\w@#.])\w+")
NEXT_WORD = re.compile(r"\W+\w+")


class Occurrences:
    """The whole words of a text by spelling, so that a name is found without a pass over the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        self._followed: dict[str, dict[str, list[int]]] = {}
        for match in WORD.finditer(text):
            self._starts[match[0]].append(match.start())

    def of(self, surface: str) -> Iterator[tuple[int, int]]:
        """Where the string stands as whole words: same letters, same case."""
        first = WORD.match(surface)
        for start in self._beginning_like(surface, first) if first else ():
            end = start + len(surface)
            if self.text.startswith(surface, start) and not self._goes_on(end):
                yield start, end

    def _beginning_like(self, surface: str, first: re.Match[str]) -> Sequence[int]:
        """Where the first word of the string stands, of several words the first with the second."""
        second = NEXT_WORD.match(surface, first.end())
        if second is None or first[0] not in self._starts:
            return self._starts.get(first[0], ())
        if first[0] not in self._followed:
            followed = self._followed[first[0]] = defaultdict(list)
            for start in self._starts[first[0]]:
                if following := NEXT_WORD.match(self.text, start + len(first[0])):
                    followed[following[0]].append(start)
        return self._followed[first[0]].get(second[0], ())

    def _goes_on(self, end: int) -> bool:
        following = self.text[end : end + 1]
        return following.isalnum() or following == "_"


class Taken:
    """Stretches of a text that do not overlap."""

    def __init__(self, spans: Iterable[TaggedSpan] = ()) -> None:
        stretches = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in stretches]
        self._ends = [end for _, end in stretches]

    def touches(self, start: int, end: int) -> bool:
        """Whether one of the stretches holds a character of this one."""
        after = bisect_right(self._ends, start)
        return after < len(self._starts) and self._starts[after] < end

    def add(self, start: int, end: int) -> None:
        """Take the stretch, which touches none."""
        place = bisect_left(self._starts, start)
        self._starts.insert(place, start)
        self._ends.insert(place, end)
