"""Events are scored with dates, mentions and earlier events in blocks, as they would be all at once, within reach."""

from __future__ import annotations

import pytest
import torch
from dated_clauses import HIDDEN, dated_clauses
from growth import assert_linear

from factcli.events import pairs
from factcli.events.article import EventArticle
from factcli.events.features import EventFeatures, Place
from factcli.events.network import EventHeads, EventVectors
from factcli.events.pairs import REACH, date_logits, earlier_logits, role_logits

CLAUSES = 2 * REACH


def in_sentences(count: int) -> tuple[list[EventFeatures], EventVectors]:
    """An event in each of so many sentences."""
    seen = [EventFeatures(Place(5 * number, number, False), "bertemu", None, frozenset(), 0) for number in range(count)]
    return seen, EventVectors(torch.zeros(count, HIDDEN), torch.zeros(0), torch.zeros(0))


def repeated(count: int) -> torch.Tensor:
    """(events, events) of an event in each of so many sentences."""
    torch.manual_seed(3)
    heads = EventHeads(HIDDEN).eval()
    with torch.inference_mode():
        return earlier_logits(heads, *in_sentences(count))


def scored() -> tuple[EventArticle, torch.Tensor, torch.Tensor]:
    """The article of many clauses, and the logits of its events with dates and entities."""
    torch.manual_seed(3)
    article = EventArticle(*dated_clauses(CLAUSES))
    heads = EventHeads(HIDDEN).eval()
    words = [number for number, word in enumerate(article.words) if word.text == "bertemu"]
    spans = (torch.tensor(rows) for rows in (article.date_spans, article.mention_spans))
    with torch.inference_mode():
        vectors = heads.vectors(article.vectors, torch.tensor(words), *spans)
        return article, date_logits(article, heads, words, vectors), role_logits(article, heads, words, vectors)


def test_blocks_give_what_all_events_at_once_give(monkeypatch: pytest.MonkeyPatch) -> None:
    _, dates, roles = scored()
    earlier = repeated(CLAUSES)
    monkeypatch.setattr(pairs, "BLOCK", CLAUSES)
    _, dates_at_once, roles_at_once = scored()
    earlier_at_once = repeated(CLAUSES)
    assert dates.shape == (CLAUSES, CLAUSES, 2)
    assert torch.allclose(dates, dates_at_once, atol=1e-5)
    assert torch.allclose(roles, roles_at_once, atol=1e-5)
    assert torch.allclose(earlier, earlier_at_once, atol=1e-5)


def test_an_entity_named_out_of_reach_has_no_role() -> None:
    doc, (entity,), dates = dated_clauses(CLAUSES)
    entity.mentions = entity.mentions[-1:]
    article, heads = EventArticle(doc, [entity], dates), EventHeads(HIDDEN).eval()
    spans = [torch.tensor(rows) for rows in (article.date_spans, article.mention_spans)]
    words = [1, len(article.words) - 4]
    with torch.inference_mode():
        for word, has_logits in zip(words, (False, True), strict=True):
            vectors = heads.vectors(article.vectors, torch.tensor([word]), *spans)
            none, *others = role_logits(article, heads, [word], vectors).softmax(dim=-1)[0, 0].tolist()
            assert (none < 1) is has_logits
            assert any(others) is has_logits


def test_an_event_repeats_an_earlier_one_within_reach() -> None:
    places = torch.arange(CLAUSES)
    behind = places[:, None] - places
    assert torch.equal(repeated(CLAUSES).isfinite(), (behind > 0) & (behind <= REACH))


def test_a_date_out_of_reach_is_not_scored() -> None:
    _, dates, _ = scored()
    places = torch.arange(CLAUSES)
    within = (places[:, None] - places).abs() <= REACH
    assert torch.equal((dates[:, :, 0] > pairs.FAR), within)


def test_twice_the_events_take_twice_the_time() -> None:
    heads = EventHeads(HIDDEN).eval()

    def score(given: tuple[list[EventFeatures], EventVectors]) -> None:
        with torch.inference_mode():
            earlier_logits(heads, *given)

    assert_linear(in_sentences, score, 500)


def test_without_events_nothing_is_scored() -> None:
    article, heads = EventArticle(*dated_clauses(2)), EventHeads(HIDDEN).eval()
    spans = map(torch.tensor, (article.date_spans, article.mention_spans))
    with torch.inference_mode():
        vectors = heads.vectors(article.vectors, torch.zeros(0, dtype=torch.long), *spans)
        assert date_logits(article, heads, [], vectors).shape == (0, 2, 2)
        assert role_logits(article, heads, [], vectors).shape == (0, 1, 4)
        assert earlier_logits(heads, [], vectors).shape == (0, 0)
