"""From what an expression says to its TIMEX3 value: the day or stretch that it names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date

from factcli.dates import clock
from factcli.dates.calendar import day_of, days_later
from factcli.dates.context import PUBLISHED, Context
from factcli.dates.feasts import feast_day
from factcli.dates.hijri import hijri_day, hijri_feast, hijri_span, hijri_year_in
from factcli.dates.meaning import Meaning
from factcli.dates.nearest import (
    nearest_day_of_month,
    nearest_feast,
    nearest_hijri_day,
    nearest_month,
    nearest_part_of_year,
    nearest_weekday,
)
from factcli.dates.periods import duration_value, set_value
from factcli.dates.reach import days_from_new_year, days_reached
from factcli.dates.relative import day_in_stretch, stretch_value
from factcli.dates.slips import corrected
from factcli.schema import TimexType

# TIMEX3 writes a century with two figures.
_HIGHEST_CENTURY = 99
# '30 and later is of the last century.
_LAST_CENTURY_FROM = 30
_LEAP_YEAR = 2000
_BOUNDS = ("LESS_THAN", "MORE_THAN")


@dataclass(frozen=True, slots=True)
class Resolution:
    """A TIMEX3 type and value (None: not known), and what it was resolved against (None: absolute).

    `days` are the first and last day covered where they do not follow from the value.
    """

    type: TimexType
    value: str | None
    anchor: str | None = None
    days: tuple[date, date] | None = None


def resolve(meaning: Meaning, context: Context) -> Resolution:
    """The value of one expression in its context."""
    if meaning.kind == "duration":
        return _duration(meaning, context)
    if meaning.sign is not None and meaning.feast is None and meaning.anaphoric and meaning.mod in _BOUNDS:
        # `belum ada sepekan sebelumnya` bounds a distance; it names no week.
        return Resolution("DURATION", duration_value(meaning))
    if meaning.kind == "set":
        return Resolution("SET", set_value(meaning))
    if meaning.unit in clock.UNITS:
        return _clock_time(meaning, context)
    if meaning.value is not None:
        time = context.last_day() if meaning.anaphoric else None
        return Resolution("DATE", meaning.value, time.id if time else None)
    if meaning.names_hour():
        return _time(meaning, context)
    if meaning.unresolved:
        return Resolution("DATE", None)
    if meaning.hijri_year is not None and meaning.feast is None and meaning.day is None:
        return _hijri_stretch(meaning.hijri_year, meaning.hijri_month)
    if meaning.hijri_month is not None and meaning.day is None:
        return _hijri_month(meaning.hijri_month, meaning, context)
    if meaning.is_bare_month() and context.habitual:
        return Resolution("SET", set_value(meaning))
    value, anchor = _date_value(meaning, context)
    return Resolution("DATE", value, anchor if value else None)


def _duration(meaning: Meaning, context: Context) -> Resolution:
    """A duration, with its days if it ends or begins at publication or begins a year."""
    value = meaning.value or duration_value(meaning)
    today = context.published
    days, anchor = None, None
    if meaning.year is not None:
        days = days_from_new_year(meaning, meaning.year)
    elif meaning.shift is not None and today is not None:
        days, anchor = days_from_new_year(meaning, today.year + meaning.shift), PUBLISHED
    elif today is not None and meaning.value is None:
        days, anchor = days_reached(meaning, today), PUBLISHED
    return Resolution("DURATION", value, anchor if days else None, days)


def _clock_time(meaning: Meaning, context: Context) -> Resolution:
    """`dua jam kemudian`: a clock time if one was given shortly before, else a duration."""
    time = context.last_clock()
    value = clock.later(time.value, meaning) if time else None
    if time is None or value is None:
        return Resolution("DURATION", duration_value(meaning))
    return Resolution("TIME", value, time.id)


def _time(meaning: Meaning, context: Context) -> Resolution:
    """A clock time or part of a day; of no day where it is that of any (`buka pukul 08.00`, `pada malam hari`)."""
    if meaning.names_day() or meaning.feast or meaning.direction is not None or not context.of_any_day():
        day, anchor = resolve_day(meaning, context)
        if day is not None:
            return Resolution("TIME", clock.time_value(day, meaning), anchor)
        if not meaning.anaphoric:
            return Resolution("TIME", None)
    return Resolution("TIME", f"T{clock.clock_value(meaning)}")


def _hijri_stretch(year: int, month: int | None) -> Resolution:
    """An Islamic month or year: its days, and the month or year of ours in which most of it lies."""
    days = hijri_span(year, month)
    if days is None:
        return Resolution("DATE", None)
    middle = days[0] + (days[1] - days[0]) / 2
    return Resolution("DATE", middle.isoformat()[: 7 if month else 4], None, days)


def _hijri_month(month: int, meaning: Meaning, context: Context) -> Resolution:
    """An Islamic month of a year of ours: `Ramadan 2025`, `Ramadan tahun lalu`."""
    year, anchor = meaning.year, None
    if year is None and context.published is not None:
        year, anchor = context.published.year + (meaning.shift or 0), PUBLISHED
    hijri_year = hijri_year_in(year, month) if year is not None and MINYEAR <= year <= MAXYEAR else None
    found = Resolution("DATE", None) if hijri_year is None else _hijri_stretch(hijri_year, month)
    return replace(found, anchor=anchor) if found.value else found


def _before_christ(meaning: Meaning) -> str | None:
    """The value of a year before our era, with the month and day named in it."""
    day = day_of(_LEAP_YEAR, meaning.month or 1, meaning.day or 1)
    if day is None or (meaning.day is not None and meaning.month is None):
        return None
    month = f"-{day:%m}" if meaning.month is not None else ""
    return f"BC{meaning.year:04}{month}" + (f"-{day:%d}" if meaning.day is not None else "")


def _date_value(meaning: Meaning, context: Context) -> tuple[str | None, str | None]:
    if meaning.before_christ and meaning.year is not None:
        return _before_christ(meaning), None
    if meaning.weekday is not None or meaning.day is not None or meaning.feast is not None or meaning.unit == "D":
        if meaning.unit == "D" and meaning.count is not None:
            return stretch_value(meaning, context)
        day, anchor = resolve_day(meaning, context)
        return (day.isoformat() if day else None), anchor
    if meaning.unit is not None:
        return stretch_value(meaning, context)
    if meaning.anaphoric:
        time = context.last_time("Y")
        return (time.value.partition("T")[0], time.id) if time else (None, None)
    if meaning.decade is not None:
        return f"{meaning.decade // 10:03}", None
    if meaning.decade_of_century is not None:
        is_last = meaning.decade_of_century >= _LAST_CENTURY_FROM
        return (f"19{meaning.decade_of_century // 10}" if is_last else None), None
    if meaning.century is not None and meaning.century > _HIGHEST_CENTURY:
        return None, None
    if meaning.century is not None:
        return f"{'BC' if meaning.before_christ else ''}{meaning.century - 1:02}", None
    if meaning.year_of_century is not None:
        year = _full_year(meaning.year_of_century)
        if meaning.quarter is not None:
            return f"{year}-Q{meaning.quarter}", None
        return (f"{year}" if meaning.month is None else f"{year}-{meaning.month:02}"), None
    if meaning.month is not None:
        month, anchor = nearest_month(meaning, context)
        return (f"{month}-W{meaning.week:02}" if month and meaning.week is not None else month), anchor
    if meaning.half is not None or meaning.quarter is not None or meaning.season is not None:
        return nearest_part_of_year(meaning, context)
    if meaning.year is None:
        return None, None
    return f"{meaning.year:04}", None


def resolve_day(meaning: Meaning, context: Context) -> tuple[date | None, str | None]:
    """The day that the expression names, or that its clock time belongs to, and what it was resolved against."""
    if meaning.before_christ:
        return None, None
    if meaning.feast is not None:
        day, anchor = _feast(meaning, context)
        away = int(meaning.count or 0) * (meaning.sign or 0) - (1 if meaning.eve else 0)
        return (days_later(day, away) if day else None), anchor
    if meaning.hijri_month is not None:
        if meaning.hijri_year is None:
            return nearest_hijri_day(meaning, context)
        return hijri_day(meaning.hijri_year, meaning.hijri_month, meaning.day or 1), None
    if meaning.unit is not None:
        relative, anchor = day_in_stretch(meaning, context)
        if meaning.day is None:
            if meaning.unit == "D" and _another_weekday(relative, meaning):
                # `Selasa malam tadi`, said on a Tuesday, is the night just over.
                just_over = meaning.part is not None and meaning.shift == -1
                direction = None if just_over else meaning.shift or meaning.direction
                return nearest_weekday(replace(meaning, direction=direction), context)
            return relative, anchor
        if relative is not None and (meaning.unit == "Y" or (meaning.unit == "M" and meaning.month is None)):
            return relative, anchor
        named, _ = _named_day(meaning, context)
        if meaning.weekday and not _another_weekday(relative, meaning) and _another_weekday(named, meaning):
            return relative, anchor
        return named, None if meaning.year is not None else anchor
    if meaning.day is not None:
        named, anchor = _named_day(meaning, context)
        return (days_later(named, -1) if named and meaning.eve else named), anchor
    if meaning.weekday is not None:
        return nearest_weekday(meaning, context)
    if meaning.direction is not None:
        # `pukul 10.43 tadi`, `pukul 19.00 nanti`
        return context.today("D")
    time = context.day_of_event()
    if meaning.anaphoric and time is not None and time.attribution and time.segment != context.segment:
        # What a speaker says of the mornings is not of the morning of the saying.
        time = None
    if time is not None:
        return (days_later(time.first_day, 1) if context.past_midnight(time, meaning) else time.first_day), time.id
    return (None, None) if meaning.anaphoric else (context.published, PUBLISHED)


def _feast(meaning: Meaning, context: Context) -> tuple[date | None, str | None]:
    name = meaning.feast or ""
    if meaning.hijri_year is not None:
        return hijri_feast(name, meaning.hijri_year), None
    if meaning.year is not None:
        return feast_day(name, meaning.year), None
    if meaning.unit == "Y" and context.published is not None:
        return feast_day(name, context.published.year + (meaning.shift or 0)), PUBLISHED
    return nearest_feast(meaning, context)


def _another_weekday(day: date | None, meaning: Meaning) -> bool:
    """Whether the day is not on the weekday that the expression names."""
    return meaning.weekday is not None and (day is None or day.isoweekday() != meaning.weekday)


def _named_day(meaning: Meaning, context: Context) -> tuple[date | None, str | None]:
    if meaning.day is None:
        return None, None
    if meaning.month is not None and meaning.year is not None:
        day = day_of(meaning.year, meaning.month, meaning.day)
        meant = corrected(day, meaning.weekday, context) if day and meaning.weekday else None
        return (meant, PUBLISHED) if meant else (day, None)
    if meaning.month is not None and meaning.year_of_century is not None:
        if context.published is None:
            day = day_of(_full_year(meaning.year_of_century), meaning.month, meaning.day)
            confirmed = meaning.spelt or (meaning.weekday is not None and not _another_weekday(day, meaning))
            return (day if confirmed else None), None
        year = context.published.year - (context.published.year + 1 - meaning.year_of_century) % 100 + 1
        return day_of(year, meaning.month, meaning.day), PUBLISHED
    return nearest_day_of_month(meaning, context)


def _full_year(year_of_century: int) -> int:
    """The year of two figures, with no day of publication to count from."""
    return year_of_century + (1900 if year_of_century >= _LAST_CENTURY_FROM else 2000)
