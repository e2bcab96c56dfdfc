"""Probabilities as log odds, and back."""

from __future__ import annotations

import math

# Nothing is surer than this, or its log odds would outweigh all else.
EDGE = 1e-6
FARTHEST = 30.0


def log_odds(probability: float) -> float:
    """The logarithm of how much likelier something is than not, within six decimals of certainty."""
    inside = min(max(probability, EDGE), 1 - EDGE)
    return math.log(inside / (1 - inside))


def probability(odds: float) -> float:
    """The probability with these log odds."""
    return 1 / (1 + math.exp(-max(min(odds, FARTHEST), -FARTHEST)))
