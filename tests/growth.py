"""Whether time grows with the size of an input, and not with its square: whatever else the machine is doing."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

Input = TypeVar("Input")

# Twice the input takes twice the time, or four times where time grows with the square.
MOST = 3.0
ATTEMPTS = 5
# Below this, the clock and the caches of a busy machine weigh more than the work.
LEAST_SECONDS = 0.02


def assert_linear(make: Callable[[int], Input], work: Callable[[Input], object], size: int = 1) -> None:
    """Fail unless `work` on `make(2 * size)` takes less than three times the processor time of `make(size)`.

    A measurement that a busy machine spoiled is made again; one that holds is enough.
    """
    small, large = make(size), make(2 * size)
    ratios = []
    for _ in range(ATTEMPTS):
        ratios.append(_seconds(work, large) / max(LEAST_SECONDS, _seconds(work, small)))
        if ratios[-1] < MOST:
            return
    raise AssertionError(f"twice the input takes {min(ratios):.1f} times the time")


def _seconds(work: Callable[[Input], object], given: Input) -> float:
    gc.collect()
    begun = time.process_time()
    work(given)
    return time.process_time() - begun
