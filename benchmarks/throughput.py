"""Articles and words a second, loaded and warm: factcli beside Stanza's own Pipeline (models: see stock.py).

python benchmarks/throughput.py [--articles 24] [--rounds 3] [--out FOLDER]

Who takes part stands in entrants.py. Each has a process of its own, once with a single thread and once with as many as
torch likes. All are loaded first; then they take turns, one at work at a time, so that a machine that slows down hurts
all the same. Every round has articles that nobody has seen, so that no memory of words helps.
"""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path

from articles import NEWS, WARM, read_texts, write_articles
from command import arguments, finish
from entrants import ENTRANTS, entered
from figures import STOCK, Entrant, Throughput
from gauges import say


def measure(articles: int = 24, rounds: int = 3, news: Path = NEWS) -> Throughput:
    """Return what each entrant takes for the same articles, round after round."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        given = write_articles(folder / "articles.jsonl", articles * rounds, news, first=WARM)
        warm = write_articles(folder / "warm.jsonl", WARM, news)
        crew = []
        for threads in (1, None):
            for name in ENTRANTS:
                say(f"throughput: loading {name}, threads: {threads or 'all'}")
                turn = stack.enter_context(entered(name, threads, given, warm))
                crew.append((Entrant(name, threads, []), turn))
        words = 0
        for number in range(rounds):
            say(f"throughput: round {number + 1} of {rounds}")
            for entrant, turn in crew:
                taken, found = turn(number * articles, (number + 1) * articles)
                entrant.rounds.append(taken)
                if entrant.name == STOCK and entrant.threads == 1:
                    words += found
        texts = read_texts(given)
        return Throughput(
            articles=articles,
            characters=sum(map(len, texts)) / len(texts),
            words=words / len(texts),
            entrants=[entrant for entrant, _ in crew],
        )


def main() -> None:
    """Measure, write the figures and print the table."""
    options = arguments(__doc__, articles=24, rounds=3)
    finish(measure(options.articles, options.rounds, options.news), options.out)


if __name__ == "__main__":
    main()
