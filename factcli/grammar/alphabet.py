"""Tokens as characters: every set of categories that a token may belong to has a character, its signature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

DASHES = "-–—‐‑"
# Soft hyphens, spaces without width and marks of direction, which copied pages leave beside words: ranges of a pattern.
INVISIBLE = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"


def members_of(alphabet: Mapping[frozenset[str], str]) -> Mapping[str, Sequence[str]]:
    """The characters of each category of an alphabet, which gives each set of categories its character."""
    members: dict[str, list[str]] = {}
    for categories, character in alphabet.items():
        for category in categories:
            members.setdefault(category, []).append(character)
    return members
