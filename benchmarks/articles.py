"""The articles that the benchmarks run on: pieces of real news, the same on every machine.

python benchmarks/articles.py COUNT FILE.jsonl [--news NEWS]

NEWS (`../shared/data/text/news.txt`) has an article or a paragraph on each line. Lines that follow each other are
joined until there are 2,000 characters; what is then longer than 3,000 is left out. The pieces stand in the order of
their SHA-256, so that the first few are as mixed as all of them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcli.schema import Article

ROOT = Path(__file__).resolve().parents[1]
NEWS = ROOT.parent / "shared" / "data" / "text" / "news.txt"
SHORTEST = 2_000
LONGEST = 3_000
# Any day, so that the steps after the parser have relative dates to resolve.
PUBLISHED = "2024-01-22"
# What every benchmark begins with and does not count, and how many of them.
WARM = 8


def pieces(news: Path = NEWS) -> list[str]:
    """Return all article-sized texts of `news`, in an order that is mixed and always the same."""
    try:
        with news.open(encoding="utf-8") as lines:
            cut = list(_joined(lines))
    except OSError as error:
        raise SystemExit(f"{news}: {error.strerror}: name a file of news with --news") from None
    return sorted(cut, key=lambda text: hashlib.sha256(text.encode()).digest())


def _joined(lines: Iterator[str]) -> Iterator[str]:
    text = ""
    for line in lines:
        text = f"{text}\n{line.strip()}".strip()
        if len(text) >= SHORTEST:
            if len(text) <= LONGEST:
                yield text
            text = ""


def write_articles(path: Path, count: int, news: Path = NEWS, *, first: int = 0) -> Path:
    """Write `count` articles as JSON Lines, from piece `first` on, and return the path."""
    texts = list(islice(pieces(news), first, first + count))
    if len(texts) < count:
        raise SystemExit(f"{news}: holds {len(texts):,} articles from {first:,} on, not {count:,}")
    objects = ({"id": f"news-{number}", "published": PUBLISHED, "text": text} for number, text in enumerate(texts))
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects), encoding="utf-8")
    return path


def read_texts(path: Path) -> list[str]:
    """Return the texts of a file that `write_articles` wrote, without a line of factcli's code."""
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def read(path: Path) -> list[Article]:
    """Return the articles of a file that `write_articles` wrote, as factcli reads them."""
    from factcli.reading import read_articles
    from factcli.schema import Article

    return [item for item in read_articles(path.read_bytes(), name=path.name) if isinstance(item, Article)]


def long_texts(characters: int, count: int, news: Path = NEWS) -> list[str]:
    """Return `count` different texts of that many characters each, made of one piece after the other."""
    joined = ""
    for piece in pieces(news):
        if len(joined) >= characters * count:
            break
        joined += piece + "\n\n"
    return [joined[start : start + characters] for start in range(0, characters * count, characters)]


def main() -> None:
    """Write articles for a run by hand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("file", type=Path)
    parser.add_argument("--news", type=Path, default=NEWS)
    options = parser.parse_args()
    write_articles(options.file, options.count, options.news)


if __name__ == "__main__":
    main()
