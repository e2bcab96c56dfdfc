"""A logistic regression whose weights stand in a JSON file, each under the name of its feature."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

Features: TypeAlias = Mapping[str, float]
Columns: TypeAlias = Mapping[str, NDArray[Any]]
CONSTANT = "constant"


@functools.cache
def weights(path: Path) -> dict[str, float]:
    """What each feature weighs, and what is added."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, float])


def log_odds(path: Path, features: Features) -> float:
    """The log odds that the weights give; raises KeyError for a feature to which they were not fitted."""
    known = weights(path)
    return known[CONSTANT] + sum(known[name] * value for name, value in features.items())


def weighed(path: Path, features: Columns) -> NDArray[np.float64]:
    """The same of many cases, whose features are columns."""
    known = weights(path)
    return sum((known[name] * column for name, column in features.items()), start=np.array(known[CONSTANT]))


def probability(odds: float) -> float:
    """The probability with these log odds."""
    return 1 / (1 + math.exp(-max(min(odds, 30.0), -30.0)))


def log_odds_of(likely: float) -> float:
    """The log odds of a probability, within four decimals of certainty."""
    inside = max(min(likely, 1 - 1e-4), 1e-4)
    return math.log(inside / (1 - inside))
