"""Text cut into words, figures and single marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcli.grammar.alphabet import INVISIBLE

_PIECE = re.compile(
    r"(?P<figure>\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?![\d])|\d{1,15}[.,]\d{1,6}(?!\d)|\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*[²³]?)"
    rf"|(?P<mark>[^\s{INVISIBLE}])"
)


def pieces(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str, str]]:
    """The pieces of text[start:end]: where each stands, its text, and that it is a `figure`, a `word` or a `mark`."""
    for match in _PIECE.finditer(text, start, len(text) if end is None else end):
        yield match.start(), match.end(), match.group(), match.lastgroup or "mark"
