"""Dates that contradict the weekday given with them: a slip of the pen, corrected where a day near publication fits."""

from __future__ import annotations

from datetime import date

from factcli.dates.calendar import days_later
from factcli.dates.context import Context
from factcli.dates.direction import FUTURE

# A day within so many days of publication is meant whatever weekday is given with it.
AT_HAND = 10


def corrected(written: date, weekday: int, context: Context) -> date | None:
    """The day near publication that has the weekday and differs by one slip; None where nothing is to be corrected.

    `Senin (21/1/2018)` in an article of 2019-01-21 is that day: its year is wrong. A past day within
    `AT_HAND` days of publication stays as written.
    """
    published = context.published
    if published is None or written.isoweekday() == weekday:
        return None
    if published.isoweekday() == weekday and abs((published - written).days) == 1:
        # The weekday of publication: today is meant.
        return published
    if 0 <= (published - written).days <= AT_HAND:
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
