"""The examples with which the help of every command ends."""

from __future__ import annotations


def examples(*lines: str) -> str:
    """Return the closing part of a help text: the examples, a line each, kept as they are."""
    # Click rewraps a paragraph unless a backspace character stands alone in its first line.
    return "\b\n" + "\n".join(["Examples:", *(f"  {line}" for line in lines)])
