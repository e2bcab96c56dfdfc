"""TIMEX3 values and the days that they cover (TimeML 1.2.1, ISO 8601)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

_VALUE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-W(?P<week>\d{2})(?:-(?P<weekend>WE)|-(?P<weekday>[1-7]))?"
    r"|-Q(?P<quarter>[1-4])"
    r"|-H(?P<half>[12])"
    r"|-(?P<month>\d{2})(?:-W\d{2}|-(?P<day>\d{2})(?:T[0-9A-Z:]+)?)?"
    r")?$"
)


def days_of(value: str) -> tuple[str | None, str | None]:
    """The first and the last day that a TIMEX3 value covers.

    Args:
        value: a TIMEX3 value, or two joined by `/` (`2018-12-19/2018-12-21`), of which the outer days are given.

    Returns:
        Two ISO 8601 days, both None where the value names no stretch of the calendar (`PAST_REF`, `P3D`, `XXXX-05`,
        a season, whose days depend on the place, or a day that does not exist). A week of a month (`2024-01-W02`)
        covers the month, since people count such weeks in more ways than one.
    """
    if "/" in value:
        first, last = value.split("/", 1)
        return days_of(first)[0], days_of(last)[1]
    if re.fullmatch(r"\d{2}|\d{3}", value):
        span = 10 ** (4 - len(value))
        year = int(value) * span
        return _whole(year, 1, year + span - 1, 12) if year >= MINYEAR else (None, None)
    match = _VALUE.fullmatch(value)
    if match is None:
        return None, None
    year = int(match["year"])
    try:
        if match["week"]:
            return _week_days(year, int(match["week"]), match["weekend"], match["weekday"])
        if match["quarter"]:
            return _whole(year, 3 * int(match["quarter"]) - 2, year, 3 * int(match["quarter"]))
        if match["half"]:
            return _whole(year, 6 * int(match["half"]) - 5, year, 6 * int(match["half"]))
        if match["day"]:
            day = date(year, int(match["month"]), int(match["day"])).isoformat()
            return day, day
        if match["month"]:
            return _whole(year, int(match["month"]), year, int(match["month"]))
        return _whole(year, 1, year, 12)
    except (ValueError, OverflowError):
        return None, None


def week_value(day: date) -> str:
    """The ISO week that holds `day`: `2024-W04`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_in_month(year: int, month: int, day: int) -> date:
    """The day of that month, its last where the month is too short."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def months_later(day: date, months: int) -> tuple[int, int] | None:
    """The year and month `months` after the month of `day`, or None beyond the calendar."""
    index = day.year * 12 + day.month - 1 + months
    return (index // 12, index % 12 + 1) if MINYEAR <= index // 12 <= MAXYEAR else None


def days_later(day: date, days: int) -> date | None:
    """The day `days` after `day`, or None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _whole(first_year: int, first_month: int, last_year: int, last_month: int) -> tuple[str, str]:
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return date(first_year, first_month, 1).isoformat(), last.isoformat()


def _week_days(year: int, week: int, weekend: str | None, weekday: str | None) -> tuple[str, str]:
    first, last = (6, 7) if weekend else (int(weekday), int(weekday)) if weekday else (1, 7)
    return date.fromisocalendar(year, week, first).isoformat(), date.fromisocalendar(year, week, last).isoformat()
