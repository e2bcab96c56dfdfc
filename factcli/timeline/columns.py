"""Accounts as columns of numbers, so that thousands of pairs are compared at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

# Numbers of accounts: the rows of the columns that are looked at.
Rows: TypeAlias = NDArray[np.intp]
Column: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
Numbers: TypeAlias = NDArray[np.int64]
NOTHING = -1
# Of a larger set those that weigh most are compared.
LARGE = 50


def numbered(values: Iterable[Hashable]) -> Numbers:
    """A number for each value, one for equal values; NOTHING for None."""
    numbers: dict[Hashable, int] = {None: NOTHING}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int64)


def flags(values: Iterable[bool]) -> Flags:
    """A column of yes and no."""
    return np.fromiter(values, dtype=bool)


def equal(numbers: Numbers, one: Rows, other: Rows) -> Flags:
    """Whether two accounts have one number, and not NOTHING."""
    mine = numbers[one]
    same: Flags = (mine == numbers[other]) & (mine != NOTHING)
    return same


class Sets:
    """A set for each account, as a row of numbers; each thing in it has a weight. `numbers` number the things."""

    def __init__(
        self,
        sets: Sequence[Collection[str]],
        weigh: Callable[[str], float] = lambda _: 1.0,
        numbers: dict[str, int] | None = None,
    ) -> None:
        rows = [_heaviest(things, weigh) for things in sets]
        sizes = np.fromiter(map(len, rows), dtype=np.intp, count=len(rows))
        known = self.numbers = {} if numbers is None else numbers
        filled = np.arange(max(sizes, default=0) or 1) < sizes[:, None]
        self._things = np.full(filled.shape, NOTHING, dtype=np.int32)
        self._things[filled] = [known.setdefault(thing, len(known)) for row in rows for thing in row]
        # What is NOTHING weighs nothing: the last of the weights.
        weights = np.array([*map(weigh, known), 0.0])
        self._weights = weights[self._things]
        self.weight: Column = self._weights.sum(axis=1)

    def shared(self, one: Rows, other: Rows, theirs: Sets | None = None) -> Column:
        """How much what each two sets have in common weighs; `theirs` are the others' sets, of the same numbers."""
        mine, there = self._things[one], (theirs or self)._things[other]
        found = np.zeros(mine.shape, dtype=bool)
        for column in range(there.shape[1]):
            found |= mine == there[:, column, None]
        shared: Column = (self._weights[one] * (found & (mine != NOTHING))).sum(axis=1)
        return shared


def _heaviest(things: Collection[str], weigh: Callable[[str], float]) -> list[str]:
    """The things in one order, of many those that weigh most."""
    if len(things) <= LARGE:
        return sorted(things)
    return sorted(things, key=lambda thing: (-weigh(thing), thing))[:LARGE]
