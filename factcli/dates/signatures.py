"""Tokens as characters: a token's signature is the set of categories that it belongs to, written as one character."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from factcli.dates.lexicon import load_lexicon
from factcli.grammar.alphabet import DASHES, members_of
from factcli.grammar.tokens import Token

_FIRST_SIGNATURE = 0x21
# In digits: a longer number is no part of a date.
_LONGEST_NUMBER = 4
_OTHER = frozenset({"OTHER"})
_CAPITALISED = frozenset({"CAPITALISED"})
_QUANTITY = frozenset({"NUM", "QUANTITY"})


class Signatures:
    """The alphabet of signatures, for the literals and marks that the rules name beside the lexicon's categories."""

    def __init__(self, literals: Iterable[str], marks: Iterable[str]) -> None:
        word_sets = _word_categories(literals)
        sets = dict.fromkeys([_OTHER, _CAPITALISED, _QUANTITY])
        for categories in word_sets.values():
            sets.update(dict.fromkeys(categories))
        for mark in [*marks, "/", "-", ".", ":", ",", "(", ")", "%"]:
            sets.update({_mark_categories(mark, False): None, _mark_categories(mark, True): None})
        sets.update(dict.fromkeys(_digit_categories(digits) for digits in _sample_numbers()))
        self._alphabet = {categories: chr(_FIRST_SIGNATURE + n) for n, categories in enumerate(sets)}
        self._words = {
            word: (self._alphabet[plain], self._alphabet[titled], self._alphabet[opening])
            for word, (plain, titled, opening) in word_sets.items()
        }

    def members(self) -> Mapping[str, Sequence[str]]:
        """The characters of each category, of each literal (`=hari`) and of each mark (`=,`)."""
        return members_of(self._alphabet)

    def of(self, tokens: Sequence[Token]) -> str:
        """One character a token."""
        return "".join([self._signature(token) for token in tokens])

    def _signature(self, token: Token) -> str:
        if token.kind == "word":
            known = self._words.get(token.lower)
            if known is None:
                return self._alphabet[_CAPITALISED if token.text[0].isupper() else _OTHER]
            plain, titled, opening = known
            if not token.text[0].isupper():
                return plain
            return opening if token.opens else titled
        if token.kind == "mark":
            return self._alphabet.get(_mark_categories(token.text, token.tight), self._alphabet[_OTHER])
        if token.kind == "quantity":
            return self._alphabet[_QUANTITY]
        return self._alphabet[_digit_categories(token.text)]


def _word_categories(
    literals: Iterable[str],
) -> dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]]:
    """For each known word what it belongs to as it stands, with a capital, and at the head of a sentence."""
    lexicon = load_lexicon()
    of_word: dict[str, set[str]] = {literal: {"=" + literal} for literal in literals}
    for category, words in lexicon.categories.items():
        for word in words:
            of_word.setdefault(word, set()).add(category)
    known: dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]] = {}
    for word, categories in of_word.items():
        titled_only = {name for name in categories if word in lexicon.titled.get(name, ())}
        untitled_only = {name for name in categories if word in lexicon.untitled.get(name, ())}
        marked = {name + "T" for name in untitled_only}
        known[word] = (
            frozenset(categories - titled_only) or _OTHER,
            frozenset((categories - untitled_only) | marked),
            frozenset(categories | marked),
        )
    return known


def _sample_numbers() -> list[str]:
    """Numbers enough to meet every signature that a number may have."""
    short = [str(number).zfill(length) for length in (1, 2) for number in range(10**length)]
    edges = ("100", "1000", "1300", "1500", "1600", "1900", "2100")
    return [*short, "000", "0000", "12345", *edges, *(str(int(edge) + 1) for edge in edges)]


@cache
def _mark_categories(mark: str, tight: bool) -> frozenset[str]:
    if mark in DASHES:
        mark = "-"
    name = {"/": "SLASH", "-": "DASH", ".": "DOT", ":": "COLON", ",": "COMMA"}.get(mark)
    categories = {"=" + mark}
    if name:
        categories |= {name, "T" + name} if tight else {name}
    return frozenset(categories)


def _digit_categories(digits: str) -> frozenset[str]:
    return _categories_of_number(digits) if len(digits) <= _LONGEST_NUMBER else frozenset({"LONGNUMBER"})


@cache
def _categories_of_number(digits: str) -> frozenset[str]:
    """What a number may be.

    `D` a day, `M` a month, `H` an hour, `MIN` a minute, `ONE` the first, `YY` of two figures, `TENS` such as 80,
    `CENTURY` up to 21, `QUARTERNUM` up to 4, `HALFNUM` 1 or 2; `YEAR` 1900-2099, `OLDYEAR` 1500-1899, `ANYYEAR`
    100-9999, `HIJRIYEAR` 1300-1599, `DECADE` such as 1980, `PLAIN` of three or four figures and none of our years.
    """
    number = int(digits)
    categories = {"NUM"}
    if len(digits) <= 2:
        tops = (("D", 31), ("M", 12), ("CENTURY", 21), ("QUARTERNUM", 4), ("HALFNUM", 2))
        categories |= {name for name, top in tops if 1 <= number <= top}
        categories |= {name for name, fits in (("H", number <= 24), ("ONE", number == 1)) if fits}
    if len(digits) == 2:
        categories |= {"YY", "MIN"} if number < 60 else {"YY"}
        if number % 10 == 0:
            categories.add("TENS")
    if len(digits) in (3, 4) and number >= 100:
        categories.add("ANYYEAR")
    if len(digits) == 4 and 1500 <= number <= 2099 and number % 10 == 0:
        categories.add("DECADE")
    if 1300 <= number < 1600:
        categories.add("HIJRIYEAR")
    if len(digits) == 4 and 1900 <= number <= 2099:
        categories.add("YEAR")
    elif len(digits) >= 3:
        categories |= {"PLAIN", "OLDYEAR"} if len(digits) == 4 and 1500 <= number < 1900 else {"PLAIN"}
    return frozenset(categories)
