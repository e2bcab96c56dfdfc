"""Every rule's own examples."""

from __future__ import annotations

from typing import Any

import pytest

from factcli.dates import find_dates
from factcli.dates.direction import load_markers
from factcli.dates.lexicon import load_rules

EXAMPLES = [
    pytest.param(rule.kind, example, id=f"{rule.name}: {example['text']}")
    for rule in load_rules()[0]
    for example in rule.examples
]
MARKED = [pytest.param(example, id=name) for name, marker in load_markers().items() for example in marker["examples"]]


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_example(kind: str, example: dict[str, Any]) -> None:
    found = find_dates(example["text"], published=example.get("published"))
    if "span" not in example:
        assert found == []
        return
    spans = {date.text: date.value for date in found}
    assert example["span"] in spans
    assert spans[example["span"]] == example.get("value")
    assert kind != "none" or "value" in example


@pytest.mark.parametrize("example", MARKED)
def test_a_marker_tells_the_direction(example: dict[str, Any]) -> None:
    spans = {date.text: date.value for date in find_dates(example["text"], published=example["published"])}
    assert spans[example["span"]] == example["value"]
