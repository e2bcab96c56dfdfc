"""Times of accounts as columns (what `times` says of two times, of many pairs at once)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import numpy as np

from factcli.schema import When
from factcli.timeline.columns import NOTHING, Column, Flags, Rows, equal, flags, numbered
from factcli.timeline.times import days_of, ends_of


class Spans:
    """First and last days of accounts, in columns with a row for each.

    `days` is how many days a time covers (infinite where it is open or unknown), `bounds` one number for the same first
    and last day, `values` one for the same value too (NOTHING where no time is known), `guessed` whether it is guessed.
    """

    def __init__(self, times: Sequence[When | None]) -> None:
        days = [days_of(when) for when in times]
        self.days: Column = np.array([np.inf if count is None else count for count in days])
        self.bounds = numbered(map(ends_of, times))
        self.values = numbered((when.value, when.earliest, when.latest) if when is not None else None for when in times)
        self.guessed = flags(when is not None and when.basis == "published" for when in times)
        self._first = np.array([_ordinal(when.earliest if when else None, -np.inf) for when in times])
        self._last = np.array([_ordinal(when.latest if when else None, np.inf) for when in times])

    def fit(self, one: Rows, other: Rows) -> Flags:
        """Whether one time lies in the other; an open time fits one of the same days."""
        holds = self._holds(one, other) | self._holds(other, one)
        closed = np.isfinite(self.days[one]) & np.isfinite(self.days[other])
        fitting: Flags = np.where(closed, holds, equal(self.bounds, one, other))
        return fitting

    def same_day(self, one: Rows, other: Rows) -> Flags:
        """Whether both are one and the same day."""
        return np.asarray(self._are_days(one, other) & (self._first[one] == self._first[other]))

    def next_day(self, one: Rows, other: Rows) -> Flags:
        """Whether they are two days that follow each other."""
        with np.errstate(invalid="ignore"):
            return np.asarray(self._are_days(one, other) & (np.abs(self._first[one] - self._first[other]) == 1))

    def unknown(self, one: Rows, other: Rows) -> Flags:
        """Whether one of them is not known."""
        return np.asarray((self.bounds[one] == NOTHING) | (self.bounds[other] == NOTHING))

    def _are_days(self, one: Rows, other: Rows) -> Flags:
        return np.asarray((self.days[one] == 1) & (self.days[other] == 1))

    def _holds(self, outer: Rows, inner: Rows) -> Flags:
        return np.asarray((self._first[outer] <= self._first[inner]) & (self._last[inner] <= self._last[outer]))


def _ordinal(day: str | None, otherwise: float) -> float:
    return otherwise if day is None else float(datetime.date.fromisoformat(day).toordinal())
