"""The language of the rules' patterns, compiled to regular expressions over signatures.

`WORD` in capitals is a category or a macro, a word in small letters is itself, `"x"` is a punctuation mark,
`<slot:CATEGORY>` captures, and `( | ) ? {m,n}`, lookahead and lookbehind are as in `re`. All repetition is bounded,
so that matching is linear.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

PIECE = re.compile(
    r"<(?P<slot>[a-z_]+):(?P<inner>[A-Z][A-Z0-9]*)>"
    r"|(?P<category>[A-Z][A-Z0-9]*)"
    r"|(?P<literal>[^\W\d_A-Z]+)"
    r'|"(?P<mark>[^"])"'
    r"|(?P<operator>\(\?<?[=!:]|[()|?]|\{\d+(?:,\d+)?\})"
    r"|(?P<space>\s+)"
)


class Compiler:
    """Compiles patterns.

    Args:
        members: the characters (signatures) of each category, literal (`=hari`) and mark (`=,`).
        macros: the patterns of the macros by name.
    """

    def __init__(self, members: Mapping[str, Sequence[str]], macros: Mapping[str, str]) -> None:
        self._classes = {name: _character_class(characters) for name, characters in members.items()}
        self._macros = macros
        self._expanded: dict[str, str] = {}

    def compile(self, pattern: str) -> tuple[re.Pattern[str], dict[str, str]]:
        """The regular expression, and the category that each of its slots is filled from.

        Raises ValueError for what is no pattern, or names no category.
        """
        slots: dict[str, str] = {}
        try:
            return re.compile(self._translate(pattern, slots)), slots
        except re.error as error:
            raise ValueError(str(error)) from error

    def _translate(self, source: str, slots: dict[str, str]) -> str:
        out: list[str] = []
        at = 0
        for piece in PIECE.finditer(source):
            if piece.start() != at:
                raise ValueError(f"not understood: {source[at : piece.start()]!r}")
            at = piece.end()
            if piece["slot"]:
                slots[piece["slot"]] = piece["inner"]
                out.append(f"(?P<{piece['slot']}>{self._category(piece['inner'])})")
            elif piece["category"]:
                out.append(self._category(piece["category"]))
            elif piece["literal"]:
                out.append(self._classes["=" + piece["literal"]])
            elif piece["mark"]:
                out.append(self._classes["=" + piece["mark"]])
            elif piece["operator"]:
                operator = piece["operator"]
                out.append("(?:" if operator == "(" else operator)
        if at != len(source):
            raise ValueError(f"not understood: {source[at:]!r}")
        return "".join(out)

    def _category(self, name: str) -> str:
        if name in self._macros:
            if name not in self._expanded:
                self._expanded[name] = "(?:" + self._translate(self._macros[name], {}) + ")"
            return self._expanded[name]
        if name not in self._classes:
            raise ValueError(f"no category or macro {name}")
        return self._classes[name]


def _character_class(characters: Sequence[str]) -> str:
    escaped = "".join(re.escape(character) for character in sorted(characters))
    return f"[{escaped}]" if len(characters) > 1 else escaped
