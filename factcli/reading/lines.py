"""The paragraphs of a text: its lines, or, in hard-wrapped text, runs of lines."""

from __future__ import annotations

import itertools
import operator
import re
from typing import NamedTuple

# Hard-wrapped text fills each line: the first word of the next line would not have fitted. In a page of letters of
# different widths, as a PDF gives it, lines are about as long. The share of the width that is filled, and the number of
# lines that go on in small letters that shows it.
FILLED = ((1.0, 2), (0.75, 4))
WIDEST_WRAP = 120
NARROWEST_WRAP = 30
# Of the full lines within a sentence at least so many go on in small letters; as few others do.
SMALL_SHARE, LOOSE_SHARE = 1 / 3, 0.1

_LINE = re.compile(r"[^\n\r]+")
_LINE_END = re.compile(r"[\n\r]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")


class Span(NamedTuple):
    """A stretch of the text, in code points, without white space at its ends."""

    start: int
    end: int


def stripped(text: str, start: int, end: int) -> Span:
    """Return the span from `start` to `end` without the white space at its ends (empty if it is all white)."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, start + max(left, len(piece.rstrip())))


def lines(text: str) -> list[Span]:
    """Return the lines of `text` in order, without those that are white."""
    return [span for match in _LINE.finditer(text) if (span := stripped(text, *match.span())).end > span.start]


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of `text` in order; together they hold every character that is not white space."""
    found = lines(text)
    runs = _runs(text, found)
    width = _wrap_width(text, runs)
    if width is None:
        return found
    return [span for run in runs for span in _joined(text, run, width)]


def unwrapped(text: str) -> str:
    """Return `text` with a space for each line end within a paragraph, so that every character keeps its place."""
    parts, done = [], 0
    for span in paragraphs(text):
        parts += [text[done : span.start], _LINE_END.sub(" ", text[span.start : span.end])]
        done = span.end
    return "".join(parts) + text[done:]


def _runs(text: str, found: list[Span]) -> list[list[Span]]:
    """Return the lines in groups with blank lines between the groups."""
    runs: list[list[Span]] = []
    for line in found:
        if runs and not _BLANK_LINE.search(text, runs[-1][-1].end, line.start):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _wrap_width(text: str, runs: list[list[Span]]) -> float | None:
    """Return the width that lines fill before they go on in the next, or None where the text is not wrapped."""
    width = max((line.end - line.start for run in runs for line in run), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    breaks = [pair for run in runs for pair in itertools.pairwise(run) if not _ends_sentence(text, pair[0])]
    goes_on = [text[following.start].islower() for _, following in breaks]
    for share, fewest in FILLED:
        full = [_is_full(text, line, following, width * share) for line, following in breaks]
        # A headline, or a list of them, goes on in capitals; a sentence that does so in small letters left no room.
        wrapped = sum(map(operator.and_, full, goes_on))
        loose = sum(goes_on) - wrapped
        if wrapped >= max(fewest, SMALL_SHARE * sum(full)) and loose <= max(1, LOOSE_SHARE * sum(full)):
            return width * share
    return None


def _ends_sentence(text: str, line: Span) -> bool:
    return _SENTENCE_END.search(text, line.start, line.end) is not None


def _is_full(text: str, line: Span, following: Span, width: float) -> bool:
    first_word = text[following.start : following.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(first_word) > width


def _joined(text: str, run: list[Span], width: float) -> list[Span]:
    """Return the paragraphs of one run of lines: a line that had room for more ends its paragraph."""
    spans = [run[0]]
    for line, following in itertools.pairwise(run):
        if _is_full(text, line, following, width):
            spans[-1] = Span(spans[-1].start, following.end)
        else:
            spans.append(following)
    return spans
