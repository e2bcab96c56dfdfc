"""Ordered entries of a timeline: by first day, then last day, then place in the text; what has no date stands last."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.schema import Facts, TimelineEntry, When
from factcli.timeline.happenings import Happening, happenings_of, is_dated
from factcli.timeline.merging import LATEST, first_day, groups_of, last_day, narrowest


def timeline_of(facts: Facts) -> list[TimelineEntry]:
    """The timeline of one article; entries name its events by their ids."""
    return _entries(list(happenings_of(facts, 0, "")))


def merge_timeline(
    documents: Sequence[Facts],
    *,
    about: str | None = None,
    earliest: str | None = None,
    latest: str | None = None,
) -> list[TimelineEntry]:
    """The timeline of several articles, each happening once.

    `about` keeps what the person, organisation or place of that name or id takes part in; `earliest` and `latest`
    (ISO days) keep what can fall between them. Of several documents an event is named `DOCUMENT#v1`, of one `v1`.
    """
    several = len(documents) > 1
    happenings = [
        happening
        for number, facts in enumerate(documents)
        for happening in happenings_of(facts, number, f"{facts.id}#" if several else "")
        if _concerns(happening, about) and _falls_between(happening.event.when, earliest, latest)
    ]
    return _entries(happenings)


def _entries(happenings: Sequence[Happening]) -> list[TimelineEntry]:
    groups = sorted(groups_of(happenings), key=_order)
    return [
        TimelineEntry(
            when=narrowest(group),
            events=[happening.name for happening in group],
            summary=max(group, key=_telling).event.summary,
        )
        for group in groups
    ]


def _order(group: Sequence[Happening]) -> tuple[bool, str, str, tuple[int, int]]:
    when = narrowest(group)
    first, last = first_day(when), last_day(when)
    if when is not None and when.earliest is None:
        first = last
    return not is_dated(when), first, last, group[0].place


def _telling(happening: Happening) -> tuple[int, float, int]:
    """How much a telling says: most participants first, then the surest, then the earliest in the text."""
    return len(happening.participants), happening.event.score or 0.0, -happening.place[1]


def _concerns(happening: Happening, about: str | None) -> bool:
    return about is None or about.casefold() in happening.names


def _falls_between(when: When | None, earliest: str | None, latest: str | None) -> bool:
    if earliest is None and latest is None:
        return True
    if not is_dated(when):
        return False
    return last_day(when) >= (earliest or "") and first_day(when) <= (latest or LATEST)
