"""How the time of find_dates grows with the text: linear is a ratio near 1 between seconds per character.

python benchmarks/dates_growth.py ARTICLES.jsonl

The articles are joined (and repeated) to 10 KB, 100 KB and 1 MB. Then come texts made to be hard, at 10 KB and 100 KB:
what a grammar over tokens may have to try again from every place.
"""

from __future__ import annotations

import argparse
import itertools
import time
from pathlib import Path

from factcli.dates import find_dates
from factcli.reading import read_articles
from factcli.schema import Article

SIZES = (10_000, 100_000, 1_000_000)
HARD = {
    "one word": "a",
    "digits": "1",
    "numbers": "12 ",
    "slashes": "1/",
    "hyphens": "20-",
    "brackets": "(",
    "weekdays": "Senin ",
    "months": "Mei ",
    "years": "2014 ",
    "ranges": "20-25 Januari hingga ",
    "modifiers": "awal akhir sekitar ",
    "number words": "dua puluh lima ratus ",
    "dates": "Senin (29/12/2014) ",
    "relative": "tahun lalu pada bulan ",
    "line ends": "2014\n",
    "accents": "e\u0301",
}


def seconds(text: str) -> float:
    """Return the seconds of processor that find_dates takes, the better of two runs."""
    taken = []
    for _ in range(2):
        start = time.thread_time()
        find_dates(text, published="2024-01-22")
        taken.append(time.thread_time() - start)
    return min(taken)


def main() -> None:
    """Measure and print, a line a text and size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    path = parser.parse_args().articles
    news = "\n\n".join(
        article.text for article in read_articles(path.read_bytes(), name=path.name) if isinstance(article, Article)
    )
    find_dates("2000")
    print(f"{'text':14}{'characters':>12}{'seconds':>10}{'us a character':>16}{'to the size before':>20}")
    texts = [("news", news + "\n\n", SIZES), *((name, unit, SIZES[:2]) for name, unit in HARD.items())]
    for name, unit, sizes in texts:
        before = None
        for size in sizes:
            text = "".join(itertools.islice(itertools.cycle(unit), size))
            taken = seconds(text)
            ratio = f"{taken / size / before:.2f}" if before else ""
            before = taken / size
            print(f"{name:14}{size:12,}{taken:10.3f}{before * 1e6:16.2f}{ratio:>20}")


if __name__ == "__main__":
    main()
