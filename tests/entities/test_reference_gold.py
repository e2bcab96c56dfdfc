"""How many pronouns and descriptions of twenty paragraphs are resolved as a reader does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, cast

from factcli.entities.references import referents
from factcli.schema import Article, Entity, Label, Mention

if TYPE_CHECKING:
    from factcli.syntax.parser import Parser

PARAGRAPHS = tomllib.loads(Path(__file__).with_name("references.toml").read_text(encoding="utf-8"))["paragraphs"]
MARK = re.compile(
    r"\[(?P<name>[^|]+)\|(?P<label>PER|ORG|LOC) (?P<entity>e\d+)\]|\{(?P<word>[^|]+)\|(?P<means>[e\d ]*)\}"
)
FLOOR_RIGHT = 0.88
FLOOR_PRECISION = 0.9


def read(marked: str) -> tuple[str, list[Entity], dict[tuple[int, int], set[str]]]:
    """The text, its entities, and for each marked reference where it stands and the ids that it stands for."""
    text, place = "", 0
    entities: dict[str, Entity] = {}
    means: dict[tuple[int, int], set[str]] = {}
    for match in MARK.finditer(marked):
        text += marked[place : match.start()]
        place = match.end()
        start = len(text)
        if name := match["name"]:
            text += name
            entity = entities.setdefault(
                match["entity"], Entity(id=match["entity"], label=cast(Label, match["label"]), name=name, mentions=[])
            )
            entity.mentions.append(Mention(start=start, end=len(text), text=name))
        else:
            text += match["word"]
            means[start, len(text)] = set(match["means"].split())
    return text + marked[place:], list(entities.values()), means


def test_references_are_resolved_as_a_reader_does(parser: Parser) -> None:
    read_paragraphs = [read(marked) for marked in PARAGRAPHS]
    docs = parser.parse([Article(text=text) for text, _, _ in read_paragraphs])
    wrong: list[str] = []
    right = given = wanted = 0
    for (text, entities, means), doc in zip(read_paragraphs, docs, strict=True):
        found = {doc[index].idx: set(ids) for index, ids in referents(doc, entities).items()}
        for (start, end), ids in means.items():
            told = next((found[place] for place in range(start, end) if place in found), set())
            wanted += bool(ids)
            given += bool(told)
            right += bool(ids) and told == ids
            if told != ids:
                wrong.append(
                    f"{text[max(0, start - 30) : start]}<{text[start : start + 20]}>: {told or '-'}, not {ids or '-'}"
                )
    report = "\n".join([f"{right} right of {wanted}, {given} given", *wrong])
    assert right / wanted >= FLOOR_RIGHT, report
    assert right / given >= FLOOR_PRECISION, report
