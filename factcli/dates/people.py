"""People who are called Juli or Mei: a name once given in full is theirs through the rest of the text."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.dates.lexicon import load_lexicon
from factcli.dates.meaning import Expression
from factcli.dates.tokens import Token


class People:
    """The names of months that people of this text bear, as its segments bring them."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def without(self, tokens: Sequence[Token], atoms: Sequence[Expression]) -> list[Expression]:
        """The atoms of a segment less those that are somebody's name, after the full names in it are learnt.

        A month alone is a month still where a word before it says so (`pada Juli`).
        """
        self._names.update(tokens[atom.first].lower for atom in atoms if atom.meaning.kind == "person")
        if not self._names:
            return list(atoms)
        return [atom for atom in atoms if not self._is_name(tokens, atom)]

    def _is_name(self, tokens: Sequence[Token], atom: Expression) -> bool:
        if atom.meaning.named() != {"month"} or atom.last - atom.first > 1:
            return False
        if tokens[atom.first].lower not in self._names:
            return False
        before = tokens[atom.first - 1] if atom.first else None
        return before is None or load_lexicon().value("BEFOREMONTH", before.lower) is None
