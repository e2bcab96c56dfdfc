"""Text of the input as plain text in Markdown (CommonMark with GitHub's tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcli.formats.one_line import one_line

# The second part: GitHub makes a link of an address or a name after an @, unless its sign is escaped.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&!$@]|(?i:(?<=\bhttp)|(?<=\bhttps)|(?<=\bftp)):|(?i:(?<=\bwww))\.")
# What opens a list or a rule where a line begins with it.
_OPENING = re.compile(r"^([-+=]|\d+(?=[.)]))")


def markdown_text(text: str) -> str:
    """Return `text` on one line so that it shows as it is, wherever it stands."""
    plain = _MARKUP.sub(r"\\\g<0>", one_line(text).strip())
    return _OPENING.sub(lambda match: _escaped(match[1]), plain)


def markdown_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the cells are Markdown already."""
    lines = [_line(headings), _line(["---"] * len(headings)), *(_line(row) for row in rows)]
    return "".join(f"{line}\n" for line in lines)


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _escaped(opening: str) -> str:
    return f"\\{opening}" if not opening.isdigit() else f"&#{ord(opening[0])};{opening[1:]}"
