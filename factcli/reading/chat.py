"""The mark-up of chats, notes, mails and Markdown: `*tebal*`, `_miring_`, `~coret~`, `**tebal**`, three backticks for
typed text, `# Judul`, `> kutipan`, `[Kudus](https://...)`.
"""

from __future__ import annotations

import re

LONGEST_MARKED = 400
# One inside the other: `*_tebal dan miring_*`.
DEEPEST = 3
_TYPED = re.compile(r"```")
_MARKED = re.compile(rf"(?<![\w*_~])([*_~]{{1,3}})(?=[^\s)\]])([^\n*~]{{0,{LONGEST_MARKED}}}?[^\s*~])\1(?![\w*_~])")


# What opens a line: a heading, or what somebody else has written.
_OPENING = re.compile(r"^(?:#{1,6}(?=[ \t]+\S)|(?:>[ \t]?)+)", re.MULTILINE)
_LINK = re.compile(
    rf"(!?)\[([^\[\]\n]{{0,{LONGEST_MARKED}}})\]\(<?(?:https?:|mailto:|[/#.])[^\s()]*(?:\s\"[^\"\n]*\")?\)"
)


def without_marks(text: str) -> str:
    """Return `text` with a blank in the place of each mark, address and picture: no other character moves."""
    text = _LINK.sub(_without_address, _OPENING.sub(lambda match: " " * len(match[0]), text))
    for _ in range(DEEPEST):
        plain = _MARKED.sub(_blanked, text)
        if plain == text:
            break
        text = plain
    return _TYPED.sub("   ", text)


def _without_address(match: re.Match[str]) -> str:
    is_picture, words = match.groups()
    return " " * len(match[0]) if is_picture else f" {words}".ljust(len(match[0]))


def _blanked(match: re.Match[str]) -> str:
    blank = " " * len(match[1])
    return f"{blank}{match[2]}{blank}"
