"""Sets of annotated articles, each in a folder: `articles.jsonl`, of stories also `stories.jsonl`, and `facts.jsonl`,
what factcli reads in them.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

import msgspec

from factcli.pipeline import Pipeline
from factcli.reading import read_articles
from factcli.schema import Article, Facts, Failure
from training.articles import Row, read_rows
from training.standoff import own_rows
from training.stories import SORTED_STORIES, STORIES, own_stories

Gold: TypeAlias = Mapping[str, Row]
ARTICLES, OF_STORIES, FACTS = "articles.jsonl", "stories.jsonl", "facts.jsonl"
# Articles that the heads learn from, and those held back, marked by the habit of the former and by our own.
TRAIN, DEV, HELD = "train", "dev60", "held"
# Stories that are marked by hand (`given`: beside our own), and those whose events readers sorted.
GIVEN, OWN, SORTED = "given", "own", "sorted"
# Our own stories, those kept apart too: the set, its file, whether they are held.
OURS = (
    (OWN, STORIES, False),
    (SORTED, SORTED_STORIES, False),
    ("own-held", STORIES, True),
    ("sorted-held", SORTED_STORIES, True),
)


class Story(NamedTuple):
    """The articles of a story, and what is annotated in each."""

    name: str
    documents: list[Facts]
    gold: Gold


def write_sets(text: Path, events: Path, held: Path) -> None:
    """Write the annotated articles, our own with their lines of the folder `text`; `held` is the file of those of our
    own that are held back, the others lie in folders beside its own.
    """
    sets = held.parents[1]
    for name in (TRAIN, DEV):
        write_rows(sets / name / ARTICLES, read_rows(events / f"{name}.jsonl"))
    for name, path, is_held in OURS:
        stories = own_stories(text, path, held=is_held)
        write_rows(sets / name / ARTICLES, (article for story in stories.values() for article in story))
        named = [{"story": story, "articles": [one["id"] for one in found]} for story, found in stories.items()]
        write_rows(sets / name / OF_STORIES, named)
    write_rows(held, own_rows(text, held=True))


def copy_stories(folder: Path, articles: Path) -> None:
    """Copy a folder of annotated stories."""
    for path in (articles.with_name(OF_STORIES), articles):
        shutil.copyfile(folder / path.name, path)


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write a JSON Lines file."""
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def extract_set(pipeline: Callable[[], Pipeline], facts: Path) -> None:
    """Write what factcli reads in the articles that lie beside `facts`; stops at one that it cannot read."""
    name = facts.parent.name
    found = pipeline().extract(_articles(facts.with_name(ARTICLES).read_bytes(), name))
    write_facts(facts, (_read(one, name) for one in found))


def _articles(rows: bytes, name: str) -> Iterator[Article]:
    for article in read_articles(rows, name=name):
        if not isinstance(article, Article):
            sys.exit(f"training: {article}")
        yield article


def _read(facts: Facts | Failure, name: str) -> Facts:
    if isinstance(facts, Failure):
        sys.exit(f"training: {name}: {facts.article}: {facts.reason}")
    return facts


def write_facts(path: Path, documents: Iterable[Facts]) -> None:
    """Write facts as `factcli extract --format jsonl` does; the file is there when all are."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.writelines(msgspec.json.encode(facts) + b"\n" for facts in documents)
    part.replace(path)


def read_facts(path: Path) -> dict[str, Facts]:
    """The facts of a JSON Lines file by article."""
    return {one.id: one for one in (msgspec.json.decode(line, type=Facts) for line in path.read_bytes().splitlines())}


def facts_of(folder: Path) -> dict[str, Facts]:
    """The facts of the articles of a set by article."""
    return read_facts(folder / FACTS)


def gold_of(folder: Path) -> dict[str, Row]:
    """The annotated articles of a set by id."""
    return {row["id"]: row for row in read_rows(folder / ARTICLES)}


def stories_of(folder: Path) -> Iterator[Story]:
    """The stories of a set."""
    facts, gold = facts_of(folder), gold_of(folder)
    for story in read_rows(folder / OF_STORIES):
        yield Story(story["story"], [facts[article] for article in story["articles"]], gold)
