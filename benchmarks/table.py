"""The tables of the figures, in Markdown.

python benchmarks/table.py [FOLDER]
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from pathlib import Path

from articles import ROOT
from figures import IMPORTS, ONE_WORKER, Figures, Length, Machine, Number, Start, Throughput, Workers
from reckoning import against_stock, command_rounds, crew_against, seconds, stages, times_as_fast, without_start
from targets import targets

RESULTS = ROOT / "benchmarks" / "results"
BENCHMARKS = (Throughput, Workers, Start, Number, Length)


def report(folder: Path) -> Iterator[str]:
    """Yield the lines of all tables of which the figures are in `folder`, the targets first."""
    if machine := Machine.load(folder):
        yield from lines_of(machine)
    bounds = [(each.what, each.bound, each.found, "yes" if each.is_kept else "**no**") for each in targets(folder)]
    yield from _table(("target", "bound", "measured", "kept"), bounds)
    for kind in BENCHMARKS:
        if figures := kind.load(folder):
            yield from lines_of(figures)


@singledispatch
def lines_of(figures: Figures) -> Iterator[str]:
    """Yield the lines of the table of one benchmark, with a sentence before it."""
    raise NotImplementedError(type(figures).__name__)


@lines_of.register
def _machine(found: Machine) -> Iterator[str]:
    versions = ", ".join(f"{name} {version}" for name, version in found.versions.items())
    yield f"Measured {found.day} on {found.cores} cores, {found.processor}, {versions}."
    yield f"Load average before: {found.load_average:.1f}."


@lines_of.register
def _throughput(found: Throughput) -> Iterator[str]:
    yield (
        f"Articles a second, loaded and warm: {found.articles} articles a round ({found.characters:,.0f} characters, "
        f"{found.words:,.0f} words each), median of {len(found.entrants[0].rounds)} rounds."
    )
    rows = []
    for each in found.entrants:
        speed = found.articles / seconds(each.rounds, "clock")
        ratios = [against_stock(found, each.name, each.threads, gauge) for gauge in ("clock", "processor")]
        processor = found.articles / seconds(each.rounds, "processor")
        cells = (f"{speed:.2f}", f"{speed * found.words:,.0f}", f"{processor:.2f}", *(f"{each:.2f}" for each in ratios))
        rows.append((each.name, str(each.threads or "all"), *cells))
    yield from _table(
        ("", "threads", "articles/s", "words/s", "articles/s of processor", "× stock, clock", "× stock, processor"),
        rows,
    )


@lines_of.register
def _workers(found: Workers) -> Iterator[str]:
    yield (
        f"The whole machine: {found.articles} articles as a command, median of {len(found.crews[0].rounds)} rounds; "
        "articles a second without the start, and how many times those of one worker."
    )
    rows = []
    for each in found.crews:
        rate = (found.articles - 1) / seconds(without_start(each), "clock")
        times = [seconds(each.starts, "clock"), seconds(each.rounds, "clock"), seconds(each.rounds, "processor")]
        sizes = [f"{size:,.0f}" if size else "" for size in (each.memory, each.worker)]
        ratio = crew_against(found, each.name)
        rows.append((each.name, f"{rate:.2f}", f"{ratio:.2f}", *(f"{time:.1f}" for time in times), *sizes))
    yield from _table(
        ("", "articles/s", f"× {ONE_WORKER}", "start, s", "all, s", "processor, s", "MB", "MB of a worker"), rows
    )


@lines_of.register
def _start(found: Start) -> Iterator[str]:
    yield f"One call from start to end, median of {len(found.commands[0].rounds)}."
    imports = command_rounds(found, IMPORTS)
    rows = []
    for each in found.commands:
        times = [seconds(each.rounds, gauge) for gauge in ("clock", "processor")]
        ratio = times_as_fast(imports, each.rounds, "clock")
        rows.append(
            (
                each.name,
                *(f"{time:.2f}" for time in times),
                f"{ratio:.2f}",
                f"{each.memory:,.0f}" if each.memory else "",
            )
        )
    yield from _table(("", "seconds", "processor, s", "× the imports", "MB at the peak"), rows)


@lines_of.register
def _number(found: Number) -> Iterator[str]:
    failed = f", {found.failures} failed" if found.failures else ""
    yield f"One worker over more and more articles (one run{failed}); milliseconds of an article since the line before."
    rows: list[Sequence[str]] = [("0", "", "", "", f"{found.loaded:,.0f}", "")]
    for before, now in stages(found):
        count = now.articles - before.articles
        each = [1000 * (now.clock - before.clock) / count, 1000 * (now.processor - before.processor) / count]
        sizes = [f"{now.memory:,.0f}", f"{now.peak:,.0f}"]
        rows.append((f"{now.articles:,}", f"{now.clock:,.1f}", *(f"{time:,.0f}" for time in each), *sizes))
    yield from _table(("articles", "seconds", "ms each", "processor, ms each", "MB", "MB at the peak"), rows)


@lines_of.register
def _length(found: Length) -> Iterator[str]:
    yield "One article of growing length, a fresh worker each."
    rows = []
    for each in found.texts:
        per_character = [1e6 * time / each.characters for time in (each.clock, each.processor)]
        cells = (f"{each.clock:,.2f}", *(f"{time:.1f}" for time in per_character), f"{each.memory:,.0f}")
        rows.append((f"{each.characters:,}", *cells))
    yield from _table(("characters", "seconds", "µs a character", "processor, µs a character", "MB at the peak"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield ""
    yield f"| {' | '.join(head)} |"
    yield f"| --- |{' ---: |' * (len(head) - 1)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


if __name__ == "__main__":
    print("\n".join(report(Path(sys.argv[1]) if len(sys.argv) > 1 else RESULTS)))
