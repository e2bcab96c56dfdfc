"""Every rule of data/clauses.toml does what its example says, in an article of a Wednesday."""

from __future__ import annotations

from typing import Any

import pytest

from factcli.events.tables import read_table
from factcli.pipeline import Pipeline
from factcli.reading import read_articles
from factcli.schema import Article, Event, When

PUBLISHED = "2024-05-15"
EXAMPLES: list[Any] = [
    pytest.param(example, id=f"{table}: {example['text']}")
    for table, rule in read_table("clauses.toml").items()
    for example in rule["examples"]
]


def events_of(pipeline: Pipeline, text: str) -> list[Event]:
    """The events of a text."""
    [article] = read_articles(f"{text}.".encode(), name="text", published=PUBLISHED)
    assert isinstance(article, Article)
    return pipeline.read(article).events


def test_every_rule_has_an_example() -> None:
    assert [table for table, rule in read_table("clauses.toml").items() if not rule.get("examples")] == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples(pipeline: Pipeline, example: dict[str, Any]) -> None:
    events = events_of(pipeline, example["text"])
    times: dict[str, When | None] = {event.trigger.text: event.when for event in events}
    if "type" in example:
        assert {event.type for event in events} == {example["type"]}
    for trigger in example.get("dated", ()):
        assert times.get(trigger) is not None
    for trigger in example.get("undated", ()):
        assert times.get(trigger) is None
    if "shares" in example:
        assert len({times[trigger] for trigger in example["shares"]}) == 1
        assert None not in {times[trigger] for trigger in example["shares"]}
    if "earliest" in example:
        stretches = [(when.earliest or "", when.latest or "") for when in times.values() if when]
        assert stretches == [(example["earliest"], example["latest"])]
