"""Whether time grows with the size of an input, and not with its square: whatever else the machine is doing."""

from __future__ import annotations

import gc
import math
import sys
import time
from collections.abc import Callable
from typing import TypeVar

Input = TypeVar("Input")

# Twice the input takes twice the time, or four times where time grows with the square.
MOST = 3.0
ATTEMPTS = 8
# Below this, the clock and the caches of a busy machine weigh more than the work.
LEAST_SECONDS = 0.02


def assert_linear(make: Callable[[int], Input], work: Callable[[Input], object], size: int = 1) -> None:
    """Fail unless `work` on `make(2 * size)` takes less than three times the processor time of `make(size)`.

    A busy machine only ever makes work slower, so the quickest of several runs of each is what counts.
    """
    small, large = make(size), make(2 * size)
    of_small = of_large = math.inf
    for _ in range(ATTEMPTS):
        of_small = min(of_small, max(LEAST_SECONDS, _seconds(work, small)))
        of_large = min(of_large, _seconds(work, large))
        if of_large < MOST * of_small:
            return
    raise AssertionError(f"twice the input takes {of_large / of_small:.1f} times the time")


def calls(work: Callable[[Input], object], given: Input) -> int:
    """How many calls `work` makes: a measure of time that no busy machine disturbs, but blind to a single long call."""
    counted = 0

    def count(*_: object) -> None:
        nonlocal counted
        counted += 1

    sys.setprofile(count)
    try:
        work(given)
    finally:
        sys.setprofile(None)
    return counted


def _seconds(work: Callable[[Input], object], given: Input) -> float:
    # A collection looks at all that earlier tests have left in memory, which is not the work's doing.
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work(given)
        return time.process_time() - begun
    finally:
        gc.enable()
