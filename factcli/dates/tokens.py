"""The tokens of the rules of dates: a number is one unless it belongs to a word, `ditahun` is two words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcli.dates.lexicon import load_lexicon
from factcli.grammar.alphabet import INVISIBLE
from factcli.grammar.tokens import Token, tokens_of

_TOKEN = re.compile(
    r"(?P<quantity>\d{1,3}(?:\.\d{3})+(?:,\d{1,3})?(?![\d])|\d{1,3},\d{1,6}(?!\d))"
    r"|(?P<digits>\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    rf"|(?P<mark>[^\s{INVISIBLE}])"
)


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end], offsets counted in the whole text."""

    def is_part(at: int, stop: int, kind: str, _before: Sequence[Token]) -> bool:
        return kind in ("digits", "quantity") and _belongs_to_a_word(text, at, stop, start, end)

    return tokens_of(text, start, end, _pieces(text, start, end), is_part)


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
