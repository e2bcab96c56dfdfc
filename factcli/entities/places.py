"""Places written one after the other without a comma: `Desa Mekarsari Kabupaten Sukamaju`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcli.entities.evidence import Evidence
from factcli.entities.rules import Phrases, longest_prefix, phrases, read_rules, word_key

WORD = re.compile(r"\S+")


@cache
def _place_heads() -> Phrases:
    groups = read_rules("names")["place_heads"]
    return phrases(word for group in groups for word in group["words"])


def split_places(surface: str, evidence: Evidence) -> Iterator[tuple[int, int]]:
    """The stretches of `surface` that are a place each, as offsets into it; the whole where it is one place."""
    words = list(WORD.finditer(surface))
    if not words:
        return
    first = 0
    for cut in range(1, len(words)):
        left = surface[words[first].start() : words[cut - 1].end()]
        right = surface[words[cut].start() : words[-1].end()]
        if _is_place(left, evidence) and _begins_place(right, evidence):
            yield words[first].start(), words[cut - 1].end()
            first = cut
    yield words[first].start(), words[-1].end()


def begins_with_head(surface: str) -> bool:
    """Whether the name begins with a head noun of places: `Kabupaten`, `Pulau`."""
    return longest_prefix(tuple(map(word_key, surface.split())), _place_heads()) > 0


def _is_place(surface: str, evidence: Evidence) -> bool:
    """A head noun and a name, or a name that stands by itself elsewhere."""
    keys = tuple(map(word_key, surface.split()))
    size = longest_prefix(keys, _place_heads())
    return 0 < size < len(keys) or (size == 0 and evidence.place(surface, "LOC"))


def _begins_place(surface: str, evidence: Evidence) -> bool:
    """A head noun with a name after it, or the whole of a name known by itself."""
    keys = tuple(map(word_key, surface.split()))
    size = longest_prefix(keys, _place_heads())
    return 0 < size < len(keys) or evidence.place(surface, "LOC")
