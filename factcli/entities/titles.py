"""Which words are titles, and which are no names at all: `titles.toml`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from factcli.entities.rules import Phrases, phrases, read_rules, word_key

LONGEST_OFFICE = 80
LONGEST_ACROSS = 2


class TitleRules(NamedTuple):
    """`titles.toml`, ready for comparison."""

    titles: Phrases
    conjunctions: tuple[str, ...]
    not_names: Phrases


@cache
def title_rules() -> TitleRules:
    """The rules of `titles.toml`, read once."""
    tables = read_rules("titles")
    return TitleRules(
        titles=phrases(word for group in tables["titles"] for word in group["words"]),
        conjunctions=tuple(tables["conjunctions"]["words"]),
        not_names=phrases(word for group in tables["not_names"] for word in group["words"]),
    )


def title_across(text: str, start: int, keys: tuple[str, ...]) -> int:
    """How many of the words from `start` on end a title that begins before it: 1 for `Wali [Kota Sukamaju`."""
    words = text[max(0, start - LONGEST_OFFICE) : start].rsplit("\n", 1)[-1].split()[-LONGEST_ACROSS:]
    if words and words[-1][-1] in ',;:!?"”':
        return 0
    before, titles = tuple(map(word_key, words)), title_rules().titles
    return next(
        (
            size
            for size in range(min(LONGEST_ACROSS, len(keys)), 0, -1)
            for taken in range(1, len(before) + 1)
            if before[-taken:] + keys[:size] in titles
        ),
        0,
    )


def is_no_name(surface: str) -> bool:
    """Whether the string is a generic word, a time, or a title, and so never a mention."""
    rules = title_rules()
    keys = tuple(map(word_key, surface.split()))
    return keys in rules.not_names or keys in rules.titles
