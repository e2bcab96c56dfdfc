"""What asks or recalls is not dated by the day of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcli.events.finding import recalls, reports
from factcli.events.tables import tables
from factcli.reading import read_articles
from factcli.schema import Article

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline


@pytest.mark.parametrize("sentence", [*tables("recalls.toml")["examples"], "Jam berapa pasar itu dibuka?"])
def test_what_recalls_or_asks_tells_no_news(sentence: str) -> None:
    assert not reports(sentence)


def test_a_headline_that_asks_is_still_the_news() -> None:
    assert not recalls("Mengapa Pasar Semar Ditutup?")


def test_how_a_claim_was_checked_is_not_the_news(pipeline: Pipeline) -> None:
    found = {}
    for who in ("Tim Cek Fakta Kabar Kudus", "Bupati Kudus Ratna Sari"):
        text = f"{who} menelusuri video banjir di Kudus pada Jumat (8/3/2024)."
        [article] = read_articles(text.encode(), name="text", published="2024-03-08")
        assert isinstance(article, Article)
        found[who] = any(event.main for event in pipeline.read(article).events)
    assert found == {"Tim Cek Fakta Kabar Kudus": False, "Bupati Kudus Ratna Sari": True}


@pytest.mark.parametrize("sentence", ["Pasar itu, yang sebelumnya terbakar, dibuka.", "Sebelumnya pasar itu sepi."])
def test_other_sentences_do(sentence: str) -> None:
    assert reports(sentence)


@pytest.mark.parametrize(("opening", "guessed"), [("", {0, 1}), ("Sebelumnya, ", {0})])
def test_what_is_recalled_has_no_guessed_day(pipeline: Pipeline, opening: str, guessed: set[int]) -> None:
    text = f"Jembatan Semar Runtuh\n\n{opening}Jembatan Semar di Kudus runtuh."
    [article] = read_articles(text.encode(), name="text", published="2024-03-08")
    assert isinstance(article, Article)
    assert {event.sentence for event in pipeline.read(article).events if event.when is not None} == guessed
