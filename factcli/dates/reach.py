"""The days that a duration covers which begins or ends at a day that is known: `tiga pekan terakhir`."""

from __future__ import annotations

from datetime import date, timedelta

from factcli.dates.calendar import day_in_month, day_of, days_later, months_later
from factcli.dates.meaning import Meaning

_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Q": 3, "S": 6, "Y": 12, "DE": 120, "CE": 1200}


def days_reached(meaning: Meaning, today: date) -> tuple[date, date] | None:
    """The first and last day of a duration up to `today` (`reach` -1) or from it (1).

    None for an indefinite count, a mere bound (`lebih dari tiga tahun terakhir`) or a unit shorter than a day.
    """
    if meaning.reach is None or meaning.mod in ("MORE_THAN", "LESS_THAN"):
        return None
    other = _away(today, meaning, meaning.reach)
    if other is None:
        return None
    return (other, today) if meaning.reach < 0 else (today, other)


def days_from_new_year(meaning: Meaning, year: int) -> tuple[date, date] | None:
    """The first and last day of the first so many units of a year: `enam bulan pertama 2025`."""
    first = day_of(year, 1, 1)
    following = _away(first, meaning, 1) if first else None
    return (first, following - timedelta(days=1)) if first and following else None


def _away(day: date, meaning: Meaning, direction: int) -> date | None:
    """The day so many units before (-1) or after (1) `day`; the last of its month where the month is too short."""
    count, unit = meaning.count or "1", meaning.unit or ""
    if not count.isdigit():
        return None
    if unit in _DAYS:
        return days_later(day, direction * int(count) * _DAYS[unit])
    if unit not in _MONTHS:
        return None
    month = months_later(day, direction * int(count) * _MONTHS[unit])
    return day_in_month(*month, day.day) if month else None
