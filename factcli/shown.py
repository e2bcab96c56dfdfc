"""Pieces of the input as messages quote them: short enough for one line."""

from __future__ import annotations

LONGEST_VALUE = 40
LONGEST_REASON = 200
_GAP = " ... "


def shown(value: object) -> str:
    """Return how a value is written in Python, cut off where it is long."""
    try:
        text = repr(value)
    except ValueError:
        # A whole number of more digits than Python writes out.
        text = "a number of thousands of digits"
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 3]}..."


def shortened(text: str, longest: int = LONGEST_REASON) -> str:
    """Return the text without its middle where it is long: its beginning says what is wrong, its end where."""
    half = (longest - len(_GAP)) // 2
    return text if len(text) <= longest else f"{text[:half]}{_GAP}{text[-half:]}"
