"""Numbers, in figures or in words: the least and the most that they say."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from factcli.grammar.alphabet import DASHES
from factcli.grammar.tokens import Token
from factcli.quantities.lexicon import load_lexicon

# Longer figures are codes, and no number of the news is larger.
_LONGEST_FIGURE = 24
LARGEST = Decimal(10) ** 17
_TEN, _THOUSAND = 10, 1000


class Number(NamedTuple):
    """What tokens[...:last] say: from `low` to `high`, both the same where one number is meant.

    `scale` is what the last word multiplies by (`juta`), 1 where there is none; `is_figure` where it is one figure
    alone; `is_part` where it is said as a part of a whole (`dua per tiga`); `is_loose` where it is about so many
    (`lima ribuan`).
    """

    last: int
    low: Decimal
    high: Decimal
    scale: int = 1
    is_figure: bool = False
    is_part: bool = False
    is_loose: bool = False


def number_at(tokens: Sequence[Token], at: int) -> Number | None:
    """The longest number that begins at `at`, None where none does."""
    if tokens[at].kind != "figure" and tokens[at].lower not in load_lexicon().numerals:
        return None
    if _said(tokens, at, "MINUS") and at + 1 < len(tokens):
        number = _figure(tokens, at + 1) if tokens[at + 1].kind == "figure" else None
        return number and number._replace(low=-number.high, high=-number.low, is_figure=False)
    found = _figure(tokens, at) if tokens[at].kind == "figure" else _in_words(tokens, at)
    if found is None or found.high > LARGEST:
        return None
    return found if found.is_part else _loosened(tokens, found)


def _loosened(tokens: Sequence[Token], number: Number) -> Number:
    """The number with the word behind it that makes it a rough one: `lima ribuan`."""
    vague = load_lexicon().value("VAGUE", tokens[number.last].lower) if number.last < len(tokens) else None
    if vague is None or number.low != number.high or vague[0] % _TEN:
        return number
    value = number.low * vague[0]
    return Number(number.last + 1, value, value, number.scale * vague[0], is_loose=True)


def _figure(tokens: Sequence[Token], at: int, below: int | None = None) -> Number | None:
    """The number that begins with a figure; as the rest of another (`2 juta 500 ribu`) of a scale `below` its own."""
    value = _value(tokens[at].text)
    if value is None:
        return None
    fraction = _written_fraction(tokens, at)
    if fraction is not None:
        return fraction
    last = _past_spelling(tokens, at + 1)
    is_loose = last + 1 < len(tokens) and tokens[last].text in DASHES and _said(tokens, last + 1, "LOOSE")
    scale, end = _scale(tokens, last + 2 if is_loose else last)
    if scale == 1 and value == int(value) and _said(tokens, end, "ANDAHALF"):
        scale, end = _scale(tokens, end + 1)
        value += Decimal("0.5")
    if below is not None and scale >= below:
        return None
    total = value * scale
    if scale > _THOUSAND and end < len(tokens) and tokens[end].kind == "figure":
        rest = _figure(tokens, end, below=scale)
        if rest is not None and rest.scale > 1 and rest.high < scale:
            return Number(rest.last, total + rest.low, total + rest.high, scale=rest.scale)
    return Number(end, total, total, scale, is_figure=end == last, is_loose=is_loose)


def _value(figure: str) -> Decimal | None:
    """What figures and separators say in Indonesian: `3.000` and `1,5`; `5.6`, with a point, as English writes it."""
    if len(figure) > _LONGEST_FIGURE:
        return None
    whole, comma, rest = figure.partition(",")
    groups = whole.split(".")
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        whole = "".join(groups)
    elif len(groups) == 2 and not comma:
        return Decimal(figure)
    return Decimal(f"{whole}.{rest}" if comma else whole)


def _written_fraction(tokens: Sequence[Token], at: int) -> Number | None:
    """`1/3`, `2/3`: tight, of one figure each."""
    if at + 2 >= len(tokens) or tokens[at + 1].text != "/" or not tokens[at + 1].tight:
        return None
    over, under = tokens[at].text, tokens[at + 2].text
    if not (len(over) == len(under) == 1 and under.isdigit() and "0" < over < under):
        return None
    value = Decimal(over) / Decimal(under)
    return Number(at + 3, value, value, is_part=True)


def _past_spelling(tokens: Sequence[Token], at: int) -> int:
    """Past the number once more in words: `14 (empat belas) orang`."""
    if at + 1 < len(tokens) and tokens[at].text == "(":
        spelt = _whole(tokens, at + 1)
        if spelt is not None and spelt.last < len(tokens) and tokens[spelt.last].text == ")":
            return spelt.last + 1
    return at


def _scale(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """What the words at `at` multiply by, and where they end."""
    scale = 1
    while at < len(tokens) and (factor := load_lexicon().value("SCALE", tokens[at].lower)) is not None:
        scale, at = scale * factor, at + 1
        if scale > LARGEST:
            break
    return scale, at


def _said(tokens: Sequence[Token], at: int, category: str) -> bool:
    return at < len(tokens) and load_lexicon().value(category, tokens[at].lower) is not None


def _in_words(tokens: Sequence[Token], at: int) -> Number | None:
    lexicon, word = load_lexicon(), tokens[at].lower
    vague = lexicon.value("VAGUE", word)
    if vague is not None:
        scale, end = _scale(tokens, at + 1)
        return Number(end, Decimal(vague[0] * scale), Decimal(vague[1] * scale + scale - 1), scale)
    part = lexicon.value("PART", word)
    if part is not None:
        over, _, under = part.partition("/")
        value = Decimal(over) / Decimal(under)
        scale, end = _scale(tokens, at + 1)
        return Number(end, value * scale, value * scale, scale, is_part=scale == 1)
    return _fraction(tokens, at) or _whole(tokens, at)


def _fraction(tokens: Sequence[Token], at: int) -> Number | None:
    """`dua pertiga`, `dua per tiga`."""
    lexicon = load_lexicon()
    over = lexicon.value("NUMBER", tokens[at].lower)
    if not over or over >= _TEN:
        return None
    last = at + 2
    under = lexicon.value("NTH", tokens[at + 1].lower) if at + 1 < len(tokens) else None
    if under is None and _said(tokens, at + 1, "PER") and at + 2 < len(tokens):
        under, last = lexicon.value("NUMBER", tokens[at + 2].lower), at + 3
    if not under or under <= over:
        return None
    value = Decimal(over) / Decimal(under)
    return Number(last, value, value, is_part=True)


def _whole(tokens: Sequence[Token], at: int) -> Number | None:
    """A number in words: `dua puluh tiga`, `seribu lima ratus`, `satu setengah juta`, `lima koma enam`."""
    lexicon = load_lexicon()
    total = group = Decimal(0)
    scale = 1
    start = at
    while at < len(tokens) and total < LARGEST:
        word = tokens[at].lower
        number, factor = lexicon.value("NUMBER", word), lexicon.value("SCALE", word)
        if number is not None and (at == start or number >= _TEN or not group % _TEN):
            group, scale = group + number, 1
        elif at == start:
            return None
        elif lexicon.value("TEEN", word) is not None and group % _TEN > 0:
            group += _TEN
        elif _said(tokens, at, "ANDAHALF") and group % 1 == 0:
            group += Decimal("0.5")
        elif _said(tokens, at, "POINT") and (tenth := _digit(tokens, at + 1)) is not None:
            group, at = group + Decimal(tenth) / _TEN, at + 1
        elif factor is not None:
            tens = group % _TEN if factor == _TEN else group % 100 if factor < _THOUSAND else group
            group, scale = group - tens + max(tens, Decimal(1)) * factor, factor
            if factor >= _THOUSAND:
                total, group = total + group, Decimal(0)
        else:
            break
        at += 1
    value = total + group
    return Number(at, value, value, scale)


def _digit(tokens: Sequence[Token], at: int) -> int | None:
    if at >= len(tokens):
        return None
    number: int | None = load_lexicon().value("NUMBER", tokens[at].lower)
    return number if number is not None and number < _TEN else None
