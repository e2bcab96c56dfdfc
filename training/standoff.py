"""Our own annotation of news: what is marked stands in the repository, the text stays where it is.

A row of `own/news.jsonl.gz` is an annotated article without its text: `line` is the digest of the line of text/ that it
marks, `title` a headline of our own, since the lines have lost theirs. Offsets count into headline, line feed, line.
`own/brief.jsonl.gz` has more articles, of which nothing but the events with their dates is marked (`brief`). Rows that
are `held` are not learned from.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from training.articles import Row

NEWS = Path(__file__).with_name("own") / "news.jsonl.gz"
BRIEF = NEWS.with_name("brief.jsonl.gz")
FILES = ("news.txt", "news2.txt")


def digest(line: str) -> str:
    """What a line of text is known by."""
    return hashlib.sha256(line.strip().encode()).hexdigest()[:16]


def without_text(row: Row) -> dict[str, Any]:
    """An annotated article (its text: headline, line feed, one line) as it is kept."""
    title, line = row["text"].split("\n", 1)

    def bare(marks: Iterable[Row]) -> list[dict[str, Any]]:
        return [{key: value for key, value in mark.items() if key != "text"} for mark in marks]

    kept = {key: row[key] for key in ("id", "source", "published")} | {
        key: bool(row.get(key)) for key in ("held", "brief")
    }
    events = {
        key: [{**event, "trigger": bare([event["trigger"]])[0]} for event in row[key]] for key in ("events", "undated")
    }
    entities = [{**entity, "mentions": bare(entity["mentions"])} for entity in row["entities"]]
    return kept | {"line": digest(line), "title": title, "dates": bare(row["dates"]), "entities": entities} | events


def with_text(row: Row, lines: Mapping[str, str]) -> dict[str, Any] | None:
    """The annotated article again; `lines` are by their digests. None where its line is not among them."""
    line = lines.get(row["line"])
    if line is None:
        return None
    text = f"{row['title']}\n{line}"

    def full(marks: Iterable[Row]) -> list[dict[str, Any]]:
        return [{**mark, "text": text[mark["start"] : mark["end"]]} for mark in marks]

    entities = [{**entity, "mentions": full(entity["mentions"])} for entity in row["entities"]]
    return {**row, "text": text, "dates": full(row["dates"]), "entities": entities}


def lines_of(folder: Path, digests: Collection[str]) -> dict[str, str]:
    """The lines of the files of the folder text/ that have these digests."""
    lines: dict[str, str] = {}
    for name in FILES:
        for line in (folder / name).read_text(encoding="utf-8").split("\n"):
            if (key := digest(line)) in digests:
                lines[key] = line.strip()
    return lines


def own_rows(folder: Path, paths: Iterable[Path] = (NEWS,), *, held: bool = False) -> list[dict[str, Any]]:
    """The articles of the files `paths` to learn from, or those `held`, whose lines stand in the folder text/."""
    kept = [json.loads(line) for path in paths for line in gzip.decompress(path.read_bytes()).splitlines()]
    rows = [row for row in kept if row["held"] == held]
    lines = lines_of(folder, {row["line"] for row in rows})
    found = [full for row in rows if (full := with_text(row, lines)) is not None]
    print(f"{len(found)} of {len(rows)} articles of our own annotation have their text in {folder}", file=sys.stderr)
    return found


def keep(rows: Iterable[Row], path: Path = NEWS) -> None:
    """Write annotated articles without their texts."""
    lines = [json.dumps(without_text(row), ensure_ascii=False) + "\n" for row in rows]
    path.write_bytes(gzip.compress("".join(lines).encode(), mtime=0))
