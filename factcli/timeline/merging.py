"""Accounts grouped by event: the likeliest pairs first, on average as likely as not, and without contradiction."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from typing import TypeAlias

import numpy as np

from factcli.timeline.clues import likely_pairs
from factcli.timeline.contradiction import contradict
from factcli.timeline.happenings import Happening
from factcli.timeline.sameness import Accounts

# The log odds from which on two accounts are of one event, on average over two groups.
ENOUGH = 0.0
# As many pairs of two groups are averaged.
COMPARED = 64
Pair: TypeAlias = tuple[int, int]


@dataclass(eq=False)
class Group:
    """The accounts of one happening in the order of the text.

    `kin` are the groups with accounts that were compared with these, with the log odds of their being one happening;
    those that contradict are none.
    """

    accounts: list[Happening]
    kin: dict[Group, list[float]] = field(default_factory=dict, repr=False)


def groups_of(happenings: Sequence[Happening]) -> list[Group]:
    """The accounts grouped by event, each group and the groups in the order of the text (average linkage)."""
    ordered = sorted(happenings, key=lambda happening: happening.place)
    odds = _Odds(ordered)
    pairs = [(other, place) for place, others in likely_pairs(ordered) for other in others]
    compared = dict(zip(pairs, odds.of(pairs), strict=True))
    group = {place: [place] for place in range(len(ordered))}
    for one, other in sorted(compared, key=lambda pair: (-compared[pair], pair)):
        if compared[one, other] < ENOUGH:
            break
        mine, theirs = group[one], group[other]
        if mine is not theirs and _belong_together(mine, theirs, odds):
            mine += theirs
            group.update(dict.fromkeys(theirs, mine))
    return _made(ordered, group, compared)


def _made(ordered: Sequence[Happening], group: Mapping[int, list[int]], compared: Mapping[Pair, float]) -> list[Group]:
    """The groups with their accounts and their kin."""
    made: dict[int, Group] = {}
    of = [made.setdefault(id(group[place]), Group([])) for place in range(len(ordered))]
    for place, happening in enumerate(ordered):
        of[place].accounts.append(happening)
    for (one, other), odds in compared.items():
        if of[one] is not of[other] and odds > -math.inf:
            of[one].kin.setdefault(of[other], []).append(odds)
            of[other].kin.setdefault(of[one], []).append(odds)
    return list(made.values())


class _Odds:
    """The log odds of pairs of places being of one happening, worked out once; minus infinity where they contradict."""

    def __init__(self, ordered: Sequence[Happening]) -> None:
        self._ordered = ordered
        self._accounts = Accounts(ordered)
        self._known: dict[Pair, float] = {}

    def of(self, pairs: Iterable[Pair]) -> list[float]:
        wanted = [(one, other) if one < other else (other, one) for one, other in pairs]
        new = [pair for pair in dict.fromkeys(wanted) if pair not in self._known]
        for pair in new:
            if contradict(self._ordered[pair[0]], self._ordered[pair[1]]):
                self._known[pair] = -math.inf
        open_ = [pair for pair in new if pair not in self._known]
        if open_:
            one, other = np.array(open_).T
            self._known.update(zip(open_, self._accounts.odds(one, other).tolist(), strict=True))
        return [self._known[pair] for pair in wanted]


def _belong_together(mine: Sequence[int], theirs: Sequence[int], odds: _Odds) -> bool:
    found = odds.of(islice(product(mine, theirs), COMPARED))
    return sum(found) / len(found) >= ENOUGH
