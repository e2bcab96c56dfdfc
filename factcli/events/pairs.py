"""The heads for pairs over one article: events with its dates, and with its people, organisations and places.

The events are taken in blocks, so that memory does not grow with their number times that of the dates or mentions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from factcli.events.article import EventArticle
from factcli.events.features import event_date_features, event_mention_features
from factcli.events.network import ROLES, EventHeads, EventVectors, entity_scores
from factcli.events.paths import paths

# So many events are scored together.
BLOCK = 64
# Who takes part in an event is named within so many sentences of it: no article that the heads learned from is longer.
REACH = 40


def date_logits(article: EventArticle, heads: EventHeads, words: Sequence[int], vectors: EventVectors) -> Tensor:
    """(events, dates, 2): that the date is the event's, or ends its range; `words` are the events' words in order."""
    blocks = [torch.zeros(0, len(article.dates), 2)]
    for events in _blocks(len(words)):
        own = words[events]
        to_dates = paths(article.tree, article.sentences, own, article.date_spans)
        features = event_date_features([article.places[word] for word in own], article.date_features, to_dates)
        blocks.append(heads.date_scores(vectors._replace(events=vectors.events[events]), features))
    return torch.cat(blocks)


def role_logits(article: EventArticle, heads: EventHeads, words: Sequence[int], vectors: EventVectors) -> Tensor:
    """(events, entities, 1 + roles): that the entity has no role in the event, or this one; `words` as above."""
    blocks = [torch.zeros(0, len(article.entities), 1 + len(ROLES))]
    entities = torch.tensor(article.mention_entities, dtype=torch.long)
    stands = torch.tensor([one.place.sentence for one in article.mention_features], dtype=torch.long)
    for events in _blocks(len(words)):
        own = words[events]
        first, last = article.sentences[own[0]], article.sentences[own[-1]]
        near = ((stands >= first - REACH) & (stands <= last + REACH)).nonzero()[:, 0]
        numbers = near.tolist()
        to_mentions = paths(article.tree, article.sentences, own, [article.mention_spans[number] for number in numbers])
        mentions = [article.mention_features[number] for number in numbers]
        features = event_mention_features([article.places[word] for word in own], mentions, to_mentions)
        rows = vectors._replace(events=vectors.events[events], mentions=vectors.mentions[near])
        blocks.append(entity_scores(heads.role_scores(rows, features), entities[near], len(article.entities)))
    return torch.cat(blocks)


def _blocks(count: int) -> Iterator[slice]:
    return (slice(start, start + BLOCK) for start in range(0, count, BLOCK))
