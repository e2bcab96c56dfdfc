"""The names of an article in a text, looked up by their first word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from factcli.formats.one_line import one_line
from factcli.schema import Facts, Label

_WORD = re.compile(r"\w+|\W")


class Named(NamedTuple):
    """A name of an article in a text, at these code points of it."""

    start: int
    end: int
    label: Label


class Names:
    """The names of the entities of an article, and all their mentions."""

    def __init__(self, facts: Facts) -> None:
        self._labels: dict[str, Label] = {}
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        for entity in facts.entities:
            for name in map(one_line, (entity.name, *(mention.text for mention in entity.mentions))):
                if name.strip() and (first := _WORD.match(name)):
                    self._labels[name] = entity.label
                    self._lengths[first[0]].add(len(name))

    def found_in(self, text: str) -> Iterator[Named]:
        """Yield each name that stands in `text` as whole words, in the order of the text."""
        for word in _WORD.finditer(text):
            for length in self._lengths.get(word[0], ()):
                start, end = word.start(), word.start() + length
                label = self._labels.get(text[start:end]) if end <= len(text) else None
                if label is not None and _is_whole(text, start, end):
                    yield Named(start, end, label)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether the name is cut out of no longer word."""
    return not (_is_letter(text[start - 1 : start]) or _is_letter(text[end : end + 1]))


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"
