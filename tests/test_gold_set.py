"""The gold set says of its texts only what stands in them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from gold_set import NO_ID, GoldArticle, GoldDate, gold_articles

from factcli.gazetteer import Gazetteer
from factcli.schema import Mention

ARTICLES = gold_articles()
each_article = pytest.mark.parametrize("article", ARTICLES, ids=[article.id for article in ARTICLES])


def test_ids_are_unique() -> None:
    assert len({article.id for article in ARTICLES}) == len(ARTICLES) == 12


@each_article
def test_marked_stretches_are_those_of_the_text(article: GoldArticle) -> None:
    assert article.text.startswith(article.title + "\n")
    mentions: list[GoldDate | Mention] = [mention for entity in article.entities for mention in entity.mentions]
    for marked in [*article.dates, *mentions]:
        assert article.text[marked.start : marked.end] == marked.text


@each_article
def test_no_two_mentions_and_no_two_dates_overlap(article: GoldArticle) -> None:
    mentions = sorted((m.start, m.end) for entity in article.entities for m in entity.mentions)
    dates = sorted((d.start, d.end) for d in article.dates)
    for marked in (mentions, dates):
        assert all(end <= start for (_, end), (start, _) in pairwise(marked))


@each_article
def test_events_have_a_trigger_known_entities_and_days_in_order(article: GoldArticle) -> None:
    entities = {entity.id for entity in article.entities}
    for event in article.events:
        assert article.text[event.trigger.start : event.trigger.end].isalpha()
        assert {*event.agents, *event.patients, *event.places} <= entities
        days = [date.fromisoformat(day) for day in (event.when.earliest, event.when.latest) if day]
        assert days and days == sorted(days)


def test_ids_of_entities_are_ids_of_the_gazetteer() -> None:
    gazetteer = Gazetteer.load()
    marked = {entity.kb_id for article in ARTICLES for entity in article.entities}
    assert all(identity in gazetteer for identity in marked if identity not in (None, NO_ID))
