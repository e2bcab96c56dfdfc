"""The days of moving feasts, from the `holidays` library, which is loaded only when a feast is met."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from factcli.dates.calendar import day_of, days_later

_EASTER, _GOOD_FRIDAY = "Easter Sunday", "Good Friday"
_SECOND_DAY = "Second Day"
_JAVANESE_NEW_YEAR = "Javanese New Year"
# 1 Sura of the Javanese year 1867, the first of an eight-year cycle in the reckoning kept since (Asapon).
_FIRST_CYCLE = date(1936, 3, 24)
_YEARS_OF_CYCLE = (354, 355, 354, 354, 355, 354, 354, 355)


def feast_days(name: str, year: int) -> list[date]:
    """The days in `year` on which Indonesia keeps the feast (its name in English, as in `holidays`), oldest first."""
    if name == _JAVANESE_NEW_YEAR:
        return _javanese_new_years(year)
    days = [day for day, titles in _holidays(year).items() if any(title.startswith(name) for title in titles)]
    if not days and name == _EASTER:
        days = [friday + timedelta(days=2) for friday in feast_days(_GOOD_FRIDAY, year)]
    return sorted(days)


def feast_day(name: str, year: int) -> date | None:
    """The first day of the feast in `year`, None if not known."""
    days = feast_days(name, year)
    return days[0] if days else None


@cache
def _holidays(year: int) -> Mapping[date, list[str]]:
    import holidays

    found = holidays.country_holidays("ID", years=year, language="en_US")
    return {day: [title for title in titles.split("; ") if _SECOND_DAY not in title] for day, titles in found.items()}


def _javanese_new_years(year: int) -> list[date]:
    first = day_of(year, 1, 1)
    if first is None or year < _FIRST_CYCLE.year:
        return []
    day = _FIRST_CYCLE + timedelta(days=(first - _FIRST_CYCLE).days // sum(_YEARS_OF_CYCLE) * sum(_YEARS_OF_CYCLE))
    days: list[date] = []
    for length in _YEARS_OF_CYCLE * 2:
        if day.year == year:
            days.append(day)
        following = days_later(day, length)
        if following is None:
            break
        day = following
    return days
