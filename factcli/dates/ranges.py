"""What the two ends of a range or list share: `20-25 Januari 2024`, `Juni-Juli 2014`, `satu hingga dua tahun`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from factcli.dates.direction import leads_to
from factcli.dates.grammar import load_grammar
from factcli.dates.meaning import Expression, Meaning
from factcli.grammar.alphabet import DASHES
from factcli.grammar.tokens import Token

_OF_DAY = frozenset({"year", "month", "day", "weekday", "unit", "shift", "count", "sign", "direction", "feast"})
# Beside a weekday these leave open which week it is in.
_OF_WEEKDAY = frozenset({"weekday", "part", "hour", "minute"})


def share(tokens: Sequence[Token], expressions: Sequence[Expression]) -> list[Expression]:
    """The expressions, each first end of a range completed by what only the last end says."""
    shared: list[Expression] = []
    for index in reversed(range(len(expressions))):
        expression = expressions[index]
        after = shared[-1] if shared else None
        link = tokens[expression.last : after.first] if after is not None else []
        if after is not None and load_grammar().links(link):
            if _is_weekday(expression.meaning) and after.meaning.first_day is not None:
                opens = not _follows_weekday(tokens, expressions, index)
                meaning = _of_days(expression.meaning, after.meaning, opens=opens)
            else:
                meaning = _completed(expression.meaning, after.meaning, is_range=_makes_range(link))
            expression = replace(expression, meaning=meaning)
        shared.append(expression)
    return shared[::-1]


def _follows_weekday(tokens: Sequence[Token], expressions: Sequence[Expression], index: int) -> bool:
    """Whether a bare weekday stands before the expression at `index` in one list with it."""
    before = expressions[index - 1] if index else None
    if before is None or not _is_weekday(before.meaning):
        return False
    return load_grammar().links(tokens[before.last : expressions[index].first])


def _is_weekday(meaning: Meaning) -> bool:
    return meaning.weekday is not None and meaning.named() <= {"weekday", "part"}


def _of_days(weekday: Meaning, last: Meaning, *, opens: bool) -> Meaning:
    """The weekday on its day of the range of days given with the last: the first of them where it opens the list."""
    day, month = last.first_day, last.first_month or last.month
    if not opens:
        day, month = (last.day or 0) - ((last.weekday or 0) - (weekday.weekday or 0)) % 7, last.month
        if day < 1:
            return weekday
    elif last.first_month is None and (day or 0) > (last.day or 0):
        month = 12 if last.month == 1 else (last.month or 0) - 1
    year = last.year
    if year is not None and (month or 0) > (last.month or 0):
        year -= 1
    return replace(
        weekday,
        day=day,
        month=month,
        year=year,
        first_day=last.first_day,
        first_month=last.first_month,
        last_day=last.last_day or last.day,
        last_month=last.last_month or last.month,
    )


def feasts_counted_from(atoms: Sequence[Expression], expressions: Sequence[Expression]) -> list[Expression]:
    """The expressions; `H-3` with no feast beside it counts from the last that the segment names before, or the next.

    A feast may be among the atoms alone, since without its year it makes no expression.
    """
    if not any(one.meaning.unresolved and one.meaning.sign for one in expressions):
        return list(expressions)
    taken = {index for one in expressions for index in range(one.first, one.last)}
    alone = [atom for atom in atoms if atom.first not in taken]
    feasts = sorted((one for one in [*expressions, *alone] if one.meaning.feast), key=lambda one: one.first)
    starts = [feast.first for feast in feasts]
    out: list[Expression] = []
    for one in expressions:
        if feasts and one.meaning.unresolved and one.meaning.sign:
            feast = feasts[max(0, bisect_left(starts, one.first) - 1)]
            one = replace(one, meaning=_on_feast_of(one.meaning, feast.meaning))
        out.append(one)
    return out


def _on_feast_of(counted: Meaning, feast: Meaning) -> Meaning:
    return replace(counted, feast=feast.feast, year=feast.year, hijri_year=feast.hijri_year, unresolved=None)


def begun_by(
    tokens: Sequence[Token], expressions: Sequence[Expression], index: int, first_day: str | None
) -> date | None:
    """The first day of the expression before the one at `index`, if that one goes on from it; it names no year.

    It ends a range (`Sabtu hingga Senin`), says the same day in another zone (`Sabtu (3/2) atau Minggu WIB`), or is
    the next of its kind (`Sabtu dan Minggu`, `Januari dan Februari`). A day that is not on the weekday given with it
    is no safe ground.
    """
    if index == 0 or first_day is None:
        return None
    day = date.fromisoformat(first_day)
    first, last = expressions[index - 1].meaning, expressions[index].meaning
    link = tokens[expressions[index - 1].last : expressions[index].first]
    if last.weekday is not None and last.named() <= _OF_WEEKDAY and (first.weekday or first.unit == "D"):
        if first.weekday not in (None, day.isoweekday()):
            return None
        again, is_next = load_grammar().restates(link), last.weekday == day.isoweekday() % 7 + 1
        goes_on = (again and (first.day is not None or is_next)) or (is_next and load_grammar().links(link))
    elif last.month is not None and last.year is None:
        is_next = first.month is not None and last.month == first.month % 12 + 1
        goes_on = is_next and load_grammar().links(link)
    else:
        return None
    return day if goes_on or _makes_range(link) else None


def _makes_range(link: Sequence[Token]) -> bool:
    """Whether what stands between two dates makes them the ends of a range."""
    return len(link) == 1 and (link[0].text in DASHES or leads_to(link[0].lower))


def only_clock(meaning: Meaning) -> bool:
    """Whether the words name a time of day and no day."""
    return meaning.names_hour() and not meaning.named() & _OF_DAY


def is_stretch_of_day(tokens: Sequence[Token], expressions: Sequence[Expression], index: int) -> bool:
    """Whether the expression is one end of a part of the day with no day to it: `pada malam hingga pagi hari`."""
    if not _only_part(expressions[index].meaning):
        return False
    return any(
        _only_part(left.meaning) and _only_part(right.meaning) and load_grammar().links(tokens[left.last : right.first])
        for left, right in pairwise(expressions[max(0, index - 1) : index + 2])
    )


def _only_part(meaning: Meaning) -> bool:
    return meaning.part is not None and meaning.hour is None and meaning.half_to is None and only_clock(meaning)


def _completed(first: Meaning, last: Meaning, *, is_range: bool) -> Meaning:
    if first.kind == "duration":
        return first if first.unit else replace(first, unit=last.unit)
    if last.kind != "date" or first.shift is not None:
        return first
    if first.day is not None and first.month is None and last.month is not None:
        direction = first.direction or last.direction
        completed = replace(
            first, month=last.month, year=last.year, direction=direction, last_day=last.last_day or last.day
        )
        if (is_range or first.weekday is not None) and first.day > (last.day or first.day):
            return _month_before(completed)
        return completed
    if first.named() == {"weekday"} and last.weekday is not None and last.day is None:
        return replace(first, unit=last.unit, shift=last.shift, direction=last.direction)
    if first.month is not None and first.year is None and last.month is not None:
        if first.weekday is None and last.weekday is not None and not is_range:
            # `akan tiba pada 3 Februari, Senin (22/1)`: the day of a saying goes on with no list.
            return first
        if last.unit == "Y":
            return replace(first, unit=last.unit, shift=last.shift)
        year = last.year
        if year is not None and (first.month, first.day or 0) > (last.month, last.day or 0):
            year -= 1
        direction = first.direction or last.direction
        if year is not None:
            return replace(first, year=year, direction=direction)
        return replace(first, direction=direction, last_month=last.month, last_day=last.day)
    if (first.quarter or first.half) and first.year is None and first.unit is None and (last.quarter or last.half):
        return replace(first, year=last.year, unit=last.unit, shift=last.shift)
    if first.hour is not None and first.part is None and first.hour <= (last.hour or 0):
        # `jam 9-10 malam`
        first = replace(first, part=last.part)
    if only_clock(first) and not only_clock(last) and last.names_hour():
        return on_day_of(first, last)
    return first


def _month_before(meaning: Meaning) -> Meaning:
    """The same day in the month before: `Rabu (31) dan Kamis (1/2)`, `31-2 Februari`."""
    month, year = (meaning.month or 0) - 1, meaning.year
    if month < 1:
        month, year = 12, None if year is None else year - 1
    return replace(meaning, month=month, year=year, last_month=meaning.month)


def on_day_of(clock: Meaning, day: Meaning) -> Meaning:
    """The time of day, on the day that the other words name."""
    return replace(clock, **{name: getattr(day, name) for name in (*_OF_DAY, "anaphoric")})
