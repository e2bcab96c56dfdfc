"""Counts, in figures or in words."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.dates.lexicon import load_lexicon
from factcli.grammar.tokens import Token

UNKNOWN = "X"
# From here on a float is not exact, and no text counts time so.
_TOO_MANY = 1e15


def count_of(tokens: Sequence[Token]) -> str:
    """The count that the tokens say, as TIMEX3 writes it: `3`, `5.5`, or `X` for an indefinite one."""
    first = tokens[0]
    # `2 x 24`, `1.5`
    if len(tokens) == 3 and first.kind == tokens[-1].kind == "digits":
        if tokens[1].text == ".":
            return plain(float(f"{first.text}.{tokens[-1].text}"))
        return str(int(first.text) * int(tokens[-1].text))
    if first.kind in ("digits", "quantity"):
        scale = load_lexicon().value("SCALE", tokens[-1].lower) or 1
        return plain(float(first.text.replace(".", "").replace(",", ".")) * scale)
    return _words([token.lower for token in tokens])


def _words(words: Sequence[str]) -> str:
    lexicon = load_lexicon()
    total = 0.0
    group = 0.0
    for word in words:
        if lexicon.value("SOME", word) is not None:
            return UNKNOWN
        number, scale = lexicon.value("NUMBER", word) or lexicon.value("ORDINAL", word), lexicon.value("SCALE", word)
        teen, half = lexicon.value("TEEN", word), lexicon.value("HALF", word)
        if number is not None:
            if number < 10 and group % 10:
                # `dua tiga hari`: two or three.
                return UNKNOWN
            group += number
        elif teen is not None:
            group += teen
        elif half is not None:
            group += half
        elif scale is not None:
            tens = group % 10 if scale == 10 else group
            group = group - tens + max(tens, 1) * scale
            if scale >= 1000:
                total, group = total + group, 0.0
    return plain(total + group)


def plain(number: float) -> str:
    """The number as TIMEX3 writes it, with six decimals at most; `X` where it is too large to be exact."""
    if number >= _TOO_MANY:
        return UNKNOWN
    return f"{number:.6f}".rstrip("0").rstrip(".")
