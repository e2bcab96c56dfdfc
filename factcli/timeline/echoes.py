"""Entries that a reader could not tell apart: the same words, of one sentence and one time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcli.timeline.group import Group
from factcli.timeline.times import ends_of


def without_echoes(groups: Sequence[Group], worth: Mapping[Group, float]) -> Iterator[Group]:
    """The groups less those that one worth more reports in the same words of one sentence, of the same time."""
    stated: set[tuple[object, ...]] = set()
    for group in sorted(groups, key=lambda group: -worth[group]):
        best = group.best
        words = (best.place[0], best.event.sentence, ends_of(group.when), best.words)
        if words not in stated:
            stated.add(words)
            yield group
