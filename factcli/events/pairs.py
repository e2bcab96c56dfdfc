"""The heads for pairs over one article: events with its dates, with who takes part, with the events before them.

The events are taken in blocks, each with what stands near them, so that the work of the heads grows with the length of
the article. The tables of answers still have a cell for each pair, also of those that no head was asked about.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from factcli.events.article import EventArticle
from factcli.events.features import (
    EventFeatures,
    event_date_features,
    event_mention_features,
    event_pair_features,
)
from factcli.events.network import EventHeads, EventVectors, entity_scores
from factcli.events.paths import paths
from factcli.schema import PARTICIPANT_ROLES

# So many events are scored together.
BLOCK = 64
# What belongs to an event stands within so many sentences of it: no article that the heads learned from is longer.
REACH = 40
# The logit of what is out of reach.
FAR = -1e4


def date_logits(article: EventArticle, heads: EventHeads, words: Sequence[int], vectors: EventVectors) -> Tensor:
    """(events, dates, 2): that the date is the event's, or ends its range; `words` are the events' words in order."""
    logits = torch.full((len(words), len(article.dates), 2), FAR)
    sentences = [one.place.sentence for one in article.date_features]
    for events in _blocks(len(words)):
        own = words[events]
        near, is_far = _reach([article.sentences[word] for word in own], sentences)
        to_dates = paths(article.tree, article.sentences, own, article.date_spans[near])
        features = event_date_features([article.places[word] for word in own], article.date_features[near], to_dates)
        rows = vectors._replace(events=vectors.events[events], dates=vectors.dates[near])
        logits[events, near] = heads.date_scores(rows, features).masked_fill(is_far[:, :, None], FAR)
    return logits


def role_logits(article: EventArticle, heads: EventHeads, words: Sequence[int], vectors: EventVectors) -> Tensor:
    """(events, entities, 1 + roles): that the entity has no role in the event, or this one; `words` as above."""
    logits = torch.empty(len(words), len(article.entities), 1 + len(PARTICIPANT_ROLES))
    # Mentions come by entity, not in the order of the text.
    order = sorted(range(len(article.mention_spans)), key=article.mention_spans.__getitem__)
    sentences = [article.mention_features[number].place.sentence for number in order]
    for events in _blocks(len(words)):
        own = words[events]
        near, is_far = _reach([article.sentences[word] for word in own], sentences)
        numbers = order[near]
        to_mentions = paths(article.tree, article.sentences, own, [article.mention_spans[number] for number in numbers])
        mentions = [article.mention_features[number] for number in numbers]
        features = event_mention_features([article.places[word] for word in own], mentions, to_mentions)
        rows = vectors._replace(events=vectors.events[events], mentions=vectors.mentions[numbers])
        scores = heads.role_scores(rows, features).masked_fill(is_far[:, :, None], FAR)
        entities = torch.tensor([article.mention_entities[number] for number in numbers], dtype=torch.long)
        logits[events] = entity_scores(scores, entities, len(article.entities))
    return logits


def earlier_logits(heads: EventHeads, seen: Sequence[EventFeatures], vectors: EventVectors) -> Tensor:
    """(events, events): that the row repeats what the column stated; `seen` are the events in order."""
    logits = torch.full((len(seen), len(seen)), -torch.inf)
    sentences = [one.place.sentence for one in seen]
    for events in _blocks(len(seen)):
        near, is_far = _reach(sentences[events], sentences[: events.stop])
        rows = vectors._replace(events=vectors.events[near])
        scores = heads.earlier_scores(rows, event_pair_features(seen[near]))[events.start - near.start :]
        logits[events, near] = scores.masked_fill(is_far, -torch.inf)
    return logits


def _blocks(count: int) -> Iterator[slice]:
    return (slice(start, min(start + BLOCK, count)) for start in range(0, count, BLOCK))


def _reach(events: Sequence[int], others: Sequence[int]) -> tuple[slice, Tensor]:
    """Which of the others stand within REACH of any of the events, and (events, these): whether one is out of reach.

    Both are given by the numbers of their sentences, in order.
    """
    near = slice(bisect_left(others, events[0] - REACH), bisect_right(others, events[-1] + REACH))
    apart = torch.tensor(others[near], dtype=torch.long) - torch.tensor(events, dtype=torch.long)[:, None]
    return near, apart.abs() > REACH
