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


def times_of(pipeline: Pipeline, text: str) -> dict[str, When | None]:
    """The times of a text's events, by their triggers."""
    [article] = read_articles(f"{text}.".encode(), name="text", published=PUBLISHED)
    assert isinstance(article, Article)
    events: list[Event] = pipeline.read(article).events
    return {event.trigger.text: event.when for event in events}


def test_every_rule_has_an_example() -> None:
    assert [table for table, rule in read_table("clauses.toml").items() if not rule.get("examples")] == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples(pipeline: Pipeline, example: dict[str, Any]) -> None:
    times = times_of(pipeline, example["text"])
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
