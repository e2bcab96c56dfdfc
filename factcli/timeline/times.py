"""Times of accounts: first and last day, and whether two can be the time of one event."""

from __future__ import annotations

import datetime
from typing import TypeGuard

from factcli.schema import When

EARLIEST = "0000-00-00"
LATEST = "9999-99-99"
KNOWN, UNKNOWN = "known", "unknown"
MONTH = 31
YEAR = 366


def first_day(when: When | None) -> str:
    """The first day of a time, as text that sorts."""
    return (when.earliest if when else None) or EARLIEST


def last_day(when: When | None) -> str:
    """The last day of a time, as text that sorts."""
    return (when.latest if when else None) or LATEST


def order_of(when: When | None) -> tuple[str, str]:
    """The first and the last day by which times stand in order: what ends with a day stands at that day."""
    first, last = first_day(when), last_day(when)
    return (last if when is not None and when.earliest is None else first), last


def ends_of(when: When | None) -> tuple[str | None, str | None] | None:
    """The first and the last day, None where one is open; None without a time."""
    return (when.earliest, when.latest) if when is not None else None


def is_dated(when: When | None) -> TypeGuard[When]:
    """True for a time with a first or last day."""
    return when is not None and (when.earliest is not None or when.latest is not None)


def days_of(when: When | None) -> int | None:
    """How many days a time covers; None where it is open or unknown."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    return (datetime.date.fromisoformat(when.latest) - datetime.date.fromisoformat(when.earliest)).days + 1


def contains(outer: When | None, inner: When | None) -> bool:
    """True where every day of `inner` is a day of `outer`."""
    return first_day(outer) <= first_day(inner) and last_day(inner) <= last_day(outer)


def fit(one: When | None, other: When | None) -> bool:
    """True where one time lies in the other; a time open at one end fits one that is open at the same day."""
    if one is None or other is None:
        return one is other
    if days_of(one) is None or days_of(other) is None:
        return ends_of(one) == ends_of(other)
    return contains(one, other) or contains(other, one)


def agree(one: When | None, other: When | None) -> bool:
    """True where both can be of one event: they fit, or the one is the day from which the other goes on."""
    if fit(one, other):
        return True
    if one is None or other is None or one.earliest is None or one.earliest != other.earliest:
        return False
    return (one.latest is None and days_of(other) == 1) or (other.latest is None and days_of(one) == 1)


def overlap(one: When | None, other: When | None) -> bool:
    """True for two times of more than a day that have a day in common."""
    if days_of(one) == 1 or days_of(other) == 1:
        return False
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)


def are_neighbours(one: When | None, other: When | None) -> bool:
    """True for two days that follow each other."""
    if one is None or other is None or days_of(one) != 1 or days_of(other) != 1:
        return False
    apart = datetime.date.fromisoformat(first_day(one)) - datetime.date.fromisoformat(first_day(other))
    return abs(apart.days) == 1


def stretches_of(when: When | None) -> tuple[list[str], list[str]]:
    """The names of stretches of time under which an account is filed, and of those under which it looks for others.

    A short time is filed under its days and its months, and looks under its days and the days beside them; a time of
    more than a month is filed and looks under months, one of more than a year or open under itself and the day from
    which it goes on. What has no time is compared with all.
    """
    if not is_dated(when):
        return [UNKNOWN], [UNKNOWN, KNOWN]
    filed_under, looked_under = _known_stretches(when)
    return [*filed_under, KNOWN], [*looked_under, UNKNOWN]


def _known_stretches(when: When) -> tuple[list[str], list[str]]:
    count = days_of(when)
    if count is None or count > YEAR:
        itself = [f"{first_day(when)}/{last_day(when)}"]
        # `sejak Rabu`: what began on Wednesday may be reported of that day alone.
        begun = [first_day(when)] if when.latest is None else []
        return itself + begun, itself + begun
    first, last = datetime.date.fromisoformat(first_day(when)), datetime.date.fromisoformat(last_day(when))
    months = [f"{year:04}-{month + 1:02}" for year, month in _months(first, last)]
    if count > MONTH:
        return months, months
    days = _days(first.toordinal(), last.toordinal())
    return days + months, _days(first.toordinal() - 1, last.toordinal() + 1)


def _days(first: int, last: int) -> list[str]:
    """The days with these ordinals, as far as the calendar has them."""
    known = range(max(first, datetime.date.min.toordinal()), min(last, datetime.date.max.toordinal()) + 1)
    return [datetime.date.fromordinal(ordinal).isoformat() for ordinal in known]


def _months(first: datetime.date, last: datetime.date) -> list[tuple[int, int]]:
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [divmod(month, 12) for month in range(start, end + 1)]
