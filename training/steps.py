"""Steps, each with the file that it makes: what lies there already, and is newer than what comes before, is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple


class Step(NamedTuple):
    """A file, and what writes it there; where a step writes several, the one that it writes last."""

    result: Path
    make: Callable[[Path], None]


def make_missing(steps: Iterable[Step], after: Path) -> None:
    """Make, in this order, each file that is missing or older than the one before it; `after` comes before all."""
    # What is made anew may have the time of the file that follows it: a file system counts in milliseconds.
    is_anew = False
    for step in steps:
        result = step.result
        is_anew = is_anew or not result.exists() or result.stat().st_mtime_ns < after.stat().st_mtime_ns
        if is_anew:
            print(result, flush=True)
            result.parent.mkdir(parents=True, exist_ok=True)
            step.make(result)
        after = result
