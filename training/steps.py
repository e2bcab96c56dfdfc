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
    for step in steps:
        if not step.result.exists() or step.result.stat().st_mtime_ns < after.stat().st_mtime_ns:
            print(step.result, flush=True)
            step.result.parent.mkdir(parents=True, exist_ok=True)
            step.make(step.result)
        after = step.result
