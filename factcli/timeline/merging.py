"""Tellings grouped by happening. Only tellings that have something in common are compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcli.schema import When
from factcli.timeline.clues import Clue, asked_under, filed_under
from factcli.timeline.happenings import Happening
from factcli.timeline.likeness import is_same
from factcli.timeline.times import days_of, first_day, fit, last_day

# As many tellings of a group as a new one is compared with.
COMPARED = 6
# As many groups as an event is compared with under one clue, the latest ones: a day may hold thousands of events of one
# kind, and time shall grow with their number, not with its square.
CANDIDATES = 100
# As many entities as two articles of one story name both.
IN_COMMON = 2
UNDATED = 10**6


def groups_of(happenings: Iterable[Happening], named: Mapping[int, frozenset[str]]) -> list[list[Happening]]:
    """The tellings grouped by happening, each group and the groups in the order of the text.

    `named` gives the identities that each article names, by its number.
    """
    stories = _Stories(named)
    alone = len(named) == 1
    groups: list[list[Happening]] = []
    # Whatever goes with a group is the same as its first telling, and so found by that one's clues.
    with_clue: dict[Clue, list[int]] = defaultdict(list)
    for happening in sorted(happenings, key=_by_precision):
        clues = asked_under(happening, alone=alone)
        likely = sorted({number for clue in clues for number in with_clue.get(clue, [])[-CANDIDATES:]})
        fitting = [number for number in likely if stories.tell_the_same(happening, groups[number])]
        if fitting:
            number = max(fitting, key=lambda number: _in_common(happening, groups[number]))
            groups[number].append(happening)
        else:
            for clue in filed_under(happening, alone=alone):
                with_clue[clue].append(len(groups))
            groups.append([happening])
    ordered = [sorted(group, key=lambda happening: happening.place) for group in groups]
    return sorted(ordered, key=lambda group: group[0].place)


class _Stories:
    """Which articles are of one story: they name some of the same people, organisations and places."""

    def __init__(self, named: Mapping[int, frozenset[str]]) -> None:
        self.named = named
        self.known: dict[tuple[int, int], bool] = {}

    def are_related(self, one: int, other: int) -> bool:
        pair = (min(one, other), max(one, other))
        if pair not in self.known:
            both = self.named.get(one, frozenset()) & self.named.get(other, frozenset())
            self.known[pair] = one == other or len(both) >= IN_COMMON
        return self.known[pair]

    def tell_the_same(self, happening: Happening, group: Sequence[Happening]) -> bool:
        return all(
            is_same(happening, member, related=self.are_related(happening.place[0], member.place[0]))
            for member in group[:COMPARED]
        )


def _by_precision(happening: Happening) -> tuple[int, tuple[int, int]]:
    """The shortest times first, so that `Juli 2019` finds the day that it means."""
    return days_of(happening.event.when) or UNDATED, happening.place


def _in_common(happening: Happening, group: Sequence[Happening]) -> tuple[bool, int, int]:
    """How well a telling goes with a group: the same word, then participants and words in common."""
    first = group[0]
    same_word = happening.event.trigger.lemma == first.event.trigger.lemma
    return same_word, len(happening.participants & first.participants), len(happening.words & first.words)


def told_time(group: Sequence[Happening]) -> Happening:
    """The telling whose time the happening has: the day that most articles give, then the most precise."""
    days = [happening.event.when for happening in group if days_of(happening.event.when) == 1]
    articles = Counter(first_day(when) for when in days)
    most = max(articles.values(), default=0)
    first = next((first_day(when) for when in days if articles[first_day(when)] == most), None)
    fitting = [one for one in group if first is None or _holds(one.event.when, first)]
    return min(fitting, key=lambda one: _precision(one.event.when))


def _holds(when: When | None, day: str) -> bool:
    return when is not None and first_day(when) <= day <= last_day(when)


def _precision(when: When | None) -> tuple[int, bool]:
    """Shorter times first; of one day, the one with a clock time."""
    return days_of(when) or UNDATED, "T" not in ((when.value if when else "") or "")


def other_times(group: Sequence[Happening], when: When | None) -> list[When]:
    """The times that tellings give against `when`, each once."""
    told = {(one.event.when.value, one.event.when.earliest): one.event.when for one in group if one.event.when}
    return [other for other in told.values() if when is not None and not fit(when, other)]
