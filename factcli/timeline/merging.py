"""Accounts grouped by event: the likeliest pairs first, on average as likely as not, and without contradiction."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice, product
from typing import TypeAlias

from factcli.schema import When
from factcli.timeline.clues import likely_pairs
from factcli.timeline.contradiction import contradict
from factcli.timeline.happenings import Happening
from factcli.timeline.sameness import sameness
from factcli.timeline.times import days_of, first_day, fit, last_day

# The log odds from which on two accounts are of one event, on average over two groups.
ENOUGH = 0.0
# As many pairs of two groups are averaged.
COMPARED = 64
UNDATED = 10**6
Odds: TypeAlias = Callable[[int, int], float]


def groups_of(happenings: Sequence[Happening]) -> list[list[Happening]]:
    """The accounts grouped by event, each group and the groups in the order of the text (average linkage)."""
    ordered = sorted(happenings, key=lambda happening: happening.place)
    odds_of = _odds_between(ordered)
    odds = _likely(ordered, odds_of)
    group = {place: [place] for place in range(len(ordered))}
    for one, other in sorted(odds, key=lambda pair: (-odds[pair], pair)):
        mine, theirs = group[one], group[other]
        if mine is not theirs and _belong_together(mine, theirs, odds_of):
            mine += theirs
            group.update(dict.fromkeys(theirs, mine))
    groups = {id(places): sorted(places) for places in group.values()}
    return [[ordered[place] for place in places] for places in sorted(groups.values())]


def _odds_between(ordered: Sequence[Happening]) -> Odds:
    """A function from two places to the log odds of their being one happening, minus infinity where they contradict."""

    @cache
    def between(one: int, other: int) -> float:
        mine, theirs = ordered[one], ordered[other]
        return -math.inf if contradict(mine, theirs) else sameness(mine, theirs)

    return lambda one, other: between(min(one, other), max(one, other))


def _likely(ordered: Sequence[Happening], odds_of: Odds) -> dict[tuple[int, int], float]:
    """The log odds of the pairs that may be one happening."""
    pairs = [(other, place) for place, others in likely_pairs(ordered) for other in others]
    return {pair: odds for pair in pairs if (odds := odds_of(*pair)) >= ENOUGH}


def _belong_together(mine: Sequence[int], theirs: Sequence[int], odds_of: Odds) -> bool:
    odds = [odds_of(one, other) for one, other in islice(product(mine, theirs), COMPARED)]
    return sum(odds) / len(odds) >= ENOUGH


def told_time(group: Sequence[Happening]) -> Happening:
    """The account whose time the happening has: stated before guessed, the day that most articles give, the latest
    article's of a plan and its deed, then the most precise."""
    stated = [one for one in group if one.event.when is not None and one.event.when.basis == "text"] or list(group)
    done = [one for one in stated if one.event.status == "actual"] or stated
    days = [one.event.when for one in done if days_of(one.event.when) == 1]
    articles = Counter(first_day(when) for when in days)
    most = max(articles.values(), default=0)
    first = next((first_day(when) for when in days if articles[first_day(when)] == most), None)
    fitting = [one for one in done if first is None or _holds(one.event.when, first)]
    return min(fitting, key=lambda one: _precision(one.event.when))


def _holds(when: When | None, day: str) -> bool:
    return when is not None and first_day(when) <= day <= last_day(when)


def _precision(when: When | None) -> tuple[int, bool]:
    """Shorter times first; of one day, the one with a clock time."""
    return days_of(when) or UNDATED, "T" not in ((when.value if when else "") or "")


def other_times(group: Sequence[Happening], when: When | None) -> list[When]:
    """The times that accounts state against `when`, each once; a guess is none."""
    times = [one.event.when for one in group if one.event.when and one.event.when.basis == "text"]
    stated = {(other.value, other.earliest): other for other in times}
    return [other for other in stated.values() if when is not None and not fit(when, other)]
