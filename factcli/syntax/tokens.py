"""Stanza's tokenizer and its splitter of multiword tokens -> tokens and words with true offsets.

A token is what white space and punctuation delimit (`kunjungannya`), a word is what syntax sees
(`kunjungan`, `nya`), as in Universal Dependencies. The words of a token always join to its very text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from factcli.syntax.segments import Segment

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


def tokens_of(sentence: Any, segment: Segment) -> list[Token]:
    """The tokens of one Stanza sentence of `segment`, offsets into the article."""
    tokens = []
    for token in sentence.tokens:
        start, end = segment.start + token.start_char, segment.start + token.end_char
        text = segment.text[token.start_char : token.end_char]
        tokens.append(Token(start, end, word_spans(start, end, text, [word.text for word in token.words])))
    return tokens


def bounded(tokens: Sequence[Token], longest: int) -> Iterator[Sequence[Token]]:
    """The sentence in pieces of at most `longest` tokens: a parser's time and memory grow with the square of it."""
    for start in range(0, len(tokens), longest):
        yield tokens[start : start + longest]


def as_stanza(tokens: Iterable[Token], text: str) -> list[dict[str, Any]]:
    """The tokens as the list of dictionaries from which Stanza builds a sentence; `text` is the article's."""
    rows: list[dict[str, Any]] = []
    number = 1
    for token in tokens:
        if len(token.words) > 1:
            last = number + len(token.words) - 1
            rows.append({"id": (number, last), "text": text[token.start : token.end]} | _place(token.start, token.end))
        for start, end in token.words:
            rows.append({"id": (number,), "text": text[start:end]} | _place(start, end))
            number += 1
    return rows


def _place(start: int, end: int) -> dict[str, int]:
    return {"start_char": start, "end_char": end}
