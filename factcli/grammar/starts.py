"""The signatures with which a rule may begin: a rule is tried only at tokens that have one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcli.grammar.patterns import PIECE


class Starts:
    """Reads patterns of the rules for the characters that a match of them may begin with.

    Args:
        members: the characters (signatures) of each category, literal (`=hari`) and mark (`=,`).
        macros: the patterns of the macros by name.
    """

    def __init__(self, members: Mapping[str, Sequence[str]], macros: Mapping[str, str]) -> None:
        self._members = members
        self._macros = macros
        self._known: dict[str, tuple[frozenset[str], bool]] = {}

    def of(self, pattern: str) -> frozenset[str]:
        """The characters that a match may begin with; raises ValueError for a pattern that may match nothing."""
        starts, empty = self._choice(list(PIECE.finditer(pattern))[::-1])
        if empty:
            raise ValueError("it may match no token at all")
        return starts

    def _choice(self, pieces: list[re.Match[str]]) -> tuple[frozenset[str], bool]:
        """What the alternatives up to the closing bracket begin with, and whether one of them may be empty."""
        starts, empty = self._sequence(pieces)
        while pieces and pieces.pop()["operator"] == "|":
            more, also_empty = self._sequence(pieces)
            starts, empty = starts | more, empty or also_empty
        return starts, empty

    def _sequence(self, pieces: list[re.Match[str]]) -> tuple[frozenset[str], bool]:
        starts: frozenset[str] = frozenset()
        empty = True
        while pieces and pieces[-1]["operator"] not in ("|", ")"):
            piece = pieces.pop()
            if piece["space"]:
                continue
            more, optional = self._item(piece, pieces)
            if pieces and (pieces[-1]["operator"] or "")[:1] in ("?", "{"):
                quantifier = pieces.pop()["operator"]
                optional = optional or quantifier == "?" or quantifier.startswith("{0")
            if empty:
                starts |= more
            empty = empty and optional
        return starts, empty

    def _item(self, piece: re.Match[str], pieces: list[re.Match[str]]) -> tuple[frozenset[str], bool]:
        if piece["operator"]:
            inner = self._choice(pieces)
            return inner if piece["operator"] == "(" else (frozenset(), True)
        name = piece["inner"] or piece["category"]
        if name in self._macros:
            if name not in self._known:
                self._known[name] = self._choice(list(PIECE.finditer(self._macros[name]))[::-1])
            return self._known[name]
        return frozenset(self._members[name or "=" + (piece["literal"] or piece["mark"])]), False
