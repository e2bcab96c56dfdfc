"""Where the quantities of a stretch of text stand and what they say: the grammar applied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from factcli.grammar.compiled import CompiledRule
from factcli.quantities.grammar import load_grammar
from factcli.quantities.items import Item
from factcli.quantities.lexicon import THING, Rule, load_lexicon
from factcli.quantities.numerals import LARGEST
from factcli.schema import Modifier

_MONTHS_A_YEAR = 12
_BORROWED = frozenset({"next", "previous"})
# So many items apart, a quantity may be of the same as the one before it.
_NEAR = 8
# Three figures behind a comma are a fraction, but not of what is only counted whole: `2,500 orang`.
_COUNTED_WHOLE = frozenset({"people", "count", "building", "vehicle", THING})


@dataclass(slots=True)
class Found:
    """A quantity that is items[first:last] of its stretch: from `low` to `high`, None where that end is open.

    `unit` is the code of its unit; `value` the one number that is said, None for a range or a word like `ratusan`.
    """

    first: int
    last: int
    rule: Rule
    unit: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    mod: Modifier | None
    of: str | None = None


def recognise(items: Sequence[Item], has_word: Sequence[frozenset[str]]) -> list[Found]:
    """The quantities of the items, in order; `has_word` says of which categories the sentence of each has words."""
    found: list[Found] = []
    for compiled, match in load_grammar().matches(items):
        rule = compiled.rule
        if rule.none or (rule.sentence is not None and rule.sentence not in has_word[match.start()]):
            continue
        quantity = _quantity(compiled, match, items)
        if quantity is not None:
            found.append(quantity)
    return _with_borrowed_units(found)


def _with_borrowed_units(found: Sequence[Found]) -> list[Found]:
    """The quantities, those that name no unit with that of the one beside them; left out where none is near."""
    for quantity, following in pairwise(found):
        if quantity.unit == "next":
            quantity.unit = following.unit
    for before, quantity in zip([None, *found], found, strict=False):
        if quantity.unit == "previous" and before is not None and quantity.first - before.last <= _NEAR:
            quantity.unit = before.unit
    return [quantity for quantity in found if quantity.unit not in _BORROWED]


def _quantity(compiled: CompiledRule[Rule], match: re.Match[str], items: Sequence[Item]) -> Found | None:
    slots = {(slot.rstrip("_"), slot): match.span(slot) for slot in compiled.slots if match.start(slot) >= 0}
    spans: dict[str, tuple[int, int]] = {}
    for (name, _), span in slots.items():
        spans.setdefault(name, span)
    words: dict[str, Any] = {
        name: load_lexicon().value(compiled.slots[slot], items[match.start(slot)].lower)
        for name, slot in slots
        if compiled.slots[slot] in load_lexicon().categories
    }
    unit = compiled.rule.unit or words.get("unit") or words.get("thing")
    if unit == "noun":
        unit = items[spans["noun"][0]].lower
    elif "years" in spans or "months" in spans:
        unit = "year" if "years" in spans else "month"
    if unit is None:
        return None
    inside = [span for (name, _), span in slots.items() if name != "thing"]
    first, last = min(start for start, _ in inside), max(end for _, end in inside)
    low, high, is_loose = _ends(match, items, words)
    if low > high and unit != "score":
        # `157,8 juta atau 58,4 persen` are two, and the first has no unit.
        first, low = spans["high"][0], high
        words.pop("mod", None)
    if load_lexicon().kinds.get(unit, THING) in _COUNTED_WHOLE:
        low, high = _whole(low), _whole(high)
    if high > LARGEST:
        return None
    mod: Modifier | None = words.get("mod") or words.get("more") or ("APPROX" if is_loose else None)
    quantity = Found(first, last, compiled.rule, unit, low if low == high else None, low, high, mod)
    if unit == "score":
        quantity.value, quantity.low, quantity.high = None, min(low, high), max(low, high)
    elif mod == "MORE_THAN":
        quantity.high = None
    elif mod == "LESS_THAN":
        quantity.low = None
    elif mod == "APPROX" and low == high:
        quantity.low = quantity.high = None
    if "years" in spans or "months" in spans:
        quantity.of = "prison"
    return quantity


def _ends(match: re.Match[str], items: Sequence[Item], words: dict[str, object]) -> tuple[Decimal, Decimal, bool]:
    """The least and the most, and whether that is a rough number."""
    groups = match.groupdict()
    numbers = {
        slot: number
        for slot in ("n", "high", "n_")
        if groups.get(slot) is not None and (number := items[match.start(slot)].number) is not None
    }
    if "n" not in numbers:
        return Decimal(1), Decimal(1), False
    number = numbers["n"]
    low, high = number.low, number.high
    top = numbers.get("high")
    if top is not None:
        # `2 hingga 3 juta`: both are millions.
        if number.scale == 1 < top.scale and low * top.scale <= top.low:
            low *= top.scale
        high = top.high
    if "n_" in numbers:
        low = high = low + (numbers["n_"].low / _MONTHS_A_YEAR).quantize(Decimal("0.01"))
    factor = words.get("scale")
    if isinstance(factor, int):
        low, high = low * factor, high * factor
    return low, high, number.is_loose


def _whole(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return number * 1000 if exponent == -3 else number


def plain(number: Decimal | None) -> int | float | None:
    """The number as JSON has it: whole where it is whole, else with four figures behind the point at most."""
    if number is None:
        return None
    return int(number) if number == int(number) else float(round(number, 4))


def words_of_sentences(items: Sequence[Item], sentences: Sequence[int], wanted: Iterable[str]) -> list[frozenset[str]]:
    """For each item which of the `wanted` categories its sentence has words of; `sentences` numbers the items' own."""
    lexicon = load_lexicon()
    held: dict[int, set[str]] = {}
    for item, sentence in zip(items, sentences, strict=True):
        held.setdefault(sentence, set()).update(
            category for category in wanted if lexicon.value(category, item.lower) is not None
        )
    frozen = {sentence: frozenset(found) for sentence, found in held.items()}
    return [frozen[sentence] for sentence in sentences]
