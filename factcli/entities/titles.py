"""Which words are titles, and which are no names at all: `titles.toml`."""

from __future__ import annotations

from factcli.entities.rules import phrase_set, word_key

LONGEST_WORD = 40


def ends_title(text: str, start: int, end: int) -> bool:
    """Whether the words of the stretch end a title that the word before it begins: `Wali [Kota Sukamaju`."""
    *_, before = ["", *text[max(0, start - LONGEST_WORD) : start].rsplit("\n", 1)[-1].split()]
    keys = (word_key(before), *map(word_key, text[start:end].split()))
    return before[-1:] not in tuple(',;:!?"”') and keys in phrase_set("titles", "titles")


def is_no_name(surface: str) -> bool:
    """Whether the string is a generic word or a time, and so never a mention."""
    return tuple(map(word_key, surface.split())) in phrase_set("titles", "not_names")
