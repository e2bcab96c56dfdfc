"""What the heads for events say of an annotated article: of its words, and of the events that are marked there."""

from __future__ import annotations

import torch
from torch import Tensor

from factcli.events.features import event_date_features, event_mention_features, word_features
from factcli.events.network import EventHeads, EventVectors, entity_scores
from factcli.events.paths import paths
from training.articles import HABIT
from training.examples import Events
from training.model import Joint


def kind_logits(model: Joint, marks: Events, words: Tensor, habit: str = HABIT) -> Tensor:
    """(words, 3) logits of none, dated, undated."""
    sentences = torch.tensor(marks.sentences)
    logits: Tensor = model.kinds(habit)(words, sentences, word_features(marks.places, marks.date_features))
    return logits


def marked_vectors(heads: EventHeads, marks: Events, words: Tensor) -> EventVectors:
    """The vectors of the marked events, dates and mentions."""
    return heads.vectors(
        words,
        torch.tensor(marks.triggers),
        torch.tensor(marks.dates, dtype=torch.long).view(-1, 2),
        torch.tensor(marks.mention_spans, dtype=torch.long).view(-1, 2),
    )


def date_logits(heads: EventHeads, marks: Events, vectors: EventVectors) -> Tensor:
    """(events, dates, 2): that the date is the event's, or ends its range."""
    to_dates = paths(marks.tree, marks.sentences, marks.triggers, marks.dates)
    features = event_date_features(marks.trigger_places, marks.date_features, to_dates)
    return heads.date_scores(vectors, features)


def role_logits(heads: EventHeads, marks: Events, vectors: EventVectors) -> Tensor:
    """(events, entities, 1 + roles): that the entity has no role in the event, or this one."""
    to_mentions = paths(marks.tree, marks.sentences, marks.triggers, marks.mention_spans)
    features = event_mention_features(marks.trigger_places, marks.mention_features, to_mentions)
    entities = torch.tensor([entity for _, _, entity in marks.mentions])
    return entity_scores(heads.role_scores(vectors, features), entities, marks.entities)
