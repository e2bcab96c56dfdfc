"""People called Juli or Mei: once the full name was given, the word is a name in the rest of the text."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.dates.lexicon import load_lexicon
from factcli.dates.meaning import Expression
from factcli.grammar.tokens import Token


class People:
    """The month names that are names of people in this text, collected segment by segment."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def without(self, tokens: Sequence[Token], atoms: Sequence[Expression]) -> list[Expression]:
        """The atoms of a segment that are not somebody's name; full names in the segment are collected first.

        A month name is still a month where a word beside it says so (`pada Juli`, `Juli nanti`).
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
        value = load_lexicon().value
        before = tokens[atom.first - 1] if atom.first else None
        after = tokens[atom.last] if atom.last < len(tokens) else None
        is_month = before is not None and value("BEFOREMONTH", before.lower) is not None
        return not is_month and (after is None or value("AFTERMONTH", after.lower) is None)
