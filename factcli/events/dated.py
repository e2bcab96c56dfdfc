"""A happening with its time, and how sure the tie between them is."""

from __future__ import annotations

from dataclasses import dataclass

from factcli.events.predicates import Predicate
from factcli.schema import When

# How often each way of tying a date to a happening was right on the dev set, rounded down.
SURE_OF_TREE = 0.9
SURE_OF_SHARED = 0.75
SURE_OF_NEAREST = 0.6
SURE_OF_CONTINUED = 0.5


@dataclass(frozen=True)
class Dated:
    """A happening with its time, how sure that is, and whether the date hangs right on it."""

    predicate: Predicate
    when: When
    score: float
