"""The order of a day's entries by the clock: a live report has the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from factcli.timeline.group import Group
from factcli.timeline.times import order_of


def by_the_clock(groups: Sequence[Group]) -> list[Group]:
    """The groups, which are in the order of their days, with those of one day that have an hour in its order.

    The others keep their places, by a part of the day too: `sore` may be before 15.00 or after it.
    """
    ordered: list[Group] = []
    for _, day in groupby(groups, key=lambda group: order_of(group.when)):
        of_day = list(day)
        timed = iter(sorted(filter(_hour, of_day), key=_hour))
        ordered += [next(timed) if _hour(group) else group for group in of_day]
    return ordered


def _hour(group: Group) -> str:
    """`06:18`, or nothing."""
    clock = ((group.when.value if group.when else None) or "").partition("T")[2]
    return clock if ":" in clock else ""
