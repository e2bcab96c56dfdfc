"""Text of the input made safe to show on a terminal."""

from __future__ import annotations

import re

# Format characters that reorder or hide what stands around them, as in the brackets of a regular expression.
STEERING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_WHITE = re.compile(r"\s+")
_UNSAFE = re.compile(f"[\x00-\x1f\x7f-\x9f{STEERING}\ud800-\udfff]")


def one_line(text: str) -> str:
    """Return `text` on one line, with U+FFFD for each control character and surrogate."""
    return _UNSAFE.sub("\ufffd", _WHITE.sub(" ", text))
