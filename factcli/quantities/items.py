"""A stretch of text as items: words, marks, dates, and numbers that are folded into one item each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcli.grammar.alphabet import DASHES
from factcli.grammar.tokens import ABBREVIATED, Token, tokens_of
from factcli.quantities.lexicon import Lexicon, load_lexicon
from factcli.quantities.numerals import Number, number_at
from factcli.quantities.pieces import pieces
from factcli.schema import DateExpression


class Item(NamedTuple):
    """A token, or the number that several tokens say; `kind` is `word`, `mark`, `number` or `date`.

    A word of several parts (`meter persegi`) is one item; `lower` has single spaces between the parts,
    and no ending.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: str
    tight: bool
    number: Number | None = None


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end]; a figure that is part of a code (`P3K`, `B737`) is a `word`."""

    def is_code(at: int, stop: int, kind: str, before: Sequence[Token]) -> bool:
        return kind == "figure" and _is_code(text, at, stop, start, end, before)

    return tokens_of(text, start, end, pieces(text, start, end), is_code)


def items_of(text: str, tokens: Sequence[Token], dates: Sequence[DateExpression]) -> list[Item]:
    """The items that the tokens make; `dates`, in order, are those that touch the tokens."""
    lexicon = load_lexicon()
    items: list[Item] = []
    waiting = iter(dates)
    date = next(waiting, None)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        while date is not None and date.end <= token.start:
            date = next(waiting, None)
        if date is not None and date.start < token.end:
            items.append(Item(token.start, token.end, token.text, token.lower, "date", token.tight))
            at += 1
            continue
        stop = at + 1
        number = number_at(tokens, at)
        reaches_date = number is not None and date is not None and tokens[number.last - 1].end > date.start
        if number is not None and not reaches_date and not _is_labelled(items, lexicon):
            stop = number.last
        else:
            number = None
            stop = at + len(_phrase(tokens, at, lexicon))
        words = tokens[at:stop]
        items.append(
            Item(
                token.start,
                words[-1].end,
                text[token.start : words[-1].end],
                _base(" ".join(word.lower for word in words), lexicon),
                "number" if number else "mark" if token.kind == "mark" and stop == at + 1 else "word",
                token.tight,
                number,
            )
        )
        at = stop
    return items


def _base(word: str, lexicon: Lexicon) -> str:
    """The word without the ending that only says whose it is (`pegawainya`), where it counts something."""
    for ending in lexicon.categories["ENDING"]:
        if word.endswith(ending) and lexicon.value("UNIT", word.removesuffix(ending)) is not None:
            return word.removesuffix(ending)
    return word


def _phrase(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Sequence[Token]:
    """The word of several parts that begins at `at`, or the one token."""
    for parts in lexicon.phrases.get(tokens[at].lower, ()):
        words = tokens[at : at + len(parts)]
        if tuple(word.lower for word in words) == parts:
            return words
    return tokens[at : at + 1]


def _is_labelled(items: Sequence[Item], lexicon: Lexicon) -> bool:
    """Whether what comes next is named by a number, and no number itself (`Pasal 5`, `KM 12`, `No. 3`, `ke-12`)."""
    marks = ""
    for item in reversed(items[-3:]):
        if item.kind == "mark" and item.text in ".-:(":
            marks += item.text
            continue
        is_short = "." not in marks or len(item.lower) <= ABBREVIATED
        is_named = item.lower not in lexicon.titled["LABEL"] or item.text[0].isupper()
        return is_short and is_named and lexicon.value("LABEL", item.lower) is not None
    return False


def _is_code(text: str, at: int, stop: int, start: int, end: int, tokens: Sequence[Token]) -> bool:
    """Whether a figure is part of a name, a code, an address or a telephone number."""
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    if before in "#@_/.:,+" and at - 1 > start and not text[at - 2].isspace():
        return before != "/" or not text[at - 2].isdigit()
    if before.isalpha():
        return not _is_word(tokens[-1].lower)
    if before in DASHES and len(tokens) > 1 and tokens[-2].kind == "word" and tokens[-2].end == at - 1:
        return True
    if after.isalpha():
        return not _is_word(_letters(text, stop, end))
    return after == "_"


def _letters(text: str, at: int, end: int) -> str:
    stop = at
    while stop < min(end, at + 16) and text[stop].isalpha():
        stop += 1
    return text[at:stop].lower()


def _is_word(letters: str) -> bool:
    return letters in load_lexicon().vocabulary
