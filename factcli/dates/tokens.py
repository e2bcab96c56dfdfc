"""Text as tokens: words, numbers and single punctuation marks, with what the date rules need to know of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from factcli.dates.lexicon import load_lexicon
from factcli.schema import Block

_TOKEN = re.compile(
    r"(?P<quantity>\d{1,3}(?:\.\d{3})+(?:,\d{1,3})?(?![\d])|\d{1,3},\d{1,6}(?!\d))"
    r"|(?P<digits>\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<mark>[^\s])"
)
_SENTENCE_END = frozenset(".!?…")
_INSIDE_SENTENCE = frozenset(",()-/–—:;%")
# Letters that an abbreviation before a full stop has at most.
_ABBREVIATED = 3


class Token(NamedTuple):
    """A word (`word`), a plain integer (`digits`), a figure with separators (`quantity`) or a mark (`mark`).

    `tight` is true where no space stands on either side; `opens` where a sentence or a quotation begins.
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


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end], offsets counted in the whole text."""

    def is_part(at: int, stop: int, kind: str, _before: Sequence[Token]) -> bool:
        return kind in ("digits", "quantity") and _belongs_to_a_word(text, at, stop, start, end)

    return tokens_of(text, start, end, _pieces(text, start, end), is_part)


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
        if index + 1 == len(tokens) or (token.text in _SENTENCE_END and _ends_sentence(tokens, index)):
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
    return before.text.islower() and len(before.text) > _ABBREVIATED and after.text[0].isupper()


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "mark"
        piece = match.group()
        prefix = _glued_prefix(piece) if kind == "word" else 0
        if prefix:
            yield match.start(), match.start() + prefix, piece[:prefix], kind
            yield match.start() + prefix, match.end(), piece[prefix:], kind
        else:
            yield match.start(), match.end(), piece, kind


@cache
def _glued_prefix(word: str) -> int:
    """The length of a preposition written together with a noun of time (`ditahun`), else 0."""
    lexicon = load_lexicon()
    lower = word.lower()
    for prefix in lexicon.glued_prefixes:
        if lower.startswith(prefix) and lower[len(prefix) :] in lexicon.glued_nouns:
            return len(prefix)
    return 0


def _belongs_to_a_word(text: str, at: int, stop: int, start: int, end: int) -> bool:
    """Whether the number is part of a name, an address or a code (`B737`, `2019Ganti`, `#2019`)."""
    if at > start and (text[at - 1].isalpha() or text[at - 1] in "#@_$"):
        return not _is_word(text, at, -1, start)
    if stop < end and text[stop].isalpha():
        return not _is_word(text, stop - 1, 1, end)
    return False


def _is_word(text: str, at: int, step: int, limit: int) -> bool:
    """Whether the letters that touch a number make a word of the lexicon."""
    letters: list[str] = []
    index = at + step
    while (limit <= index if step < 0 else index < limit) and text[index].isalpha():
        letters.append(text[index])
        index += step
    word = "".join(letters if step > 0 else reversed(letters)).lower()
    return word in load_lexicon().vocabulary
