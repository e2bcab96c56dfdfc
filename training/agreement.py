"""How likely the sets would mark a word as a dated event, of articles that were marked by our own habit.

The head that ships learns which words are events from 741 articles alone, since our own readers mark more. What both
say together is worth more than either: the head's log odds are shifted, for words with a mark of our own and for those
without, until over all articles as many are likely as in articles that both habits have marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor

from factcli.events.network import DATED
from training.articles import OWN
from training.examples import Example
from training.logits import kind_logits
from training.model import Joint

# Against 24 articles of the sets, unknown to our own readers: so much of what they mark is right, so much they find.
PRECISION, RECALL = 0.74, 0.88
# Log odds are shifted by no more than this.
FARTHEST = 12.0


@torch.no_grad()
def agreed(model: Joint, articles: Sequence[Example]) -> list[Example]:
    """The articles; those of our own habit with what is likely by that of the sets."""
    own = [article for article in articles if article.habit == OWN]
    if not own:
        return list(articles)
    odds = [_odds(model, article, words) for article, words in zip(own, model.eval().read(own), strict=True)]
    marked = [_marked(article) for article in own]
    every, is_marked = torch.cat(odds), torch.cat(marked)
    right = PRECISION * int(is_marked.sum())
    with_mark = _shift(every[is_marked], right)
    without = _shift(every[~is_marked], right * (1 - RECALL) / RECALL)
    likely = iter(
        (log + torch.where(marks, with_mark, without)).sigmoid().tolist()
        for log, marks in zip(odds, marked, strict=True)
    )
    return [
        replace(article, events=replace(article.events, likely=next(likely)))
        if article.habit == OWN and article.events is not None
        else article
        for article in articles
    ]


def _odds(model: Joint, article: Example, words: Tensor) -> Tensor:
    """(words,) log odds of a dated event by the head that ships."""
    assert article.events is not None
    logits = kind_logits(model, article.events, words)
    others = torch.cat((logits[:, :DATED], logits[:, DATED + 1 :]), dim=-1)
    return logits[:, DATED] - torch.logsumexp(others, dim=-1)


def _marked(article: Example) -> Tensor:
    """(words,) whether our own readers marked a dated event there."""
    assert article.events is not None
    marked = torch.zeros(len(article.words), dtype=torch.bool)
    marked[[event.word for event in article.events.events if event.dated]] = True
    return marked


def _shift(odds: Tensor, wanted: float) -> float:
    """What is to be added to log odds so that the probabilities sum to `wanted` (bisection)."""
    low, high = -FARTHEST, FARTHEST
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (low, middle) if float((odds + middle).sigmoid().sum()) > wanted else (middle, high)
    return (low + high) / 2
