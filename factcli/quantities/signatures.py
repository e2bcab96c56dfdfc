"""Items as characters: an item's signature is the set of categories that it belongs to, written as one character."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from factcli.grammar.alphabet import DASHES, members_of
from factcli.quantities.items import Item
from factcli.quantities.lexicon import load_lexicon
from factcli.quantities.numerals import Number

_FIRST_SIGNATURE = 0x100
_OTHER = frozenset({"OTHER"})
_CAPITALISED = frozenset({"CAPITALISED"})
_THING = frozenset({"THING"})
_DATE = frozenset({"DATE", "STOP"})
_END = frozenset({"STOP"})
# What a number may be beside N: `SMALL` as one side's score is, `MAG` as a magnitude is, `BIG` from a million,
# `FRACTION` where a part of a whole is said, `ONE` as the first of a list is, `MANY` as several things are (and no year
# is), `BARE` as a number in a name is: figures alone.
_OF_NUMBER = ("SMALL", "MAG", "BIG", "FRACTION", "ONE", "MANY", "BARE")
_SMALL, _MAGNITUDE, _MILLION = 200, 10, 1_000_000
_YEARS = range(1900, 2100)
# Behind these marks a word has a capital, whatever it is.
_BEFORE_CAPITAL = frozenset(".!?:;\"“”‘'()" + DASHES)


class Signatures:
    """The alphabet of signatures, for the literals and marks that the rules name beside the lexicon's categories."""

    def __init__(self, literals: Iterable[str], marks: Iterable[str]) -> None:
        words = _word_categories(literals)
        sets = dict.fromkeys([_OTHER, _CAPITALISED, _THING, _DATE, _END])
        sets.update(dict.fromkeys(each for forms in words.values() for each in forms))
        sets.update(dict.fromkeys(_mark_categories(mark) for mark in [*marks, *DASHES, ".", ",", "/"]))
        sets.update(dict.fromkeys(map(_flagged, product((False, True), repeat=len(_OF_NUMBER)))))
        self._alphabet = {categories: chr(_FIRST_SIGNATURE + n) for n, categories in enumerate(sets)}
        self._words = {word: tuple(self._alphabet[form] for form in forms) for word, forms in words.items()}

    def members(self) -> Mapping[str, Sequence[str]]:
        """The characters of each category, of each literal (`=orang`) and of each mark (`=,`)."""
        return members_of(self._alphabet)

    def of(self, items: Sequence[Item]) -> str:
        """One character an item, and one for the end of the text, which is a `STOP` too."""
        signatures: list[str] = []
        is_first = True
        for item in items:
            signatures.append(self._signature(item, is_first=is_first))
            is_first = item.kind == "mark" and item.text in _BEFORE_CAPITAL
        return "".join(signatures) + self._alphabet[_END]

    def _signature(self, item: Item, *, is_first: bool) -> str:
        if item.kind == "date":
            return self._alphabet[_DATE]
        if item.number is not None:
            return self._alphabet[_number_categories(item.number, is_bare=item.text.isdigit())]
        known = self._words.get(item.lower)
        if known is not None:
            return known[0] if not item.text[0].isupper() else known[1] if is_first else known[2]
        if item.kind == "mark":
            return self._alphabet.get(_mark_categories(item.text), self._alphabet[_END])
        if item.text[0].isupper():
            return self._alphabet[_OTHER if is_first else _CAPITALISED]
        return self._alphabet[_THING if load_lexicon().is_thing(item.lower) else _OTHER]


def _word_categories(literals: Iterable[str]) -> dict[str, tuple[frozenset[str], ...]]:
    """For each known word what it belongs to as it stands, with the capital of a sentence, and with one of its own."""
    lexicon = load_lexicon()
    of_word: dict[str, set[str]] = {literal: {"=" + literal} for literal in literals}
    for category, words in lexicon.categories.items():
        for word in words:
            of_word.setdefault(word, set()).add(category)
    known: dict[str, tuple[frozenset[str], ...]] = {}
    for word, categories in of_word.items():
        titled_only = {name for name in categories if word in lexicon.titled.get(name, ())}
        untitled_only = {name for name in categories if word in lexicon.untitled.get(name, ())}
        titled = frozenset(categories - untitled_only)
        known[word] = (frozenset(categories - titled_only) or _OTHER, titled or _OTHER, titled | _CAPITALISED)
    return known


def _mark_categories(mark: str) -> frozenset[str]:
    return frozenset({"DASH"}) if mark in DASHES else frozenset({"=" + mark, "STOP"})


def _number_categories(number: Number, *, is_bare: bool) -> frozenset[str]:
    is_whole = number.is_figure and number.low == int(number.low)
    is_year = is_bare and number.low in _YEARS
    return _flagged(
        (
            is_whole and number.low < _SMALL,
            number.is_figure and 0 < number.low < _MAGNITUDE,
            number.low >= _MILLION,
            number.is_part,
            is_whole and number.low == 1,
            number.low > 1 and not number.is_part and not is_year,
            is_bare,
        )
    )


def _flagged(flags: Sequence[bool]) -> frozenset[str]:
    return frozenset({"N", *(name for name, is_so in zip(_OF_NUMBER, flags, strict=True) if is_so)})
