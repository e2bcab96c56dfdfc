"""What asks or recalls is not dated by the day of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcli.events.finding import reports
from factcli.events.tables import tables
from factcli.reading import read_articles
from factcli.schema import Article

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline


@pytest.mark.parametrize("sentence", [*tables("recalls.toml")["examples"], "Jam berapa pasar itu dibuka?"])
def test_what_recalls_or_asks_tells_no_news(sentence: str) -> None:
    assert not reports(sentence)


@pytest.mark.parametrize("sentence", ["Pasar itu, yang sebelumnya terbakar, dibuka.", "Sebelumnya pasar itu sepi."])
def test_other_sentences_do(sentence: str) -> None:
    assert reports(sentence)


@pytest.mark.parametrize(("opening", "guessed"), [("", {0, 1}), ("Sebelumnya, ", {0})])
def test_what_is_recalled_has_no_guessed_day(pipeline: Pipeline, opening: str, guessed: set[int]) -> None:
    text = f"Jembatan Semar Runtuh\n\n{opening}Jembatan Semar di Kudus runtuh."
    [article] = read_articles(text.encode(), name="text", published="2024-03-08")
    assert isinstance(article, Article)
    assert {event.sentence for event in pipeline.read(article).events if event.when is not None} == guessed
