"""The picture of the figures, as SVG.

python benchmarks/picture.py [FOLDER] > speed.svg
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import jinja2
from figures import Entrant, Length, Number, Sample, Start, Throughput, Workers
from panels import Panel, bars, course, growth
from reckoning import seconds, without_start
from table import RESULTS

COLUMNS, WIDE, HIGH, MARGIN = 2, 450, 290, 36
# How many points the curve of time has.
STRETCHES = 20


def picture(folder: Path) -> str:
    """Return the picture of all figures in `folder`, two panels a row."""
    panels = list(_panels(folder))
    for number, panel in enumerate(panels):
        row, column = divmod(number, COLUMNS)
        panel.left, panel.top = MARGIN + column * WIDE, MARGIN + row * HIGH
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )  # fmt: skip
    return environment.get_template("picture.svg.j2").render(
        panels=panels, width=MARGIN + COLUMNS * WIDE, height=MARGIN + -(-len(panels) // COLUMNS) * HIGH
    )


def _panels(folder: Path) -> Iterator[Panel]:
    """Yield a panel for each benchmark that has run; the number of articles has two."""
    if throughput := Throughput.load(folder):
        speeds = [(_entrant(each), throughput.articles / seconds(each.rounds, "clock")) for each in throughput.entrants]
        yield bars("Articles a second, loaded and warm", "with one thread, and with as many as torch likes", speeds)
    if workers := Workers.load(folder):
        rates = [(each.name, (workers.articles - 1) / seconds(without_start(each), "clock")) for each in workers.crews]
        yield bars("Articles a second, the whole machine", "as a command, without its start", rates)
    if start := Start.load(folder):
        times = [(each.name, seconds(each.rounds, "clock")) for each in start.commands]
        yield bars("One call, cold", "seconds from start to end", times, digits=2)
    if length := Length.load(folder):
        costs = [(float(each.characters), 1e6 * each.processor / each.characters) for each in length.texts]
        yield growth("Growth with the length", "microseconds of processor a character, by characters", costs)
    if number := Number.load(folder):
        last = number.samples[-1].articles
        sizes = [(float(each.articles), each.memory) for each in number.samples]
        yield course("Memory over many articles", "megabytes of one worker, by articles done", sizes, last)
        note = "milliseconds of processor an article, by articles done"
        yield course("Time over many articles", note, _paces(number), last)


def _entrant(each: Entrant) -> str:
    return f"{each.name} ({each.threads or 'all'})"


def _paces(number: Number) -> list[tuple[float, float]]:
    """Return what an article took in each stretch of the run, by the articles done at its middle."""
    every = max(1, len(number.samples) // STRETCHES)
    ends = [Sample(0, 0.0, 0.0, 0.0, 0.0), *number.samples[every - 1 :: every]]
    return [
        (
            (before.articles + now.articles) / 2,
            1000 * (now.processor - before.processor) / (now.articles - before.articles),
        )
        for before, now in pairwise(ends)
    ]


if __name__ == "__main__":
    print(picture(Path(sys.argv[1]) if len(sys.argv) > 1 else RESULTS), end="")
