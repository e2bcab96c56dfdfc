"""What of an article the heads for events are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.events.article import EventArticle
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
