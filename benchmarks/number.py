"""How time and memory grow with the number of articles: one worker of `factcli batch` over 1 to 2,000 of them.

python benchmarks/number.py [--articles 2000] [--out FOLDER]

The worker's own function runs in a fresh process with one thread: read, extract, written out as JSON, and forgotten, 16
articles at a time. It is run once and looked at after every chunk, so that growth within a run shows; what 100 articles
take is what the first 100 of the run took.
"""

from __future__ import annotations

import os
import tempfile
from itertools import pairwise
from pathlib import Path

from articles import NEWS, WARM, write_articles
from command import arguments, finish
from figures import Number, Sample
from gauges import in_fresh_process, memory, say, timed

STAGES = (1, 10, 100, 1_000, 2_000)


def measure(articles: int = STAGES[-1], news: Path = NEWS) -> Number:
    """Return how a worker stood along the way."""
    with tempfile.TemporaryDirectory() as folder:
        given = write_articles(Path(folder, "articles.jsonl"), articles + WARM, news)
        say(f"number: {articles:,} articles")
        return in_fresh_process(one_worker, given)


def one_worker(path: Path) -> Number:
    """Return how this process stands after each chunk of the articles in a file; the last few only make it warm."""
    from factcli.batch.sources import Source, pieces_of
    from factcli.batch.work import Chunk, Options
    from factcli.batch.worker import answer, load_pipeline

    options = Options()
    extract = load_pipeline(options)
    pieces = list(pieces_of(Source(0, os.fsencode(path), path.stat().st_size)))
    warm, pieces = pieces[-WARM:], pieces[:-WARM]
    answer(Chunk(shard=0, number=0, pieces=tuple(warm)), options, extract)
    found = Number(loaded=memory()[0], failures=0, samples=[])
    clock = processor = 0.0
    for start, end in pairwise(bounds(len(pieces))):
        chunk = Chunk(shard=0, number=start, pieces=tuple(pieces[start:end]))
        taken, outcomes = timed(answer, chunk, options, extract)
        clock, processor = clock + taken.clock, processor + taken.processor
        found.failures += sum(outcome.facts is None for outcome in outcomes)
        now, peak = memory()
        found.samples.append(Sample(end, clock, processor, now, peak))
        if end in STAGES:
            say(f"number: {end:,} articles done")
    return found


def bounds(count: int) -> list[int]:
    """Return where chunks begin and end: every 16 articles, and at each stage."""
    from factcli.batch.chunks import CHUNK_PIECES

    return sorted({*range(0, count, CHUNK_PIECES), *(stage for stage in STAGES if stage < count), count})


def main() -> None:
    """Measure, write the figures and print the table."""
    options = arguments(__doc__, articles=STAGES[-1])
    finish(measure(options.articles, options.news), options.out)


if __name__ == "__main__":
    main()
