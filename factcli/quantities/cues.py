"""What a quantity is of: the nearest word of its clause that says so (`menewaskan 12 orang`, `12 orang tewas`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from factcli.grammar.alphabet import DASHES
from factcli.grammar.tokens import SENTENCE_ENDS
from factcli.quantities.items import Item
from factcli.quantities.lexicon import THING, Cue, load_lexicon
from factcli.quantities.recognise import Found

# So many items away a word still bears on the number.
_AFTER, _BEFORE = 12, 10
_PASSED_OVER = frozenset("\"“”'‘’:" + DASHES)
_SENTENCE = 40
_BEFORE_SENTENCE = SENTENCE_ENDS | frozenset('"“')
_LONGEST_ASIDE = 6
# So many items stand between a sum and the same sum in another currency.
_SAME = 3
# So many words name what is counted, behind its unit or before a sum.
_LONGEST_NAME = 3
# So many quantities of a list are passed over, so that time grows with its length and not with its square.
_LONGEST_LIST = 20
_BRACKETS = frozenset("()")


def with_meanings(items: Sequence[Item], found: Sequence[Found]) -> list[Found]:
    """The quantities, each with its meaning (`of`); without one, those whose rule asks for it are left out."""
    starts = {index: quantity.first for quantity in found for index in range(quantity.first, quantity.last)}
    for quantity in found:
        if quantity.of is None:
            quantity.of = _meaning(items, quantity, starts)
    _share(items, found)
    for quantity in found:
        quantity.of = quantity.of or load_lexicon().measured.get(quantity.unit)
    return [quantity for quantity in found if not quantity.rule.of or quantity.of in quantity.rule.of]


def _meaning(items: Sequence[Item], quantity: Found, starts: Mapping[int, int]) -> str | None:
    first = quantity.first
    own = next(_fitting(items, range(quantity.first, quantity.last), quantity, "after"), None)
    if own is not None and own[1].lasting:
        return own[1].of
    after = next(_fitting(items, _clause(items, quantity.last, 1, _AFTER, starts), quantity, "after"), None)
    before = next(_fitting(items, _clause(items, first - 1, -1, _BEFORE, starts), quantity, "before"), None)
    if before is None:
        first = _past_listed(items, first, starts)
        before = next(_fitting(items, _clause(items, first - 1, -1, _BEFORE, starts), quantity, "before"), None)
    if before is None and after is None:
        before = _subject(items, quantity, starts)
    if before is not None and (after is None or first - before[0] < after[0] - quantity.last + 1):
        return before[1].of
    nearest = after or own
    return nearest[1].of if nearest is not None else None


def _subject(items: Sequence[Item], quantity: Found, starts: Mapping[int, int]) -> tuple[int, Cue] | None:
    """What a sentence counts that ends in the number: `Korban tewas akibat gempa di Garut, Senin, menjadi 12 orang`,
    `Anggaran untuk jembatan itu naik menjadi Rp 3 miliar`.
    """
    lexicon = load_lexicon()
    before = items[quantity.first - 1].lower if quantity.first else ""
    if all(lexicon.value(category, before) is None for category in ("REACH", "WHERE")):
        return None
    index: int | None = quantity.first - 1
    while index is not None and max(-1, quantity.first - _SENTENCE) < index:
        if items[index].text in SENTENCE_ENDS:
            return None
        if index in starts:
            index = _past_quantity(items, index, -1, starts)
            continue
        is_counted = any(
            at >= 0 and lexicon.value("COUNTED", items[at].lower.split()[0]) is not None for at in (index, index - 1)
        )
        is_head = index == 0 or items[index - 1].text in _BEFORE_SENTENCE
        found = next(_fitting(items, [index], quantity, "before"), None) if is_counted or is_head else None
        if found is not None:
            return found
        index -= 1
    return None


def _past_listed(items: Sequence[Item], at: int, starts: Mapping[int, int]) -> int:
    """Where the list begins that what stands at `at` goes on with: `merusak 7 rumah warga, 2 sekolah, dan 1 masjid`."""
    lexicon = load_lexicon()
    for _ in range(_LONGEST_LIST):
        comma = _past_words(items, at - 1, starts)
        before = comma
        while before >= 0 and (items[before].text == "," or lexicon.value("AND", items[before].lower) is not None):
            before -= 1
        end = _past_words(items, before, starts)
        if before == comma or end not in starts:
            break
        at = starts[end]
    return at


def _past_words(items: Sequence[Item], at: int, starts: Mapping[int, int]) -> int:
    """Past the few words, going left from `at`, that only name what is counted: `uang tunai`, `warga`."""
    lexicon = load_lexicon()
    for index in range(at, max(-1, at - _LONGEST_NAME - 1), -1):
        word = items[index].lower
        if index in starts or items[index].kind != "word" or word in lexicon.cues:
            return index
        if lexicon.value("BARRIER", word) is not None:
            return index
    return at


def _share(items: Sequence[Item], found: Sequence[Found]) -> None:
    """Copy the meaning of a neighbouring quantity to one that has none.

    `USD 2 miliar atau Rp 30 triliun` is one sum, `11 dari 15 jenazah` are of a kind, and in `12 rumah dan 3 kios rusak`
    the word is said of both. In `tujuh dari 23 penumpang hilang` it is said of the seven alone.
    """
    lexicon = load_lexicon()
    pairs = list(pairwise(found))
    for one, other in pairs:
        between = [item.lower for item in items[one.last : other.first]]
        is_same = 0 < len(between) <= _SAME and any(lexicon.value("SAME", word) is not None for word in between)
        if is_same and other.of is None and _fits(one.of, other.unit):
            other.of = one.of
    for one, other in reversed(pairs):
        between = [item.lower for item in items[one.last : other.first]]
        is_joined = len(between) == 1 and any(lexicon.value(name, between[0]) is not None for name in ("AND", "SAME"))
        is_shared = one.rule.unit == "next" or is_joined
        if is_shared and one.of is None and _fits(other.of, one.unit):
            one.of = other.of
        if is_shared and between == ["dari"] and one.of == other.of and not _is_said_of_whole(items, other):
            other.of = None


def _is_said_of_whole(items: Sequence[Item], whole: Found) -> bool:
    """Whether all are so of whom a part is counted: `3 dari 8 korban hilang`, `2 dari 5 pekerja yang sakit`."""
    if next(_fitting(items, range(whole.first, whole.last), whole, "after"), None) is not None:
        return True
    lexicon, behind = load_lexicon(), items[whole.last].lower if whole.last < len(items) else ""
    are_victims = lexicon.value("COUNTED", items[whole.last - 1].lower) is not None
    return behind == "yang" or (are_victims and behind in lexicon.cues)


def _fits(of: str | None, unit: str) -> bool:
    lexicon = load_lexicon()
    return of is not None and bool({unit, lexicon.kinds.get(unit, THING)} & lexicon.units_of.get(of, frozenset()))


def _fitting(
    items: Sequence[Item], indices: Sequence[int] | range, quantity: Found, side: str
) -> Iterator[tuple[int, Cue]]:
    """The words on that side that fit the quantity's unit, the nearest first."""
    lexicon = load_lexicon()
    kind = lexicon.kinds.get(quantity.unit, THING)
    passed: set[str] = set()
    for index in indices:
        word = items[index].lower
        for cue in lexicon.cues.get(word, ()):
            is_negated = index > 0 and lexicon.value("NOT", items[index - 1].lower) is not None
            fits = not is_negated and (quantity.unit in cue.units or kind in cue.units)
            if fits and getattr(cue, side) and not passed & cue.not_across:
                yield index, cue
        passed.add(word)


def _clause(items: Sequence[Item], at: int, step: int, most: int, starts: Mapping[int, int]) -> list[int]:
    """The items from `at` on, as far as the clause goes: up to another quantity, a mark or a word that ends it.

    What stands in brackets is passed over.
    """
    lexicon = load_lexicon()
    indices: list[int] = []
    index: int | None = at
    while index is not None and 0 <= index < len(items) and len(indices) < most:
        item = items[index]
        if index in starts:
            index = _past_quantity(items, index, step, starts)
            continue
        if item.text in _BRACKETS:
            index = _past_aside(items, index, step)
            continue
        if item.kind == "mark" and item.text not in _PASSED_OVER and not _goes_on(items, index, step):
            break
        is_end = lexicon.value("BARRIER", item.lower) is not None and not _joins(items, index, step)
        if not is_end or item.lower in lexicon.cues:
            indices.append(index)
        if is_end:
            break
        index += step
    return indices


def _past_quantity(items: Sequence[Item], at: int, step: int, starts: Mapping[int, int]) -> int | None:
    """Past a quantity that only says where (`12 warga di tiga desa mengungsi`) or how much another changed (`harga naik
    5 persen menjadi Rp 9.000`); None where the clause ends at it.
    """
    lexicon = load_lexicon()
    first = last = starts[at]
    while starts.get(last) == first:
        last += 1
    is_place = first > 0 and lexicon.value("WHERE", items[first - 1].lower) is not None
    is_change = step < 0 and last < len(items) and lexicon.value("BECOMES", items[last].lower) is not None
    if not is_place and not is_change:
        return None
    return last if step > 0 else first - 1


def _goes_on(items: Sequence[Item], at: int, step: int) -> bool:
    """Whether a comma only parts a number from what it is the number of: `korban tewas bertambah, kini tercatat 12`."""
    is_backwards = step < 0 and at + 1 < len(items)
    return is_backwards and items[at].text == "," and load_lexicon().value("CONTINUES", items[at + 1].lower) is not None


def _joins(items: Sequence[Item], at: int, step: int) -> bool:
    """Whether the word only joins two names (`Jawa dan Lampung`) or what became of one (`tertimbun dan tewas`), or says
    behind the number where they are from (`lima orang dari Garut tewas`).
    """
    if not 0 < at < len(items) - 1:
        return False
    if step > 0 and load_lexicon().value("WHERE", items[at].lower) is not None:
        return True
    before, after = items[at - 1], items[at + 1]
    if before.kind == after.kind == "word" and before.text[0].isupper() and after.text[0].isupper():
        return True
    return step > 0 and any(cue.after for cue in load_lexicon().cues.get(after.lower, ()))


def _past_aside(items: Sequence[Item], at: int, step: int) -> int | None:
    """Past the brackets that begin at `at` in the direction of `step`; None where they do not, or are long."""
    if items[at].text != ("(" if step > 0 else ")"):
        return None
    for index in range(at + step, at + step * _LONGEST_ASIDE, step):
        if 0 <= index < len(items) and items[index].text == (")" if step > 0 else "("):
            return index + step
    return None
