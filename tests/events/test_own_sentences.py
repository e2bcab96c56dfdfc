"""Our own sentences, one construction each: trigger, class, type, status, who, to whom, where."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcli.pipeline import Pipeline
from factcli.reading import read_articles
from factcli.schema import Article

PUBLISHED = "2024-05-15"
SENTENCES = tomllib.loads(Path(__file__).with_name("own_sentences.toml").read_text(encoding="utf-8"))["sentence"]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: str(sentence["name"]))
def test_a_construction_is_read(pipeline: Pipeline, sentence: dict[str, Any]) -> None:
    [article] = read_articles(sentence["text"].encode(), name="text", published=PUBLISHED)
    assert isinstance(article, Article)
    facts = pipeline.read(article)
    called = {entity.id: {mention.text for mention in entity.mentions} for entity in facts.entities}
    event = next((event for event in facts.events if event.trigger.text == sentence["trigger"]), None)
    assert event is not None, [event.trigger.text for event in facts.events]
    assert event.when is not None
    for key in ("type", "status", "summary"):
        if key in sentence:
            assert getattr(event, key) == sentence[key], key
    if "class" in sentence:
        assert event.class_ == sentence["class"]
    for role in ("agents", "patients", "places"):
        if role in sentence:
            told = [called[entity] for entity in getattr(event, role)]
            assert len(told) == len(sentence[role]), (role, told)
            assert all(any(name in names for names in told) for name in sentence[role]), (role, told)
