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
    PARSER,
    TIMELINE,
    TWO_WORKERS,
    VERSION,
    Number,
    Start,
    Throughput,
    Workers,
)
from reckoning import (
    against_stock,
    command_rounds,
    crew_against,
    in_the_long_run,
    memory_growth,
    seconds,
    times_as_fast,
)

# What counts as flat: no more than this from the second quarter of the run to the last.
FLAT = 0.02
STOCK_TIMES_3 = "3 × Stanza's, article by article"


class Target(NamedTuple):
    """What is measured, the bound to keep and what was found, both as text, and whether it was kept."""

    what: str
    bound: str
    found: str
    is_kept: bool


def targets(folder: Path) -> Iterator[Target]:
    """Yield each target of which the figures are in `folder`."""
    throughput, number = Throughput.load(folder), Number.load(folder)
    if throughput:
        ratio = against_stock(throughput, PARSER, 1, "clock")
        yield Target("the same work (the parser alone), one thread", STOCK_TIMES_3, f"{ratio:.2f} ×", ratio >= 3)
        for threads, way in ((1, "one thread"), (None, "all threads")):
            ratio = against_stock(throughput, FACTCLI, threads, "clock")
            yield Target(f"all of factcli, {way}, words new to it", STOCK_TIMES_3, f"{ratio:.2f} ×", ratio >= 3)
    if throughput and number:
        ratio = in_the_long_run(number, throughput)
        last = number.samples[-1].articles
        what = f"all of factcli, one thread, the last half of {last:,} articles"
        yield Target(what, STOCK_TIMES_3, f"{ratio:.2f} ×", ratio >= 3)
    if workers := Workers.load(folder):
        ratio = crew_against(workers, TWO_WORKERS)
        yield Target(f"{TWO_WORKERS}", "1.8 × 1 worker", f"{ratio:.2f} ×", ratio >= 1.8)
    if start := Start.load(folder):
        ratio = times_as_fast(command_rounds(start, IMPORTS), command_rounds(start, EXTRACT), "clock")
        yield Target(f"{EXTRACT}, cold", f"2 × `{IMPORTS}`", f"{ratio:.2f} ×", ratio <= 2)
        for name, bound in ((VERSION, 0.2), (HELP, 0.2), (TIMELINE, 0.5)):
            taken = seconds(command_rounds(start, name), "clock")
            yield Target(name, f"{bound:.2f} s", f"{taken:.2f} s", taken < bound)
    if number:
        end, growth = number.samples[-1], memory_growth(number)
        yield Target("memory of a worker, at its peak", "1,200 MB", f"{end.peak:,.0f} MB", end.peak < 1200)
        yield Target(f"the same, over {end.articles:,} articles", "flat", f"{growth:+.1%}", growth <= FLAT)
