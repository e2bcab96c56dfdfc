"""Entries that a reader could not tell apart: the same words, of one sentence and one time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcli.timeline.group import Group


def without_echoes(groups: Sequence[Group], worth: Mapping[Group, float]) -> Iterator[Group]:
    """The groups less those that one worth more reports in the same words of one sentence, of the same time."""
    stated: set[tuple[object, ...]] = set()
    for group in sorted(groups, key=lambda group: -worth[group]):
        best, when = group.best, group.when
        words = (best.place[0], best.event.sentence, when and (when.earliest, when.latest), best.words)
        if words not in stated:
            stated.add(words)
            yield group
