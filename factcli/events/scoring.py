"""The heads for events over one article: what each says of every word that may name an event, as probabilities."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from factcli.events.article import EventArticle
from factcli.events.features import EventFeatures, word_features
from factcli.events.network import DATED, ENDS, NONE, STARTS, EventHeads, by_days, manner_of
from factcli.events.pairs import date_logits, earlier_logits, role_logits

# Of undated events 97 in 100 are marked in the title or so many sentences behind it; further on nobody marked them.
OPENING = 7
# How often a saying with a date of its own is an event of that date (see EventArticle.dated_sayings).
SURE = 0.96
KINDS_OF_SAYING = (1 - SURE, SURE, 0.0)
# From here on something is taken as given where one head looks at what another says.
HALF = 0.5

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class EventScores:
    """Probabilities for the words of an article that may name an event, in the order of the text.

    `words` (events,) are their numbers, `in_opening` says which stand in the title or the first sentences. `kinds`
    (events, 3) are none, dated, undated; `classes` and `statuses` are in the order of network.py; `timeline` is
    (events,), `main` (events,) sums to 1. `dates` (events, dates): the event has the days of the date, which stand at
    the likeliest date that has them; what a row lacks to 1 is for dates of no known days (`bertahun-tahun`). `over`
    (dates,) says which end before the day of publication. `ends` (events, 1 + dates): a range ends with the date;
    first: there is no other end. `bounds` (events, 3) is for the likeliest date; `roles` is (events, entities,
    1 + roles). `earlier` (events, 1 + events): the event repeats an earlier one, first: it is new.
    """

    words: list[int]
    in_opening: list[bool]
    over: list[bool]
    kinds: Floats
    classes: Floats
    statuses: Floats
    timeline: Floats
    main: Floats
    dates: Floats
    ends: Floats
    bounds: Floats
    roles: Floats
    earlier: Floats


@torch.inference_mode()
def score_events(article: EventArticle, heads: EventHeads, least: float, also: Collection[int] = ()) -> EventScores:
    """What the heads say of the words that are events with a probability of at least `least`, and those in `also`."""
    published: str | None = article.doc._.published
    features = word_features(article.places, article.date_features)
    kinds = heads.kind(article.vectors, torch.tensor(article.sentences, dtype=torch.long), features).softmax(dim=-1)
    for word in article.dated_sayings:
        kinds[word] = torch.tensor(KINDS_OF_SAYING)
    over_least = (kinds[:, NONE] <= 1 - least).nonzero()[:, 0].tolist()
    likely = {word for word in over_least if article.in_running_text[word]}
    words = sorted(likely | set(also))
    vectors = heads.vectors(
        article.vectors,
        torch.tensor(words, dtype=torch.long),
        _spans(article.date_spans),
        _spans(article.mention_spans),
    )
    of_dates = date_logits(article, heads, words, vectors)
    usable = torch.tensor([one.usable for one in article.date_features], dtype=torch.bool)
    dates = _of_days(article, words, of_dates[:, :, STARTS].softmax(dim=-1) * usable)
    ends = torch.nn.functional.pad(of_dates[:, :, ENDS], (1, 0))
    ends[:, 1:] = ends[:, 1:].masked_fill(~usable, -1e4)
    likeliest = dates.argmax(dim=-1) if article.dates else torch.zeros(0, dtype=torch.long)
    bounds = heads.bounds.aligned(vectors.events[: len(likeliest)], vectors.dates[likeliest]).softmax(dim=-1)
    of_entities = role_logits(article, heads, words, vectors).softmax(dim=-1)
    taking_part = 1 - of_entities[:, :, 0]
    classes, statuses = heads.of_class(vectors.events).softmax(dim=-1), heads.status(vectors.events).softmax(dim=-1)
    is_dated = (kinds[words, DATED] >= HALF).tolist()
    seen = [
        EventFeatures(
            article.places[word],
            article.words[word].text,
            article.date_features[int(likeliest[row])].span if article.dates and is_dated[row] else None,
            frozenset((taking_part[row] >= HALF).nonzero()[:, 0].tolist()),
            manner_of(int(classes[row].argmax()), int(statuses[row].argmax())),
        )
        for row, word in enumerate(words)
    ]
    earlier = torch.nn.functional.pad(earlier_logits(heads, seen, vectors), (1, 0)).softmax(dim=-1)
    return EventScores(
        words=words,
        in_opening=_in_opening(article, words),
        over=[_is_over(date.latest, published) for date in article.dates],
        kinds=kinds[words].numpy(),
        classes=classes.numpy(),
        statuses=statuses.numpy(),
        timeline=heads.timeline(vectors.events)[:, 0].sigmoid().numpy(),
        main=heads.main(vectors.events)[:, 0].softmax(dim=0).numpy(),
        dates=dates.numpy(),
        ends=ends.softmax(dim=-1).numpy(),
        bounds=bounds.numpy(),
        roles=of_entities.numpy(),
        earlier=earlier.numpy(),
    )


def _of_days(article: EventArticle, words: Sequence[int], dates: Tensor) -> Tensor:
    """(events, dates) probabilities -> the same shape: of the days of each date, those of dated sayings as is usual."""
    for row, word in enumerate(words):
        if word in article.dated_sayings:
            dates[row] = (1 - SURE) / max(1, len(article.dates) - 1)
            dates[row, article.dated_sayings[word]] = SURE
    return by_days(dates, [one.span for one in article.date_features])


def _in_opening(article: EventArticle, words: Sequence[int]) -> list[bool]:
    """Whether each of the words stands in the title or the first sentences of the body."""
    body = next((place.sentence for place in article.places if not place.title), 0)
    places = [article.places[word] for word in words]
    return [place.title or place.sentence - body < OPENING for place in places]


def _is_over(latest: str | None, published: str | None) -> bool:
    return latest is not None and published is not None and latest < published


def _spans(spans: list[tuple[int, int]]) -> Tensor:
    return torch.tensor(spans, dtype=torch.long).view(-1, 2)
