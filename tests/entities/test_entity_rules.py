"""Every rule's own example, as it stands in the TOML files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from entity_marks import read_marks, spans_of, write_marks

from factcli.entities.grouping import group
from factcli.entities.mentions import mentions_of
from factcli.entities.rules import read_rules
from factcli.entities.spans import TaggedMention
from factcli.schema import Block


def examples(name: str) -> Iterator[Any]:
    for table, value in read_rules(name).items():
        for rule in value if isinstance(value, list) else [value]:
            yield pytest.param(rule["example"], id=f"{name}: {rule.get('name', table)}")


@pytest.mark.parametrize(
    "example", [*examples("boundaries"), *examples("neighbours"), *examples("datelines"), *examples("exclusions")]
)
def test_mentions_example(example: dict[str, Any]) -> None:
    text, raw = read_marks(example["raw"])
    lines = [Block(start=0, end=len(example["of"]), kind=example["kind"])] if "of" in example else []
    known = example.get("known", {})
    mentions = mentions_of(text, spans_of(raw), lines, known.get)
    assert write_marks(text, mentions) == example["gives"]


@pytest.mark.parametrize("example", list(examples("names")))
def test_names_example(example: dict[str, Any]) -> None:
    names = [(example["one"], example["label"]), (example["other"], example["label"])]
    names += [(place, "LOC") for place in example.get("places", [])]
    between = example.get("between", "; ")
    text, mentions = "", []
    for name, label in names:
        mentions.append(TaggedMention(start=len(text), end=len(text) + len(name), label=label))
        text += name + between
    entities = group(text, mentions)
    together = any({example["one"], example["other"]} <= {m.text for m in entity.mentions} for entity in entities)
    assert together is example["same"]
