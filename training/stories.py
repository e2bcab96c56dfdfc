"""Our own stories: which events of several articles are one event, and which of them an editor would print.

A row of `own/stories.jsonl.gz` is a story; its articles are kept without their text, as in `training.standoff`: `line`
is the digest of the line of text/, `title` a headline of our own, offsets count into headline, line feed, line. An
event without `happening` is stated once and not worth printing. Stories that are `held` are not learned from.
In `own/sorted_stories.jsonl.gz` readers sorted the events that factcli had found, in many more stories.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from training.articles import Row
from training.standoff import lines_of

STORIES = Path(__file__).with_name("own") / "stories.jsonl.gz"
SORTED_STORIES = STORIES.with_name("sorted_stories.jsonl.gz")


def own_stories(folder: Path, path: Path = STORIES, *, held: bool = False) -> dict[str, list[dict[str, Any]]]:
    """The articles of each story to learn from, or of those `held`, as far as text/ has their lines."""
    rows = [row for row in map(json.loads, gzip.decompress(path.read_bytes()).splitlines()) if row["held"] == held]
    lines = lines_of(folder, {article["line"] for row in rows for article in row["articles"]})
    return {row["story"]: list(_articles(row, lines)) for row in rows}


def _articles(row: Row, lines: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    for number, article in enumerate(row["articles"], 1):
        if (line := lines.get(article["line"])) is not None:
            yield {
                "id": f"{row['story']}-{number}",
                "title": article["title"],
                "published": article["published"],
                "text": f"{article['title']}\n{line}",
                "events": [
                    {
                        "trigger": {"start": event["start"], "end": event["end"]},
                        "happening": event["happening"],
                        "needed": event["needed"],
                    }
                    for event in article["events"]
                ],
            }
