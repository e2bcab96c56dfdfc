"""Our own stories: which events of several articles are one event, and which of them an editor would print.

A row of `own/stories.jsonl.gz` is a story; its articles are kept without their text, as in `training.standoff`: `line`
is the digest of the line of text/, `title` a headline of our own, offsets count into headline, line feed, line. An
event without `happening` is stated once and not worth printing. Stories that are `held` are not learned from.
In `own/sorted_stories.jsonl.gz` readers sorted the events that factcli had found, in many more stories.

python -m training.stories TEXT FOLDER           # articles.jsonl and stories.jsonl, as those of the evaluation
python -m training.stories TEXT FOLDER --sorted  # of the stories whose events were sorted
python -m training.stories TEXT FOLDER --held    # those that are held
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from training.articles import Row
from training.standoff import lines_of

STORIES = Path(__file__).with_name("own") / "stories.jsonl.gz"
SORTED = STORIES.with_name("sorted_stories.jsonl.gz")


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


def write(stories: Mapping[str, list[dict[str, Any]]], folder: Path) -> None:
    """Write the articles, and which story each belongs to."""
    folder.mkdir(parents=True, exist_ok=True)
    articles = [article for story in stories.values() for article in story]
    named = [{"story": name, "articles": [one["id"] for one in story]} for name, story in stories.items()]
    for name, rows in (("articles", articles), ("stories", named)):
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sorted", action="store_true")
    parser.add_argument("--held", action="store_true")
    options = parser.parse_args()
    path = SORTED if options.sorted else STORIES
    write(own_stories(options.text, path, held=options.held), options.folder)


if __name__ == "__main__":
    main()
