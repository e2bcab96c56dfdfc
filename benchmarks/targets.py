"""The targets that factcli has set itself for speed, and what was measured."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from figures import (
    EXTRACT,
    FACTCLI,
    HELP,
    IMPORTS,
    TIMELINE,
    TWO_WORKERS,
    VERSION,
    Number,
    Start,
    Throughput,
    Workers,
)
from reckoning import against_stock, command_rounds, crew_against, memory_growth, seconds, times_as_fast

# What counts as flat: no more than this from the second quarter of the run to the last.
FLAT = 0.02


class Target(NamedTuple):
    """What is measured, the bound to keep and what was found, both as text, and whether it was kept."""

    what: str
    bound: str
    found: str
    is_kept: bool


def targets(folder: Path) -> Iterator[Target]:
    """Yield each target of which the figures are in `folder`."""
    if throughput := Throughput.load(folder):
        for threads, way in ((1, "one thread"), (None, "all threads")):
            ratio = against_stock(throughput, FACTCLI, threads, "clock")
            yield Target(f"articles a second, {way}", "3 × Stanza's, article by article", f"{ratio:.2f} ×", ratio >= 3)
    if workers := Workers.load(folder):
        ratio = crew_against(workers, TWO_WORKERS)
        yield Target(f"{TWO_WORKERS}", "1.8 × 1 worker", f"{ratio:.2f} ×", ratio >= 1.8)
    if start := Start.load(folder):
        ratio = times_as_fast(command_rounds(start, IMPORTS), command_rounds(start, EXTRACT), "clock")
        yield Target(f"{EXTRACT}, cold", f"2 × `{IMPORTS}`", f"{ratio:.2f} ×", ratio <= 2)
        for name, bound in ((VERSION, 0.2), (HELP, 0.2), (TIMELINE, 0.5)):
            taken = seconds(command_rounds(start, name), "clock")
            yield Target(name, f"{bound:.2f} s", f"{taken:.2f} s", taken < bound)
    if number := Number.load(folder):
        last, growth = number.samples[-1], memory_growth(number)
        yield Target("memory of a worker, at its peak", "1,200 MB", f"{last.peak:,.0f} MB", last.peak < 1200)
        yield Target(f"the same, over {last.articles:,} articles", "flat", f"{growth:+.1%}", growth <= FLAT)
