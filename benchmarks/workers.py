"""The whole machine at work: `factcli batch` with one worker and with two, and Stanza's own Pipeline with all threads.

python benchmarks/workers.py [--articles 128] [--rounds 2] [--out FOLDER]

Commands over the same articles, from their start to their end, in turns. Each is also run over a single article: taken
off, that leaves what the articles take without the start. ARTICLES should be a multiple of 32, a chunk of 16 for each
of two workers.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from articles import NEWS, ROOT, write_articles
from command import arguments, finish
from figures import ONE_WORKER, STOCK, TWO_WORKERS, Crew, Workers
from gauges import factcli, run, say


def measure(articles: int = 128, rounds: int = 2, news: Path = NEWS) -> Workers:
    """Return what each crew takes, round after round."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        many = write_articles(folder / "many.jsonl", articles, news)
        single = write_articles(folder / "single.jsonl", 1, news)

        def batch(workers: int) -> Callable[[Path], list[str]]:
            def command(given: Path) -> list[str]:
                out = tempfile.mkdtemp(dir=folder)
                return factcli("batch", str(given), "--out", out, "--workers", str(workers))

            return command

        commands: dict[str, Callable[[Path], list[str]]] = {
            STOCK: lambda given: [sys.executable, str(ROOT / "benchmarks" / "stock.py"), str(given)],
            ONE_WORKER: batch(1),
            TWO_WORKERS: batch(2),
        }
        crews = {title: Crew(title, [], [], 0.0, 0.0) for title in commands}
        for number in range(rounds):
            for title, command in commands.items():
                say(f"workers: round {number + 1} of {rounds}, {title}")
                crew = crews[title]
                crew.starts.append(run(command(single)).round)
                ran = run(command(many))
                crew.rounds.append(ran.round)
                crew.memory, crew.worker = max(crew.memory, ran.memory), max(crew.worker, ran.child)
    return Workers(articles, list(crews.values()))


def main() -> None:
    """Measure, write the figures and print the table."""
    options = arguments(__doc__, articles=128, rounds=2)
    finish(measure(options.articles, options.rounds, options.news), options.out)


if __name__ == "__main__":
    main()
