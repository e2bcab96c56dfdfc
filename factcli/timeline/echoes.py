"""Entries that a reader could not tell apart: the same words, of one sentence and one time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcli.timeline.account import Account
from factcli.timeline.group import Group


def without_echoes(groups: Sequence[Group], worth: Mapping[Group, float]) -> Iterator[Group]:
    """The groups less those that one worth more reports in the same words of one sentence, of the same time."""
    stated: dict[tuple[object, ...], list[Account]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: -worth[group]):
        best, when = group.best, group.when
        same = stated[best.place[0], best.event.sentence, when and (when.earliest, when.latest)]
        if not any(best.words == other.words for other in same):
            same.append(best)
            yield group
