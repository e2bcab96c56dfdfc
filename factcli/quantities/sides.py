"""Whose the two numbers of a score are: `Persib menang 2-1 atas Persija`, `Persib ditahan Persija 1-1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcli.quantities.items import Item
from factcli.quantities.lexicon import OUTCOMES, load_lexicon
from factcli.quantities.recognise import Found

# So many items before a score what the sides did may stand; so many words stand between them and a side.
_BEFORE, _MEANWHILE = 9, 4
_NOUNS = frozenset({"VICTORY", "DEFEAT"})


class Sided(NamedTuple):
    """The side that items[first:last] name, and its number of the score."""

    first: int
    last: int
    score: int


def sides_of(items: Sequence[Item], found: Sequence[Found], number: int) -> list[Sided]:
    """The sides of the score found[number] that the text names, in the order of the text.

    The winner has the larger number, in whichever order they are written. A set of a match has no sides of its own.
    """
    score = found[number]
    if score.unit != "score" or score.low is None or score.high is None or _is_listed(items, found, number):
        return []
    low, high = int(score.low), int(score.high)
    outcome = _outcome(items, score.first)
    if outcome is None:
        return []
    at, name = outcome
    if (name == "DRAWS") != (low == high):
        return []
    own, other = (high, low) if name in ("WINS", "VICTORY") else (low, high)
    stop = at + 1
    sides: list[Sided] = []
    if name in _NOUNS:
        side = _name_from(items, stop, score.first)
        if side is not None:
            sides.append(Sided(*side, own))
            stop = side[1]
    elif (side := _name_before(items, at)) is not None:
        sides.append(Sided(*side, own))
    opponent = _opponent(items, stop, score, needs_word=name in _NOUNS)
    if opponent is not None:
        sides.append(Sided(*opponent, other))
    return sorted(sides)


def _is_listed(items: Sequence[Item], found: Sequence[Found], number: int) -> bool:
    """Whether another score stands beside it, as those of the sets of a match do."""
    for before, after in ((number - 1, number), (number, number + 1)):
        if before >= 0 and after < len(found) and found[before].unit == found[after].unit == "score":
            between = items[found[before].last : found[after].first]
            if all(item.kind == "mark" or load_lexicon().value("AND", item.lower) is not None for item in between):
                return True
    return False


def _outcome(items: Sequence[Item], score: int) -> tuple[int, str] | None:
    """The word before the score that says how the match ended, and in which table it stands."""
    lexicon = load_lexicon()
    for at in range(score - 1, max(-1, score - _BEFORE), -1):
        if items[at].kind == "number" or (items[at].kind == "mark" and items[at].text not in "()"):
            return None
        for name in OUTCOMES:
            if lexicon.value(name, items[at].lower) is not None:
                return at, name
    return None


def _opponent(items: Sequence[Item], at: int, score: Found, *, needs_word: bool) -> tuple[int, int] | None:
    """The other side: behind what was done (`mengalahkan Persija 2-1`), or behind the score (`2-1 atas Persija`)."""
    lexicon = load_lexicon()
    for start, end in ((at, score.first), (score.last, len(items))):
        while start < end and lexicon.value("WITHSCORE", items[start].lower) is not None:
            start += 1
        is_said = False
        while start < end and lexicon.value("AGAINST", items[start].lower) is not None:
            start, is_said = start + 1, True
        if (is_said or (end == score.first and not needs_word)) and (side := _name_from(items, start, end)) is not None:
            return side
    return None


def _name_from(items: Sequence[Item], at: int, end: int) -> tuple[int, int] | None:
    last = at
    while last < end and _is_name(items[last]):
        last += 1
    if at < last < len(items) - 1 and items[last].tight and items[last + 1].text.isdigit():
        # `Mali U-17`
        last += 2
    return (at, last) if last > at else None


def _name_before(items: Sequence[Item], at: int) -> tuple[int, int] | None:
    """The name that what was done is said of: `Persib Bandung berhasil menang`."""
    lexicon = load_lexicon()
    last = at
    while last > max(0, at - _MEANWHILE) and lexicon.value("MEANWHILE", items[last - 1].lower) is not None:
        last -= 1
    first = last
    while first > 0 and _is_name(items[first - 1]):
        first -= 1
    first += next((step for step, item in enumerate(items[first:last]) if not _opens(item)), last - first)
    is_coach = any(lexicon.value("COACHED", item.lower) is not None for item in items[max(0, first - 1) : first + 1])
    return (first, last) if last > first and not is_coach else None


def _is_name(item: Item) -> bool:
    return item.kind == "word" and item.text[0].isupper()


def _opens(item: Item) -> bool:
    """Whether it has a capital only because a sentence begins with it: `Saat Persib menang`."""
    lexicon = load_lexicon()
    return any(lexicon.value(name, item.lower) is not None for name in ("BARRIER", "NOTCOUNTED", "REACH", "CONTEST"))
