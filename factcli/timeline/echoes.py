"""Entries that a reader could not tell apart: the same words of the same time and place in one article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcli.timeline.group import Group
from factcli.timeline.times import ends_of


def without_echoes(groups: Sequence[Group], worth: Mapping[Group, float]) -> Iterator[Group]:
    """The groups less those that one worth more reports in the same words of one article, time and place."""
    stated: set[tuple[object, ...]] = set()
    for group in sorted(groups, key=lambda group: -worth[group]):
        best = group.best
        said = (best.place[0], ends_of(group.when), best.places, best.event.status, best.words)
        if said not in stated:
            stated.add(said)
            yield group
