"""Stanza's tokenizer and its splitter of multiword tokens -> tokens and words with true offsets.

A token is what white space and punctuation delimit (`kunjungannya`), a word is what syntax sees
(`kunjungan`, `nya`), as in Universal Dependencies. The words of a token always join to its very text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcli.tokens.segments import Segment
from factcli.tokens.tokenizer import Stretch

Span = tuple[int, int]


class Token(NamedTuple):
    """A token's place in the article and the places of its words (one, or several that join to it)."""

    start: int
    end: int
    words: tuple[Span, ...]


def word_spans(start: int, end: int, text: str, pieces: Iterable[str]) -> tuple[Span, ...]:
    """Where the pieces of a multiword token stand; the token as one word unless the pieces join to its text.

    `text` is the token's own, from `start` to `end` in the article.
    """
    spans: list[Span] = []
    place = start
    for piece in pieces:
        spans.append((place, place + len(piece)))
        place += len(piece)
    joined = "".join(pieces).casefold() == text.casefold() and place == end
    return tuple(spans) if joined and all(first < last for first, last in spans) else ((start, end),)


def tokens_of(stretches: Iterable[Stretch], segment: Segment, pieces: Mapping[str, tuple[str, ...]]) -> Iterator[Token]:
    """The tokens of one sentence of `segment`, offsets into the article; `pieces` are the words of multiword tokens."""
    for stretch in stretches:
        start, end = segment.start + stretch.start, segment.start + stretch.end
        text = stretch.of(segment.text)
        yield Token(start, end, word_spans(start, end, text, pieces[text]) if stretch.is_multiword else ((start, end),))


def bounded(tokens: Sequence[Token], longest: int) -> Iterator[Sequence[Token]]:
    """The sentence in pieces of at most `longest` tokens: a parser's time and memory grow with the square of it."""
    for start in range(0, len(tokens), longest):
        yield tokens[start : start + longest]
