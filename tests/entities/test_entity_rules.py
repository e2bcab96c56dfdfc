"""Every rule's own example, as it stands in the TOML files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from entity_marks import read_marks, spans_of, write_marks

from factcli.entities.grouping import group
from factcli.entities.mentions import mentions_of
from factcli.entities.rules import LONGEST_PHRASE, phrase_set, read_rules
from factcli.entities.spans import TaggedSpan


def examples(name: str) -> Iterator[Any]:
    for table, value in read_rules(name).items():
        for rule in value if isinstance(value, list) else [value]:
            yield pytest.param(rule["example"], id=f"{name}: {rule.get('name', table)}")


@pytest.mark.parametrize("example", [*examples("titles"), *examples("wholes"), *examples("exclusions")])
def test_mentions_example(example: dict[str, Any]) -> None:
    text, raw = read_marks(example["raw"])
    mentions = mentions_of(text, spans_of(raw), example.get("known", {}).get)
    assert write_marks(text, mentions) == example["gives"]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("titles", "titles"),
        ("titles", "not_names"),
        ("names", "organisation_heads"),
        ("names", "place_heads"),
    ],
)
def test_no_phrase_is_longer_than_is_looked_for(name: str, table: str) -> None:
    assert max(map(len, phrase_set(name, table))) <= LONGEST_PHRASE


@pytest.mark.parametrize("example", list(examples("names")))
def test_names_example(example: dict[str, Any]) -> None:
    names = [(example["one"], example["label"]), (example["other"], example["label"])]
    names += [(place, "LOC") for place in example.get("places", [])]
    between = example.get("between", "; ")
    text, mentions = "", []
    for name, label in names:
        mentions.append(TaggedSpan(start=len(text), end=len(text) + len(name), label=label))
        text += name + between
    entities = group(text, mentions)
    together = any({example["one"], example["other"]} <= {m.text for m in entity.mentions} for entity in entities)
    assert together is example["same"]
