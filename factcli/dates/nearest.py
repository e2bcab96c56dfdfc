"""Dates that leave out their year, month or week: which one is meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date
from typing import TypeVar

from factcli.dates.calendar import day_in_month, day_of, days_later, days_of, months_later
from factcli.dates.context import PUBLISHED, Context, GivenTime
from factcli.dates.direction import FUTURE, PAST
from factcli.dates.feasts import feast_days
from factcli.dates.hijri import hijri_day, hijri_year_of
from factcli.dates.meaning import Meaning
from factcli.dates.slips import AT_HAND

# A stretch to come is taken only if it is this many times nearer than the one gone by: news is mostly of the past.
_PAST_BIAS = 2.5
_WEEKDAY_WINDOW = 7
# A future date without a year lies within so many days: `November`, in December, is the one gone by.
_SOON = 310
# A day that is ahead by so many days or fewer is meant even in the past tense.
_SHORTLY = 62
_HALF_YEAR = 182
# The first month of each season, of the northern half of the world, from where such news comes.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

# The last day of the beginning and of the middle of a month.
_EDGES = {"START": 10, "MID": 20}

Named = TypeVar("Named", date, str)


def nearest_weekday(meaning: Meaning, context: Context) -> tuple[date | None, str | None]:
    """The day that a bare weekday means: one given before with its date, or the nearest gone by or to come."""
    published, weekday, begun = context.published, meaning.weekday, context.begun
    if begun is not None and weekday is not None and meaning.direction is None:
        # `Kamis hingga Sabtu` ends in the days after it begins.
        return days_later(begun, (weekday - begun.isoweekday()) % 7), PUBLISHED if published else None
    if weekday is None:
        return None, None
    given = context.weekday_given(weekday) if meaning.direction is None else None
    if published is None:
        if given is None or meaning.eve or not _is_of_last_days(given, context):
            return None, None
        return given.first_day, given.id
    behind = (published.isoweekday() - weekday) % 7
    if meaning.direction == PAST:
        away = -(behind or 7)
    elif meaning.direction == FUTURE:
        away = 7 - behind
    elif meaning.direction is not None:
        away = weekday - published.isoweekday()
    else:
        away = -behind
        if given is not None and abs((given.first_day - published).days) <= _WEEKDAY_WINDOW:
            away = (given.first_day - published).days
        elif context.tense == FUTURE and behind:
            away += 7
    return days_later(published, away - 1 if meaning.eve else away), PUBLISHED


def _is_of_last_days(time: GivenTime, context: Context) -> bool:
    """Whether the time that the text gave last lies within a week of this one: else another story may have begun."""
    return abs((context.times[-1].first_day - time.first_day).days) < _WEEKDAY_WINDOW


def nearest_month(meaning: Meaning, context: Context) -> tuple[str | None, str | None]:
    """The month, in its own year or in the nearest."""
    return _in_year(f"-{meaning.month:02}", meaning, context)


def nearest_part_of_year(meaning: Meaning, context: Context) -> tuple[str | None, str | None]:
    """The quarter, half or season, in its own year or in the nearest; `semester kedua ini` is in this one."""
    if meaning.direction == 0 and meaning.year is None and meaning.season is None and context.published is not None:
        meaning = replace(meaning, year=context.published.year)
    if meaning.quarter is not None:
        return _in_year(f"-Q{meaning.quarter}", meaning, context)
    if meaning.half is not None:
        return _in_year(f"-H{meaning.half}", meaning, context)
    return _in_year(f"-{meaning.season}", meaning, context)


def nearest_day_of_month(meaning: Meaning, context: Context) -> tuple[date | None, str | None]:
    """The day whose year, or whose year and month, is left out."""
    published, begun = context.published, context.begun
    if meaning.day is None:
        return None, None
    if begun is not None and meaning.direction is None and meaning.month is not None:
        last_year = begun.year + ((meaning.month, meaning.day) < (begun.month, begun.day))
        return day_of(last_year, meaning.month, meaning.day), PUBLISHED if published else None
    if meaning.month is not None and meaning.direction is None and meaning.weekday is None:
        year = context.year_given(meaning.month, meaning.day) or context.year_here()
        if year is not None:
            return day_of(year, meaning.month, meaning.day), None
    if published is None:
        return _nearest_to_given(meaning, context)
    if meaning.month is None:
        # `tanggal 20 ini` is of this month.
        steps = range(1) if meaning.direction == 0 else range(-2, 3)
        months = [(published.year * 12 + published.month - 1 + step) for step in steps]
        candidates = [day_of(month // 12, month % 12 + 1, meaning.day) for month in months]
    else:
        years = range(published.year - 1, _last_year(meaning, context, published) + 1)
        candidates = [day_of(year, meaning.month, meaning.day) for year in years]
    days = [day for day in candidates if day is not None]
    if meaning.weekday is not None and not any(_at_hand(day, context) for day in days):
        days = [day for day in days if day.isoweekday() == meaning.weekday] or days
    ends = [_end_of_range(day, meaning) for day in days]
    if meaning.direction == PAST and meaning.month is not None and published in ends:
        # `18 Agustus lalu`, on the 18th of August, is not a year ago.
        return days[ends.index(published)], PUBLISHED
    return _nearest(
        ((end, end, day) for end, day in zip(ends, days, strict=True)), meaning.direction, context
    ), PUBLISHED


def _nearest_to_given(meaning: Meaning, context: Context) -> tuple[date | None, str | None]:
    """Where publication is not known: the day nearest to the last that was given with its year.

    It must be on the weekday given with it; without one it counts only from a day that has one, as days of the news do.
    """
    if meaning.month is None or meaning.day is None or (meaning.weekday is None and meaning.direction is not None):
        return None, None
    for time in reversed(context.times):
        if not time.is_day or (meaning.weekday is None and time.weekday is None):
            continue
        given = time.first_day
        days = [day_of(year, meaning.month, meaning.day) for year in range(given.year - 1, given.year + 2)]
        near = [day for day in days if day is not None and abs((day - given).days) <= _HALF_YEAR]
        if near:
            fits = meaning.weekday in (None, near[0].isoweekday())
            return (near[0], time.id) if fits else (None, None)
    return None, None


def _end_of_range(day: date, meaning: Meaning) -> date:
    """The day on which the range ends that `day` begins; `day` itself where it begins none."""
    if meaning.last_day is None:
        return day
    month = meaning.last_month or day.month
    return day_of(day.year + (month < day.month), month, meaning.last_day) or day


def _at_hand(day: date, context: Context) -> bool:
    """Whether the day is near publication, on the side that the tense gives."""
    away = (day - context.published).days if context.published else AT_HAND + 1
    return -AT_HAND <= away <= (0 if context.tense != FUTURE else AT_HAND)


def nearest_feast(meaning: Meaning, context: Context) -> tuple[date | None, str | None]:
    """The feast in the year that the direction or the tense points to, or else in the nearest."""
    if context.published is None:
        return None, None
    years = range(context.published.year - 1, context.published.year + 2)
    days = [day for year in years for day in feast_days(meaning.feast or "", year)]
    if meaning.sign is not None:
        # `sejak H-7 Lebaran` is of the nearest feast, gone by or not.
        context = replace(context, tense=0)
    return _nearest(((day, day, day) for day in days), meaning.direction, context), PUBLISHED


def nearest_hijri_day(meaning: Meaning, context: Context) -> tuple[date | None, str | None]:
    """The day of the Islamic calendar whose year is left out."""
    if context.published is None:
        return None, None
    year = hijri_year_of(context.published)
    days = [hijri_day(year + step, meaning.hijri_month or 1, meaning.day or 1) for step in (-1, 0, 1, 2)]
    return _nearest(((day, day, day) for day in days if day), meaning.direction, context), PUBLISHED


def _in_year(part: str, meaning: Meaning, context: Context) -> tuple[str | None, str | None]:
    """The part of a year (`-06`, `-Q3`, `-WI`): of the year named, of the one its sentence names, or the nearest."""
    published, begun = context.published, context.begun
    if begun is not None and meaning.direction is None and meaning.month is not None:
        # `Oktober 2023 sampai Februari` ends in the months after it begins.
        last_year = begun.year + (meaning.month < begun.month)
        return (f"{last_year:04}{part}" if last_year <= MAXYEAR else None), PUBLISHED if published else None
    year = meaning.year
    if year is None and meaning.direction is None:
        year = context.year_here()
    if year is not None:
        return f"{year:04}{part}", None
    if published is None:
        given = context.day_of_news()
        if given is None or meaning.direction is not None:
            return None, None
        return _in_year(part, meaning, replace(context, published=given.first_day))[0], given.id
    candidates: list[tuple[date, date, str]] = []
    for year in range(max(published.year - 1, MINYEAR), min(_last_year(meaning, context, published), MAXYEAR) + 1):
        value = f"{year:04}{part}"
        first, last = days_of(value)
        if first is None or last is None:
            opening = date(year, _SEASONS[meaning.season or "SP"], 1)
            candidates.append((opening, days_later(opening, 90) or opening, value))
        else:
            end = _end(date.fromisoformat(last), meaning)
            # `akhir Agustus nanti` is to come on the 24th.
            late = meaning.direction == FUTURE and meaning.mod in ("MID", "END")
            candidates.append((end if late else date.fromisoformat(first), end, value))
    return _nearest(candidates, meaning.direction, context), PUBLISHED


def _last_year(meaning: Meaning, context: Context, published: date) -> int:
    """The last year that may be meant: not the next where the event is over.

    Nor is the next one meant for a month beyond the coming one, where no word says that it may lie ahead.
    """
    if meaning.direction in (PAST, FUTURE):
        return published.year + 1
    near = meaning.month is None or meaning.day is not None or meaning.month == published.month % 12 + 1
    ahead = near or context.onward or context.tense == FUTURE
    return published.year + (ahead and not context.over)


def _end(last: date, meaning: Meaning) -> date:
    """The last day of a month or of the range it begins, or about that of a month's beginning or middle.

    `awal Agustus lalu` is over on the 24th.
    """
    if meaning.month is not None and meaning.last_month is not None and meaning.direction in (None, 0):
        later = months_later(last, (meaning.last_month - meaning.month) % 12)
        return day_in_month(*later, meaning.last_day or 31) if later else last
    return last.replace(day=_EDGES[meaning.mod]) if meaning.month and meaning.mod in _EDGES else last


def _nearest(candidates: Iterable[tuple[date, date, Named]], direction: int | None, context: Context) -> Named | None:
    """The candidate (first day, last day, its name) that the direction or the tense points to."""
    published = context.published
    if published is None:
        return None
    ordered = sorted(candidates, key=lambda candidate: candidate[0])
    over = [called for _, last, called in ordered if last < published]
    begun = [called for first, _, called in ordered if first <= published]
    ahead = [called for first, _, called in ordered if first > published]
    unfinished = [candidate for candidate in ordered if candidate[1] >= published]
    if direction == PAST and over:
        return over[-1]
    if direction == FUTURE and ahead:
        return ahead[0]
    if context.tense == FUTURE and direction is None and unfinished and (unfinished[0][0] - published).days < _SOON:
        return unfinished[0][2]
    # A day some weeks ahead is not the one of a year ago, whatever else its sentence says is over.
    shortly = any(first == last and 0 < (first - published).days <= _SHORTLY for first, last, _ in ordered)
    if context.tense == PAST and direction is None and begun and not shortly:
        return begun[-1]

    def distance(candidate: tuple[date, date, Named]) -> float:
        first, last, _ = candidate
        return max((published - last).days, (first - published).days * _PAST_BIAS, 0)

    return min(ordered, key=distance)[2] if ordered else None
