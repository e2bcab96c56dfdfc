"""Dates whose weekday is not the one said with them: a slip of the pen, which the news at hand may put right."""

from __future__ import annotations

from datetime import date

from factcli.dates.calendar import days_later
from factcli.dates.context import Context
from factcli.dates.direction import FUTURE

# A day so near publication is meant whatever weekday is said with it.
AT_HAND = 10


def mended(written: date, weekday: int, context: Context) -> date | None:
    """The day near publication that has that weekday and is written with one slip, None where nothing is to be mended.

    `Senin (21/1/2018)` in an article of 2019-01-21 is that day: its year is wrong. A day gone by that is itself at
    hand stands as written.
    """
    published = context.published
    if published is None or written.isoweekday() == weekday or 0 <= (published - written).days <= AT_HAND:
        return None
    for away in (*range(0, -AT_HAND - 1, -1), *range(1, AT_HAND + 1)):
        near = days_later(published, away)
        if near is not None and near.isoweekday() == weekday and _one_slip(written, near, context.tense == FUTURE):
            return near
    return None


def _one_slip(written: date, meant: date, coming: bool) -> bool:
    """Whether the two differ in their year, in their month, or (of what is over) by one day."""
    if written.day != meant.day:
        return not coming and abs((written - meant).days) == 1
    return (written.year == meant.year) + (written.month == meant.month) == 1
