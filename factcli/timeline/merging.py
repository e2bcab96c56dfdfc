"""Accounts grouped by event: those first that their article marks as one, then the likeliest pairs; only what is on
average likelier one event than not, and never what contradicts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, product
from typing import TypeAlias

import numpy as np

from factcli.timeline.account import Account
from factcli.timeline.clues import likely_pairs
from factcli.timeline.contradiction import contradict
from factcli.timeline.group import Group
from factcli.timeline.sameness import Accounts

# The log odds from which on two accounts are of one event, on average over two groups: of one article, of several. In
# a story more pairs are compared, and more of them are alike by chance.
ENOUGH_OF_ONE, ENOUGH_OF_SEVERAL = 0.5, 0.8
# As many pairs of two groups are averaged.
COMPARED = 64
Pair: TypeAlias = tuple[int, int]


def groups_of(accounts: Sequence[Account]) -> list[Group]:
    """The accounts grouped by event, each group and the groups in the order of the text (average linkage)."""
    ordered = sorted(accounts, key=lambda account: account.position)
    odds = _Odds(ordered)
    pairs = [(other, place) for place, others in likely_pairs(ordered) for other in others]
    compared = dict(zip(pairs, odds.of(pairs), strict=True))
    enough = ENOUGH_OF_SEVERAL if len({account.article for account in ordered}) > 1 else ENOUGH_OF_ONE
    likely = [pair for pair, found in compared.items() if found >= enough]
    tried = [*_marked(ordered), *sorted(likely, key=lambda pair: (-compared[pair], pair))]
    odds.of(_within_clusters(tried))
    group = {place: [place] for place in range(len(ordered))}
    for one, other in tried:
        mine, theirs = group[one], group[other]
        if mine is not theirs and odds.on_average(mine, theirs) >= enough:
            mine += theirs
            group.update(dict.fromkeys(theirs, mine))
    return _made(ordered, group, compared)


def _marked(ordered: Sequence[Account]) -> Iterator[Pair]:
    """The accounts that their article marks as one event, each with the one before it."""
    last: dict[tuple[int, str], int] = {}
    for place, account in enumerate(ordered):
        if (same := account.event.same) is not None:
            if (other := last.get((account.article, same))) is not None:
                yield other, place
            last[account.article, same] = place


def _within_clusters(tried: Iterable[Pair]) -> list[Pair]:
    """The pairs of the clusters that some pairs make up, to be worked out at once; not those of a huge one."""
    cluster: dict[int, list[int]] = {}
    for pair in tried:
        mine, theirs = (cluster.setdefault(place, [place]) for place in pair)
        if mine is not theirs:
            mine += theirs
            cluster.update(dict.fromkeys(theirs, mine))
    clusters = {id(places): places for places in cluster.values() if len(places) <= COMPARED}
    return [pair for places in clusters.values() for pair in combinations(places, 2)]


def _made(ordered: Sequence[Account], group: Mapping[int, list[int]], compared: Mapping[Pair, float]) -> list[Group]:
    """The groups with their accounts, and the odds between them that were worked out."""
    made: dict[int, Group] = {}
    group_at = [made.setdefault(id(group[place]), Group([])) for place in range(len(ordered))]
    for place, account in enumerate(ordered):
        group_at[place].accounts.append(account)
    for (one, other), odds in compared.items():
        mine, theirs = group_at[one], group_at[other]
        if mine is not theirs and odds > -math.inf:
            mine.compared.setdefault(theirs, []).append(odds)
            theirs.compared.setdefault(mine, []).append(odds)
    return list(made.values())


class _Odds:
    """The log odds of pairs of places being of one event, worked out once; minus infinity where they contradict."""

    def __init__(self, ordered: Sequence[Account]) -> None:
        self._ordered = ordered
        self._accounts = Accounts(ordered)
        self._known: dict[Pair, float] = {}

    def of(self, pairs: Iterable[Pair]) -> list[float]:
        wanted = [(one, other) if one < other else (other, one) for one, other in pairs]
        new = [pair for pair in dict.fromkeys(wanted) if pair not in self._known]
        for pair in new:
            one, other = self._ordered[pair[0]], self._ordered[pair[1]]
            if contradict(one, other):
                self._known[pair] = -math.inf
        open_ = [pair for pair in new if pair not in self._known]
        if open_:
            places = np.array(open_)
            self._known.update(zip(open_, self._accounts.odds(places[:, 0], places[:, 1]).tolist(), strict=True))
        return [self._known[pair] for pair in wanted]

    def on_average(self, mine: Sequence[int], theirs: Sequence[int]) -> float:
        """Over the pairs of two groups, of many over the first."""
        found = self.of(islice(product(mine, theirs), COMPARED))
        return sum(found) / len(found)
