"""What follows from the figures: medians, rates and ratios."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Literal, TypeAlias

from figures import ONE_WORKER, STOCK, Crew, Entrant, Number, Round, Sample, Start, Throughput, Workers

Gauge: TypeAlias = Literal["clock", "processor"]


def seconds(rounds: Sequence[Round], gauge: Gauge) -> float:
    """Return the median of the rounds."""
    return median(_of(each, gauge) for each in rounds)


def times_as_fast(ours: Sequence[Round], theirs: Sequence[Round], gauge: Gauge) -> float:
    """Return how many times as fast the first were: the median of the ratios of rounds that ran side by side."""
    return median(_of(other, gauge) / _of(own, gauge) for own, other in zip(ours, theirs, strict=True))


def _of(taken: Round, gauge: Gauge) -> float:
    return taken.clock if gauge == "clock" else taken.processor


def entrant(found: Throughput, name: str, threads: int | None) -> Entrant:
    """Return the entrant of that name with so many threads."""
    return next(each for each in found.entrants if (each.name, each.threads) == (name, threads))


def against_stock(found: Throughput, name: str, threads: int | None, gauge: Gauge) -> float:
    """Return how many times as fast an entrant was as Stanza's own Pipeline with as many threads."""
    return times_as_fast(entrant(found, name, threads).rounds, entrant(found, STOCK, threads).rounds, gauge)


def command_rounds(found: Start, name: str) -> list[Round]:
    """Return the rounds of a command."""
    return next(command.rounds for command in found.commands if command.name == name)


def crew(found: Workers, name: str) -> Crew:
    """Return the crew of that name."""
    return next(each for each in found.crews if each.name == name)


def without_start(each: Crew) -> list[Round]:
    """Return what the articles took, all but the one that the start was measured with."""
    return [
        Round(whole.clock - start.clock, whole.processor - start.processor)
        for whole, start in zip(each.rounds, each.starts, strict=True)
    ]


def crew_against(found: Workers, name: str, other: str = ONE_WORKER) -> float:
    """Return how many times as fast a crew was as another by the clock, the start not counted."""
    return times_as_fast(without_start(crew(found, name)), without_start(crew(found, other)), "clock")


def stages(found: Number) -> list[tuple[Sample, Sample]]:
    """Return the samples after 1, 10, 100, 1,000 articles and at the end, each with the one before it."""
    shown = [each for each in found.samples if each.articles in (1, 10, 100, 1_000)]
    shown += [each for each in found.samples[-1:] if each not in shown]
    return list(zip([Sample(0, 0.0, 0.0, found.loaded, found.loaded), *shown[:-1]], shown, strict=True))


def in_the_long_run(found: Number, beside: Throughput) -> float:
    """Return how many times as fast the last half of a long run was as Stanza's own Pipeline, with one thread each."""
    middle, end = found.samples[len(found.samples) // 2], found.samples[-1]
    stock = seconds(entrant(beside, STOCK, 1).rounds, "clock") / beside.articles
    return stock * (end.articles - middle.articles) / (end.clock - middle.clock)


def memory_growth(found: Number) -> float:
    """Return by what part the memory grew from the second quarter of a run to its last, medians of each: 0 is flat."""
    quarter = len(found.samples) // 4
    early, late = found.samples[quarter : 2 * quarter or 1], found.samples[-quarter:]
    return median(each.memory for each in late) / median(each.memory for each in early) - 1
