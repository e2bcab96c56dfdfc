"""From what an expression says to its TIMEX3 value: the day or stretch that it names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from factcli.dates.calendar import day_of
from factcli.dates.context import PUBLISHED, Context
from factcli.dates.feasts import feast_day
from factcli.dates.meaning import Meaning
from factcli.dates.nearest import nearest_day_of_month, nearest_month, nearest_part_of_year, nearest_weekday
from factcli.dates.periods import duration_value, set_value
from factcli.dates.relative import day_in_stretch, stretch_value
from factcli.schema import TimexType

_NOON = 12


@dataclass(frozen=True, slots=True)
class Resolution:
    """A TIMEX3 type and value (None: not known), and what it was resolved against (None: absolute)."""

    type: TimexType
    value: str | None
    anchor: str | None = None


def resolve(meaning: Meaning, context: Context) -> Resolution:
    """The value of one expression in its context."""
    if meaning.kind == "duration":
        return Resolution("DURATION", meaning.value or duration_value(meaning))
    if meaning.sign is not None and meaning.mod in ("LESS_THAN", "MORE_THAN"):
        # `belum ada sepekan sebelumnya` bounds a distance; it names no week.
        return Resolution("DURATION", duration_value(meaning))
    if meaning.kind == "set":
        return Resolution("SET", set_value(meaning))
    if meaning.value is not None:
        told = context.last_day() if meaning.told else None
        return Resolution("DATE", meaning.value, told.id if told else None)
    if meaning.part is not None or meaning.hour is not None or meaning.half_to is not None:
        day, anchor = resolve_day(meaning, context)
        return Resolution("TIME", _time_value(day, meaning) if day else None, anchor if day else None)
    if meaning.unresolved:
        return Resolution("DATE", None)
    value, anchor = _date_value(meaning, context)
    return Resolution("DATE", value, anchor if value else None)


def _date_value(meaning: Meaning, context: Context) -> tuple[str | None, str | None]:
    if meaning.weekday is not None or meaning.day is not None or meaning.feast is not None or meaning.unit == "D":
        if meaning.unit == "D" and meaning.count is not None:
            return stretch_value(meaning, context)
        day, anchor = resolve_day(meaning, context)
        return (day.isoformat() if day else None), anchor
    if meaning.unit is not None:
        return stretch_value(meaning, context)
    if meaning.told:
        told = context.last_told("Y")
        return (told.value, told.id) if told else (None, None)
    if meaning.decade is not None:
        return f"{meaning.decade // 10:03}", None
    if meaning.decade_of_century is not None:
        return (f"19{meaning.decade_of_century // 10}" if meaning.decade_of_century >= 30 else None), None
    if meaning.century is not None:
        return f"{meaning.century - 1:02}", None
    if meaning.month is not None:
        month, anchor = nearest_month(meaning, context)
        return (f"{month}-W{meaning.week:02}" if month and meaning.week is not None else month), anchor
    if meaning.half is not None or meaning.quarter is not None or meaning.season is not None:
        return nearest_part_of_year(meaning, context)
    return (f"{meaning.year:04}" if meaning.year is not None else None), None


def resolve_day(meaning: Meaning, context: Context) -> tuple[date | None, str | None]:
    """The day that the expression names, or that its clock time belongs to, and what it was resolved against."""
    if meaning.feast is not None and meaning.year is not None:
        return feast_day(meaning.feast, meaning.year), None
    if meaning.unit is not None:
        relative, anchor = day_in_stretch(meaning, context)
        if meaning.day is None:
            if meaning.unit == "D" and _another_weekday(relative, meaning):
                return nearest_weekday(replace(meaning, direction=meaning.shift or None), context)
            return relative, anchor
        named, _ = _named_day(meaning, context)
        if meaning.weekday and not _another_weekday(relative, meaning) and _another_weekday(named, meaning):
            return relative, anchor
        return named, None if meaning.year is not None else anchor
    if meaning.day is not None:
        return _named_day(meaning, context)
    if meaning.weekday is not None:
        return nearest_weekday(meaning, context)
    told = context.last_day()
    if told is not None:
        return told.first_day, told.id
    return (None, None) if meaning.told else (context.published, PUBLISHED)


def _another_weekday(day: date | None, meaning: Meaning) -> bool:
    """Whether the day is not on the weekday that the expression names."""
    return meaning.weekday is not None and (day is None or day.isoweekday() != meaning.weekday)


def _named_day(meaning: Meaning, context: Context) -> tuple[date | None, str | None]:
    if meaning.day is None:
        return None, None
    if meaning.month is not None and meaning.year is not None:
        return day_of(meaning.year, meaning.month, meaning.day), None
    if meaning.month is not None and meaning.year_of_century is not None:
        if context.published is None or abs(context.published.year % 100 - meaning.year_of_century) > 1:
            return None, None
        year = context.published.year - context.published.year % 100 + meaning.year_of_century
        return day_of(year, meaning.month, meaning.day), PUBLISHED
    return nearest_day_of_month(meaning, context)


def _time_value(day: date, meaning: Meaning) -> str:
    if meaning.hour is None and meaning.half_to is None:
        return f"{day.isoformat()}T{meaning.part}"
    if meaning.hour is not None:
        hour, minute = meaning.hour, meaning.minute or 0
    else:
        hour, minute = (meaning.half_to or 0) - 1, 30
    if meaning.part in ("AF", "EV", "NI") and 1 <= hour < _NOON and not (meaning.part == "AF" and hour >= 10):
        hour += 12 if not (meaning.part == "NI" and hour < 5) else 0
    return f"{day.isoformat()}T{hour:02}:{minute:02}"
