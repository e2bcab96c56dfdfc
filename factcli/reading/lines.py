"""The paragraphs of a text: its lines, or, in hard-wrapped text, runs of lines."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

# Hard-wrapped text fills each line: the first word of the next line would not have fitted.
WIDEST_WRAP = 120
NARROWEST_WRAP = 30
FEWEST_JOINTS = 4
# A headline right above the text, or now and then the end of a paragraph, leaves room.
LOOSE_SHARE = 0.1

_LINE = re.compile(r"[^\n\r]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


class Span(NamedTuple):
    """A stretch of the text, in code points, without white space at its ends."""

    start: int
    end: int


def stripped(text: str, start: int, end: int) -> Span:
    """Return the span from `start` to `end` without the white space at its ends (empty if it is all white)."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, start + max(left, len(piece.rstrip())))


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of `text` in order; together they hold every character that is not white space."""
    lines = [span for match in _LINE.finditer(text) if (span := stripped(text, *match.span())).end > span.start]
    runs = _runs(text, lines)
    width = _wrap_width(text, runs)
    if width is None:
        return lines
    return [span for run in runs for span in _joined(text, run, width)]


def _runs(text: str, lines: list[Span]) -> list[list[Span]]:
    """Return the lines in groups with blank lines between the groups."""
    runs: list[list[Span]] = []
    for line in lines:
        if runs and not _BLANK_LINE.search(text, runs[-1][-1].end, line.start):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _wrap_width(text: str, runs: list[list[Span]]) -> int | None:
    """Return the width at which the text is wrapped, or None if it is not."""
    lines = [line for run in runs for line in run]
    width = max((line.end - line.start for line in lines), default=0)
    joints = [pair for run in runs for pair in itertools.pairwise(run)]
    if len(runs) < 2 or not NARROWEST_WRAP <= width <= WIDEST_WRAP or len(joints) < FEWEST_JOINTS:
        return None
    loose = sum(not _is_full(text, line, following, width) for line, following in joints)
    return width if loose <= max(1, LOOSE_SHARE * len(joints)) else None


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    first_word = text[following.start : following.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(first_word) > width


def _joined(text: str, run: list[Span], width: int) -> list[Span]:
    """Return the paragraphs of one run of lines: a line that had room for more ends its paragraph."""
    spans = [run[0]]
    for line, following in itertools.pairwise(run):
        if _is_full(text, line, following, width):
            spans[-1] = Span(spans[-1].start, following.end)
        else:
            spans.append(following)
    return spans
