"""Logistic regressions whose weights stand in a JSON file, each under the name of its feature.

A file has one for a single article and one for a story of several: their readers want different entries.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

Features: TypeAlias = Mapping[str, float]
Source: TypeAlias = Literal["article", "story"]
CONSTANT = "constant"


@functools.cache
def weights(path: Path) -> dict[Source, dict[str, float]]:
    """What each feature weighs, and what is added, for an article and for a story."""
    return msgspec.json.decode(path.read_bytes(), type=dict[Source, dict[str, float]])


def weighed(path: Path, source: Source, features: Features) -> float:
    """The log odds that the weights give; raises KeyError for a feature to which they were not fitted."""
    known = weights(path)[source]
    return known[CONSTANT] + sum(known[name] * value for name, value in features.items())
