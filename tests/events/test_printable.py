"""What an editor would print is told from what nobody understands alone; learned, so only clear cases are asserted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest
import torch

from factcli.events.finding import Found
from factcli.events.printable import BETTER, LONGEST, Known, Printable, chosen, examples, inputs_of
from factcli.reading import read_articles
from factcli.schema import Article, Event, Trigger

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline

# The market is dated by the day in the sentence behind it.
TEXT = (
    'Sinta Dewi membuka pasar ikan di Ambon, Senin (3/5/2021). "Pasar ini dibuka untuk kami," kata dia. '
    "Kebakaran melanda pasar itu pada tahun 2019."
)


def article_of(text: str) -> Article:
    [article] = read_articles(text.encode(), name="text", published="2021-05-04")
    assert isinstance(article, Article)
    return article


def known_of(pipeline: Pipeline, text: str) -> dict[str, tuple[Event, Known]]:
    """What is known of each event, by its trigger."""
    article = article_of(text)
    doc = pipeline.parse([article])[0]
    facts = pipeline.read(article, doc)
    rows = inputs_of(doc, facts.events, facts.entities, facts.dates)
    assert rows.shape == (len(facts.events), len(Known._fields) + doc.tensor.shape[1])
    known = [Known(*row[: len(Known._fields)].tolist()) for row in rows]
    return {event.trigger.text: (event, one) for event, one in zip(facts.events, known, strict=True)}


def test_what_is_known_of_an_event(pipeline: Pipeline) -> None:
    found = known_of(pipeline, TEXT)
    event, opening = found["membuka"]
    assert "Sinta Dewi" in event.summary
    assert opening.names == 2
    assert not opening.no_name
    assert not opening.points_back
    assert not opening.pronoun
    assert opening.date_in_sentence
    assert opening.share_of_sentence < 1
    assert opening.days_away == pytest.approx(torch.tensor(2.0).log().item())
    _, fire = found["melanda"]
    assert fire.points_back
    assert fire.no_name
    assert fire.how_late > opening.how_late
    assert fire.days_away > opening.days_away


def test_a_document_without_events_gives_no_rows(pipeline: Pipeline) -> None:
    doc = pipeline.parse([article_of("Ikan segar.")])[0]
    assert inputs_of(doc, [], [], []).shape == (0, len(Known._fields) + doc.tensor.shape[1])


def test_each_event_has_a_probability(pipeline: Pipeline) -> None:
    events = pipeline.read(article_of(TEXT)).events
    assert events
    assert all(event.printable is not None and 0 < event.printable < 1 for event in events)


@pytest.mark.parametrize("example", examples(), ids=lambda example: str(example["worse"]))
def test_the_better_of_two_sentences_is_printed_sooner(pipeline: Pipeline, example: Mapping[str, str]) -> None:
    better, worse = (
        max(event.printable or 0.0 for event in pipeline.read(article_of(example[key])).events)
        for key in ("better", "worse")
    )
    assert better > worse


def test_the_head_is_a_logistic_regression() -> None:
    head, inputs = Printable(4), torch.randn(3, len(Known._fields) + 4)
    with torch.no_grad():
        assert head(inputs).tolist() == [0.5] * 3
        head.output.weight.copy_(torch.randn(head.output.weight.shape))
        likely = head(inputs)
        logits = inputs @ head.output.weight[0] + head.output.bias
    assert torch.allclose(likely, logits.sigmoid())


def test_the_sentence_is_shown_where_it_would_clearly_sooner_be_printed() -> None:
    trigger = Trigger(start=0, end=4, text="tiba", lemma="tiba")
    event = Event(id="v1", trigger=trigger, class_="OCCURRENCE", summary="Sinta tiba")
    sentence = "Sinta tiba di Ambon untuk membuka pasar"
    found = [Found(event, sentence)]
    [clearly] = chosen(found, [0.3], [0.31 + BETTER])
    assert (clearly.summary, clearly.printable) == (sentence, round(0.31 + BETTER, 4))
    [hardly] = chosen(found, [0.3], [0.29 + BETTER])
    assert (hardly.summary, hardly.printable) == ("Sinta tiba", 0.3)
    [too_long] = chosen([Found(event, "kata " * (LONGEST + 1))], [0.1], [0.9])
    assert too_long.summary == "Sinta tiba"
    assert event.summary == "Sinta tiba"
