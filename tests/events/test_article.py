"""What of an article the heads for events are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcli.dates import find_dates
from factcli.events.article import EventArticle
from factcli.events.decode import Decoded
from factcli.events.finding import time_of
from factcli.reading import read_articles
from factcli.schema import Article

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline

PASTED = """Gubernur Resmikan Jembatan
Kontributor: Budi Santoso
Diterbitkan: 22 Januari 2024 pukul 10.15

Gubernur meresmikan jembatan gantung itu pada Minggu (21/1/2024).
"""


def test_a_line_that_says_when_the_article_was_published_dates_no_event(pipeline: Pipeline) -> None:
    [article] = read_articles(PASTED.encode(), name="tempelan.txt")
    assert isinstance(article, Article)
    facts = pipeline.read(article)
    stamp = [date for date in facts.dates if date.start < PASTED.index("10.15")]
    assert stamp
    [doc] = pipeline.parse([article])
    shown = EventArticle(doc, facts.entities, facts.dates).dates
    assert [date.text for date in shown] == ["Minggu (21/1/2024)"]
    assert {event.when.earliest for event in facts.events if event.when} == {"2024-01-21"}


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Gempa susulan terasa pukul 05.02 WIB.", "2024-01-21T05:02"),
        ("Gempa susulan terasa pada siang hari.", "2024-01-21TAF"),
        ("Gempa susulan terasa hingga Ambon.", "2024-01-21T04:17"),
        ("Gempa susulan terasa pukul 05.02 WIB dan pukul 06.10 WIB.", "2024-01-21T04:17"),
        ("Gempa susulan terasa pada Senin (22/1/2024) pukul 05.02 WIB.", "2024-01-21T04:17"),
    ],
)
def test_an_event_has_the_hour_of_its_own_sentence(pipeline: Pipeline, sentence: str, value: str) -> None:
    text = f"Gempa mengguncang Kudus pada Minggu (21/1/2024) pukul 04.17 WIB. {sentence}"
    [article] = read_articles(text.encode(), name="gempa.txt", published="2024-01-22")
    assert isinstance(article, Article)
    [doc] = pipeline.parse([article])
    read = EventArticle(doc, [], find_dates(text, published="2024-01-22"))
    word = next(number for number, token in enumerate(read.words) if token.text == "terasa")
    dated_before = Decoded(
        word=word,
        class_="OCCURRENCE",
        status="actual",
        date=0,
        end=None,
        bound="in",
        roles={},
        timeline=1.0,
        main=False,
        same=0,
        score=1.0,
    )
    when = time_of(dated_before, read)
    assert when is not None
    assert when.value == value
