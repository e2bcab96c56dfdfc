"""Events are scored with dates and mentions in blocks, as they would be all at once, and mentions out of reach not."""

from __future__ import annotations

import pytest
import torch
from dated_clauses import HIDDEN, dated_clauses

from factcli.events import pairs
from factcli.events.article import EventArticle
from factcli.events.network import EventHeads
from factcli.events.pairs import REACH, date_logits, role_logits

CLAUSES = 2 * REACH


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
    monkeypatch.setattr(pairs, "BLOCK", CLAUSES)
    _, dates_at_once, roles_at_once = scored()
    assert dates.shape == (CLAUSES, CLAUSES, 2)
    assert torch.allclose(dates, dates_at_once, atol=1e-5)
    assert torch.allclose(roles, roles_at_once, atol=1e-5)


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


def test_without_events_nothing_is_scored() -> None:
    article, heads = EventArticle(*dated_clauses(2)), EventHeads(HIDDEN).eval()
    spans = map(torch.tensor, (article.date_spans, article.mention_spans))
    with torch.inference_mode():
        vectors = heads.vectors(article.vectors, torch.zeros(0, dtype=torch.long), *spans)
        assert date_logits(article, heads, [], vectors).shape == (0, 2, 2)
        assert role_logits(article, heads, [], vectors).shape == (0, 1, 4)
