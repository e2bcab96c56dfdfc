"""Tokens as characters: every set of categories that a token may belong to has a character, its signature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

DASHES = "-–—‐‑"


def members_of(alphabet: Mapping[frozenset[str], str]) -> Mapping[str, Sequence[str]]:
    """The characters of each category of an alphabet, which gives each set of categories its character."""
    members: dict[str, list[str]] = {}
    for categories, character in alphabet.items():
        for category in categories:
            members.setdefault(category, []).append(character)
    return members
