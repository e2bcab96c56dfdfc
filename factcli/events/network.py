"""The heads for events: which words name one, when it happened, who took part, and which earlier report it repeats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, get_args

import torch
from torch import Tensor, nn

from factcli.encoder.heads import DROPOUT, FeedforwardPair, Span, Token
from factcli.events.features import DATE_FEATURES, EARLIER_FEATURES, MENTION_FEATURES, WORD_FEATURES
from factcli.schema import PARTICIPANT_ROLES, EventClass, Status

KINDS = ("none", "dated", "undated")
NONE, DATED, UNDATED = range(len(KINDS))
CLASSES: tuple[EventClass, ...] = get_args(EventClass)
STATUSES: tuple[Status, ...] = get_args(Status)
BOUNDS = ("in", "since", "until")
# The logits of a pair of event and date.
STARTS, ENDS = range(2)

KIND_SIZE = 192
SPAN_SIZE = 192
DATE_SIZE = 128
BOUND_SIZE = 64
ROLE_SIZE = 128
SAME_SIZE = 96


class EventVectors(NamedTuple):
    """What the pairs are scored from: (events, hidden), (dates, SPAN_SIZE) and (mentions, SPAN_SIZE)."""

    events: Tensor
    dates: Tensor
    mentions: Tensor


class Kind(nn.Module):
    """Word vectors -> logits of none, dated, undated: from the word, the mean of its sentence, and features."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.dropout = nn.Dropout(DROPOUT)
        self.input = nn.Linear(2 * hidden, KIND_SIZE)
        self.features = nn.Embedding(WORD_FEATURES, KIND_SIZE)
        nn.init.normal_(self.features.weight, std=0.1)
        self.output = nn.Linear(KIND_SIZE, len(KINDS))

    def forward(self, words: Tensor, sentences: Tensor, features: Tensor) -> Tensor:
        """(words, hidden), (words,) numbers of sentences, (words, kinds) of features -> (words, 3)."""
        count = int(sentences[-1]) + 1 if len(sentences) else 0
        sizes = torch.bincount(sentences, minlength=count).clamp(min=1)[:, None]
        means = words.new_zeros(count, words.shape[1]).index_add(0, sentences, words) / sizes
        both = self.dropout(torch.cat((words, means[sentences]), dim=-1))
        hidden = self.input(both) + self.features(features).sum(dim=1)
        logits: Tensor = self.output(self.dropout(nn.functional.gelu(hidden)))
        return logits


class EventHeads(nn.Module):
    """Word vectors, date expressions and mentions of one article -> logits of all that events have."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.kind = Kind(hidden)
        self.of_class = Token(hidden, len(CLASSES))
        self.status = Token(hidden, len(STATUSES))
        self.timeline = Token(hidden, 1)
        self.main = Token(hidden, 1)
        self.date_spans = Span(hidden, SPAN_SIZE)
        self.dates = FeedforwardPair(hidden, SPAN_SIZE, DATE_SIZE, labels=2, features=DATE_FEATURES)
        self.bounds = FeedforwardPair(hidden, SPAN_SIZE, BOUND_SIZE, labels=len(BOUNDS))
        self.mention_spans = Span(hidden, SPAN_SIZE)
        self.roles = FeedforwardPair(
            hidden, SPAN_SIZE, ROLE_SIZE, labels=len(PARTICIPANT_ROLES), features=MENTION_FEATURES
        )
        self.earlier = FeedforwardPair(hidden, hidden, SAME_SIZE, features=EARLIER_FEATURES)

    def vectors(self, words: Tensor, triggers: Tensor, dates: Tensor, mentions: Tensor) -> EventVectors:
        """(words, hidden), (events,) numbers of words, and (n, 2) of first and last words -> the vectors of each."""
        return EventVectors(
            words[triggers],
            self.date_spans(words, dates[:, 0], dates[:, 1]),
            self.mention_spans(words, mentions[:, 0], mentions[:, 1]),
        )

    def date_scores(self, vectors: EventVectors, features: Tensor) -> Tensor:
        """(events, dates, kinds) of features -> (events, dates, 2): that the date is the event's, or ends its range."""
        scores: Tensor = self.dates(vectors.events, vectors.dates, features)
        return scores

    def role_scores(self, vectors: EventVectors, features: Tensor) -> Tensor:
        """(events, mentions, kinds) of features -> (events, mentions, roles); no role scores 0."""
        scores: Tensor = self.roles(vectors.events, vectors.mentions, features)
        return scores

    def earlier_scores(self, vectors: EventVectors, features: Tensor) -> Tensor:
        """(events, events, kinds) of features -> (events, events): the row repeats what the column stated.

        Only columns before the row count; to report something new scores 0.
        """
        scores: Tensor = self.earlier(vectors.events, vectors.events, features).squeeze(-1)
        after = torch.ones(scores.shape, dtype=torch.bool).triu()
        return scores.masked_fill(after, -torch.inf)


def manner_of(class_: int, status: int) -> int:
    """One number for the class and the status of an event."""
    return class_ * len(STATUSES) + status


def by_days(dates: Tensor, spans: Sequence[object]) -> Tensor:
    """(events, dates) probabilities -> the same shape: the likeliest of the dates with the same days has their sum.

    The other dates with these days have 0. `spans` are the days of each date.
    """
    if not spans:
        return dates
    numbers = {span: number for number, span in enumerate(dict.fromkeys(spans))}
    group = torch.tensor([numbers[span] for span in spans])
    index = group.expand(len(dates), -1)
    sums = dates.new_zeros(len(dates), len(numbers)).scatter_add(1, index, dates)
    best = dates.new_zeros(len(dates), len(numbers)).scatter_reduce(1, index, dates, "amax")
    return torch.where(dates == best[:, group], sums[:, group], 0.0)


def entity_scores(scores: Tensor, entities: Tensor, count: int) -> Tensor:
    """(events, mentions, roles) and the entity of each mention -> (events, entities, 1 + roles).

    An entity is as likely in a role as its likeliest mention; the first logit is for no role.
    """
    events, _, roles = scores.shape
    best = scores.new_full((events, count, roles), -1e4)
    index = entities[None, :, None].expand(events, -1, roles)
    best = best.scatter_reduce(1, index, scores, "amax")
    return torch.cat((best.new_zeros(events, count, 1), best), dim=-1)
