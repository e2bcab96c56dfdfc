"""From the likelihood that the linker adds up to the probability that a link is right (calibration.toml)."""

from __future__ import annotations

import itertools
from functools import cache
from pathlib import Path

from factcli.tables import read_table

PATH = Path(__file__).parent / "data" / "calibration.toml"
Point = tuple[float, float]


@cache
def points() -> tuple[Point, ...]:
    """Likelihood and probability of each point of the map, both rising; read once."""
    table = read_table(PATH)
    return tuple((point["likelihood"], point["probability"]) for point in table["point"])


def calibrated(likelihood: float) -> float:
    """The probability from 0 to 1: on the straight line between two points, or that of the first or last of them."""
    first, last = points()[0], points()[-1]
    if likelihood <= first[0]:
        return first[1]
    for (left, low), (right, high) in itertools.pairwise(points()):
        if likelihood <= right:
            return low + (high - low) * (likelihood - left) / (right - left)
    return last[1]
