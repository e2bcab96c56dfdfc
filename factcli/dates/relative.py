"""Stretches counted from publication or from a time given before: `tahun lalu`, `tiga hari kemudian`."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from factcli.dates.calendar import day_in_month, day_of, days_later, months_later, week_value
from factcli.dates.context import Context
from factcli.dates.counting import UNKNOWN
from factcli.dates.direction import FUTURE
from factcli.dates.meaning import Meaning

# `sebulan kemudian` keeps the day of the month that it counts from; `setahun kemudian` is only that year.
_CARRIED = ("W", "M")
_MONTHS = {"M": 1, "Q": 3, "S": 6}
_YEARS = {"Y": 1, "DE": 10, "CE": 100}


def stretch_value(meaning: Meaning, context: Context) -> tuple[str | None, str | None]:
    """The value of a relative stretch, and what it was counted from."""
    if meaning.count == UNKNOWN:
        is_past = (meaning.sign or 0) < 0 or (meaning.anaphoric and context.tense != FUTURE)
        return ("PAST_REF" if is_past else "FUTURE_REF"), None
    base, anchor = _base(meaning, context)
    steps = _steps(meaning)
    if base is None or steps is None:
        return None, None
    unit = meaning.unit or "D"
    if (
        meaning.month is not None
        or meaning.quarter is not None
        or meaning.half is not None
        or meaning.season is not None
    ):
        year = base.year + round(steps)
        return (f"{year:04}{_part_of_year(meaning)}", anchor) if MINYEAR <= year <= MAXYEAR else (None, None)
    if unit in _CARRIED and _goes_on_from_day(meaning, anchor, context):
        day = _day_after(base, unit, steps)
        return (day.isoformat() if day else None), anchor
    if steps != int(steps):
        unit, steps = ("M", steps * 12) if unit == "Y" and steps * 12 == int(steps * 12) else ("", 0)
    value = _stretch(base, unit, int(steps))
    if value is not None and meaning.week is not None:
        return f"{value}-W{meaning.week:02}", anchor
    if value is None and unit and steps < 0 and not meaning.anaphoric:
        # `66 juta tahun lalu`, before any calendar
        return "PAST_REF", None
    return value, anchor


def day_in_stretch(meaning: Meaning, context: Context) -> tuple[date | None, str | None]:
    """The day that the expression names in a relative stretch: `tanggal 5 bulan lalu`, `Kamis pekan lalu`."""
    base, anchor = _base(meaning, context)
    steps = _steps(meaning)
    if base is None or steps is None or steps != int(steps):
        return None, None
    if meaning.unit == "D":
        return days_later(base, int(steps)), anchor
    if meaning.unit == "W" and meaning.weekday is not None:
        return days_later(base, 7 * int(steps) + meaning.weekday - base.isoweekday()), anchor
    if meaning.unit == "M" and meaning.day is not None:
        month = months_later(base, int(steps))
        return (day_of(*month, meaning.day) if month else None), anchor
    if meaning.unit == "Y" and meaning.day is not None and meaning.month is not None:
        return day_of(base.year + int(steps), meaning.month, meaning.day), anchor
    return None, None


def _goes_on_from_day(meaning: Meaning, anchor: str | None, context: Context) -> bool:
    """Whether the count starts at a day given before: `Ia ditahan 10 Mei. Sebulan kemudian ia bebas`, on 10 Juni."""
    time = context.time_of(anchor)
    return bool(meaning.anaphoric and meaning.count and (meaning.sign or 0) > 0 and time is not None and time.is_day)


def _day_after(day: date, unit: str, steps: float) -> date | None:
    if unit == "W":
        return days_later(day, round(7 * steps))
    month = months_later(day, int(steps))
    return day_in_month(*month, day.day) if month and steps == int(steps) else None


def _base(meaning: Meaning, context: Context) -> tuple[date | None, str | None]:
    if meaning.anaphoric:
        time = context.last_time(meaning.unit or "Y") or (context.day_of_event() if meaning.unit == "D" else None)
        if time is not None:
            day = time.first_day
            return (day_in_month(day.year - 1, day.month, day.day) if meaning.year_before else day), time.id
        # With no time given before, `sehari sebelumnya` counts from publication; `hari itu` has no value.
        if (meaning.shift or meaning.sign or 0) >= 0:
            return None, None
    return context.today(meaning.unit or "D")


def _steps(meaning: Meaning) -> float | None:
    if meaning.shift is not None:
        return meaning.shift
    if meaning.count is None or meaning.count == UNKNOWN:
        return None
    return float(meaning.count) * (meaning.sign or 0)


def _stretch(base: date, unit: str, steps: int) -> str | None:
    """The value of the stretch `steps` units from the one that holds `base`."""
    if unit == "D":
        day = days_later(base, steps)
        return day.isoformat() if day else None
    if unit in ("W", "WE"):
        day = days_later(base, 7 * steps)
        return None if day is None else week_value(day) + ("-WE" if unit == "WE" else "")
    if unit in _MONTHS:
        month = months_later(base, _MONTHS[unit] * steps)
        return None if month is None else _stretch_of_months(*month, _MONTHS[unit])
    if unit in _YEARS:
        year = base.year + _YEARS[unit] * steps
        digits = 4 - (len(str(_YEARS[unit])) - 1)
        return f"{year:04}"[:digits] if MINYEAR <= year <= MAXYEAR else None
    return None


def _stretch_of_months(year: int, month: int, length: int) -> str:
    if length == 1:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{'Q' if length == 3 else 'H'}{(month - 1) // length + 1}"


def _part_of_year(meaning: Meaning) -> str:
    if meaning.month is not None:
        return f"-{meaning.month:02}"
    if meaning.quarter is not None:
        return f"-Q{meaning.quarter}"
    return f"-H{meaning.half}" if meaning.half is not None else f"-{meaning.season}"
