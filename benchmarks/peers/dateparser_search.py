"""dateparser.search over articles: JSON Lines in; out a line with the seconds of each round, then a line an article.

Runs under a Python that has dateparser: `python dateparser_search.py ROUNDS < articles.jsonl`.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime
from typing import Any

from dateparser.search import search_dates


def found_in(article: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the expressions with offsets and days; dateparser gives the words without their place."""
    settings = {"RELATIVE_BASE": datetime.fromisoformat(article["published"])}
    dates, place = [], 0
    for words, moment in search_dates(article["text"], languages=["id"], settings=settings) or []:
        start = article["text"].find(words, place)
        if start >= 0:
            place = start + len(words)
            dates.append({"start": start, "end": place, "type": "DATE", "value": moment.date().isoformat()})
    return dates


def main() -> None:
    """Read standard input, write standard output."""
    articles = [json.loads(line) for line in sys.stdin]
    seconds, found = [], []
    for _ in range(int(sys.argv[1])):
        start, used = time.perf_counter(), time.thread_time()
        found = [found_in(article) for article in articles]
        seconds.append((time.perf_counter() - start, time.thread_time() - used))
    print(json.dumps(seconds))
    for article, dates in zip(articles, found, strict=True):
        print(json.dumps({"id": article["id"], "dates": dates}))


if __name__ == "__main__":
    main()
