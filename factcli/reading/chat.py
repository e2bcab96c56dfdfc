"""The mark-up of chats and notes: `*tebal*`, `_miring_`, `~coret~`, `**tebal**`, three backticks for typed text."""

from __future__ import annotations

import re

LONGEST_MARKED = 400
# One inside the other: `*_tebal dan miring_*`.
DEEPEST = 3
_TYPED = re.compile(r"```")
_MARKED = re.compile(rf"(?<![\w*_~])([*_~]{{1,3}})(?=[^\s)\]])([^\n*~]{{0,{LONGEST_MARKED}}}?[^\s*~])\1(?![\w*_~])")


def without_marks(text: str) -> str:
    """Return `text` with a blank in the place of each mark around marked words: no other character moves."""
    for _ in range(DEEPEST):
        plain = _MARKED.sub(_blanked, text)
        if plain == text:
            break
        text = plain
    return _TYPED.sub("   ", text)


def _blanked(match: re.Match[str]) -> str:
    blank = " " * len(match[1])
    return f"{blank}{match[2]}{blank}"
