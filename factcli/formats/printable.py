"""Text of the input made safe to show on a terminal."""

from __future__ import annotations

import re
import unicodedata

_WHITE = re.compile(r"\s+")
# Format characters that reorder or hide what stands around them.
_STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def printable(text: str) -> str:
    """Return `text` on one line, with U+FFFD for each control character and surrogate."""
    return "".join("\ufffd" if _is_unsafe(character) else character for character in _WHITE.sub(" ", text))


def _is_unsafe(character: str) -> bool:
    return character in _STEERING or unicodedata.category(character) in ("Cc", "Cs")
