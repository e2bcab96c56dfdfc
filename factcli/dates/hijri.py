"""Days of the Islamic calendar, as Indonesia counts them.

The tabular calendar. A month is moved by a few days where its feast (from the `holidays` library), or the
announced first day of Ramadan, shows when it began; any other month may be a day off, since months are sighted.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from factcli.dates.calendar import days_later
from factcli.dates.feasts import feast_days
from factcli.tables import read_table

_EPOCH = date(622, 7, 19)
_RAMADAN = 9
# Month -> its feast, and the day of the month on which that falls.
_MARKS = {
    1: ("Islamic New Year", 1),
    3: ("Prophet's Birthday", 12),
    7: ("Isra' and Mi'raj", 27),
    10: ("Eid al-Fitr", 1),
    12: ("Eid al-Adha", 10),
}
_NEAR = 3


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The day of our calendar, None beyond it or for a day that no month has."""
    first = _first_of_month(year, month)
    return days_later(first, day - 1) if first is not None and 1 <= day <= 30 else None


def hijri_span(year: int, month: int | None) -> tuple[date, date] | None:
    """The first and last day of an Islamic month, or of the whole year; None beyond our calendar."""
    first = _first_of_month(year, month or 1)
    following = _first_of_month(year, month + 1) if month and month < 12 else _first_of_month(year + 1, 1)
    if first is None or following is None:
        return None
    return first, following - timedelta(days=1)


def hijri_feast(name: str, year: int) -> date | None:
    """The day of the feast (its name in `holidays`) in an Islamic year; None for a feast of another calendar."""
    return next((hijri_day(year, month, day) for month, (feast, day) in _MARKS.items() if feast == name), None)


def hijri_year_of(day: date) -> int:
    """The Islamic year that the day lies in, or the one beside it."""
    return int((day - _EPOCH).days * 30 / 10631) + 1


def hijri_year_in(year: int, month: int) -> int | None:
    """The Islamic year whose month begins in this year of ours; the first, where two do."""
    around = hijri_year_of(date(year, 1, 1))
    for hijri_year in range(around - 1, around + 3):
        first = _first_of_month(hijri_year, month)
        if first is not None and first.year == year:
            return hijri_year
    return None


@cache
def _first_of_month(year: int, month: int) -> date | None:
    if not 1 <= year <= 9000 or not 1 <= month <= 12:
        return None
    tabular = days_later(_EPOCH, (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2)
    if tabular is None:
        return None
    if month == _RAMADAN and str(year) in _announced():
        return _announced()[str(year)]
    if month in _MARKS:
        name, of_month = _MARKS[month]
        for day in feast_days(name, (tabular + timedelta(days=of_month)).year):
            first = day - timedelta(days=of_month - 1)
            if abs((first - tabular).days) <= _NEAR:
                return first
    return tabular


def _announced() -> Mapping[str, date]:
    days: Mapping[str, date] = read_table(Path(__file__).with_name("hijri.toml"))["ramadan"]
    return days
