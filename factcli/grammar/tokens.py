"""Text as tokens: words, numbers and single punctuation marks, with what rules need to know of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcli.schema import Block

SENTENCE_ENDS = frozenset(".!?…")
_INSIDE_SENTENCE = frozenset(",()-/–—:;%")
# Letters that an abbreviation before a full stop has at most: `No. 3`.
ABBREVIATED = 3


class Token(NamedTuple):
    """A word (`word`), a number in figures or a mark (`mark`).

    A number is a plain integer (`digits`) or has separators (`quantity`) in the rules of dates, and is either
    (`figure`) in those of quantities. `tight` is true where no space stands on either side; `opens` where a sentence
    or a quotation begins.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: str
    tight: bool
    opens: bool


def segments(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """The stretches of `text` that no expression crosses, as (start, end): its blocks, or else its lines."""
    if not blocks:
        return [match.span() for match in re.finditer(r"[^\r\n]+", text)]
    cuts = sorted({0, len(text), *(edge for block in blocks for edge in (block.start, block.end))})
    return [(start, end) for start, end in pairwise(cuts) if text[start:end].strip()]


def tokens_of(
    text: str,
    start: int,
    end: int,
    pieces: Iterable[tuple[int, int, str, str]],
    is_part: Callable[[int, int, str, Sequence[Token]], bool],
) -> list[Token]:
    """The tokens that pieces of text[start:end] make: (start, end, text, kind) each.

    A piece is a `word` where `is_part` says so of its place, its kind and the tokens before it.
    """
    tokens: list[Token] = []
    opens = True
    for at, stop, piece, kind in pieces:
        before = text[at - 1] if at > start else " "
        after = text[stop] if stop < end else " "
        tight = not (before.isspace() or after.isspace())
        if is_part(at, stop, kind, tokens):
            kind = "word"
        tokens.append(Token(at, stop, piece, piece.lower(), kind, tight, opens))
        opens = kind == "mark" and piece not in _INSIDE_SENTENCE and not (piece == "." and tight)
    return tokens


def sentence_bounds(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """For each token the first token of its sentence and the one past the sentence's last word."""
    bounds: list[tuple[int, int]] = []
    first = 0
    for index, token in enumerate(tokens):
        if index + 1 == len(tokens) or (token.text in SENTENCE_ENDS and _ends_sentence(tokens, index)):
            bounds.extend([(first, index + 1)] * (index + 1 - first))
            first = index + 1
    return bounds


def _ends_sentence(tokens: Sequence[Token], index: int) -> bool:
    """Whether the stop at `index`, which is not the last token, ends a sentence: also where the next is glued to it.

    `baru.,Sementara`, `pegawai.Semua`, but not `Kompas.com`, `S.Pd`.
    """
    before, after = tokens[index - 1], tokens[index + 1]
    if not tokens[index].tight or after.text == ",":
        return True
    return before.text.islower() and len(before.text) > ABBREVIATED and after.text[0].isupper()
