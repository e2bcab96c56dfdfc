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


def dated(word: int, date: int) -> Decoded:
    """An event of that word, dated by the date of that number, of no range that a head knows."""
    return Decoded(
        word=word,
        class_="OCCURRENCE",
        status="actual",
        date=date,
        end=None,
        bound="in",
        roles={},
        timeline=1.0,
        main=False,
        same=0,
        score=1.0,
    )


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


def test_what_the_first_end_of_a_range_dates_goes_on_to_its_last(pipeline: Pipeline) -> None:
    text = "Para petani berkumpul di Kudus pada 19—21 Desember 2023. Mereka pulang pada 22 Desember 2023."
    [article] = read_articles(text.encode(), name="petani.txt", published="2024-01-22")
    assert isinstance(article, Article)
    [doc] = pipeline.parse([article])
    read = EventArticle(doc, [], find_dates(text, published="2024-01-22"))
    met, went = (time_of(dated(word=0, date=date), read) for date in (0, 2))
    assert met is not None and (met.earliest, met.latest) == ("2023-12-19", "2023-12-21")
    assert went is not None and (went.earliest, went.latest) == ("2023-12-22", "2023-12-22")


def test_days_listed_in_a_row_are_one_stretch(pipeline: Pipeline) -> None:
    text = "Para petani berkumpul di Kudus pada 2021, 2022, dan 2023. Mereka berunding pada 2, 9, dan 16 Mei 2024."
    [article] = read_articles(text.encode(), name="petani.txt", published="2024-06-22")
    assert isinstance(article, Article)
    [doc] = pipeline.parse([article])
    read = EventArticle(doc, [], find_dates(text, published="2024-06-22"))
    met, talked = (time_of(dated(word=0, date=date), read) for date in (0, 3))
    assert met is not None and (met.earliest, met.latest) == ("2021-01-01", "2023-12-31")
    assert talked is not None and (talked.earliest, talked.latest) == ("2024-05-02", "2024-05-02")


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
    when = time_of(dated(word, 0), read)
    assert when is not None
    assert when.value == value
