"""What the heads for pairs know beside the words' vectors: how far apart, in what order, of what kind.

Each feature of a pair is a number; all features of one kind of pair share one table, so that each has its own rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import torch
from torch import Tensor

from factcli.schema import DateExpression, Label, TimexType

FAR_SENTENCES = 8
FAR_WORDS = 9
FAR_RANK = 4
TIMEX_TYPES: tuple[TimexType, ...] = ("DATE", "TIME", "DURATION", "SET")
LABELS: tuple[Label, ...] = ("PER", "ORG", "LOC")

SENTENCES = 2 * FAR_SENTENCES + 1
WORDS = 2 * FAR_WORDS + 1
RANKS = 2 * FAR_RANK
TITLES = 4
TYPES = 2 * len(TIMEX_TYPES)
DAYS = 8

DATE_FEATURES = SENTENCES + WORDS + RANKS + TITLES + TYPES + DAYS
MENTION_FEATURES = SENTENCES + WORDS + TITLES + len(LABELS)
EARLIER_FEATURES = SENTENCES + WORDS + TITLES + 3 + 4


class Place(NamedTuple):
    """Where something stands: its word, its sentence, and whether that is the title."""

    word: int
    sentence: int
    title: bool


class DateFeatures(NamedTuple):
    """A date expression as the heads see it: its place, its type with its days known or not, its distance in days."""

    place: Place
    type: int
    days: int


class MentionFeatures(NamedTuple):
    """A mention as the heads see it."""

    place: Place
    label: int


class EventFeatures(NamedTuple):
    """An event as the heads see it: its place, its word, and its date's number (-1: none)."""

    place: Place
    word: str
    date: int


def date_features(expression: DateExpression, place: Place, published: str | None) -> DateFeatures:
    """The features of a date expression in an article published on that day (ISO 8601), or at no known time."""
    known = expression.earliest is not None or expression.latest is not None
    kind = TIMEX_TYPES.index(expression.type) * 2 + known
    return DateFeatures(place, kind, _days(expression, published))


def _days(expression: DateExpression, published: str | None) -> int:
    """0 unknown, 1 the day of publication, 2 the day before, 3 the week before, 4 the year before, 5 earlier,
    6 a stretch around publication, 7 later."""
    try:
        today, first, last = (
            date.fromisoformat((day or "")[:10]).toordinal()
            for day in (published, expression.earliest, expression.latest)
        )
    except ValueError:
        return 0
    if first > today:
        return 7
    if last >= today:
        return 1 if first == last else 6
    ago = today - last
    return 2 if ago == 1 else 3 if ago <= 7 else 4 if ago <= 366 else 5


def event_date_features(events: Sequence[Place], dates: Sequence[DateFeatures]) -> Tensor:
    """(events, dates, kinds) of features."""
    rows = []
    for event in events:
        before = sum(one.place.word < event.word for one in dates)
        row = []
        for number, one in enumerate(dates):
            rank = number - before
            row.append(
                _offset(
                    (_sentences(event, one.place), SENTENCES),
                    (_words(event, one.place), WORDS),
                    (FAR_RANK + max(-FAR_RANK, min(rank, FAR_RANK - 1)), RANKS),
                    (_titles(event, one.place), TITLES),
                    (one.type, TYPES),
                    (one.days, DAYS),
                )
            )
        rows.append(row)
    return torch.tensor(rows, dtype=torch.long).view(len(events), len(dates), 6)


def event_mention_features(events: Sequence[Place], mentions: Sequence[MentionFeatures]) -> Tensor:
    """(events, mentions, kinds) of features."""
    rows = [
        [
            _offset(
                (_sentences(event, mention.place), SENTENCES),
                (_words(event, mention.place), WORDS),
                (_titles(event, mention.place), TITLES),
                (mention.label, len(LABELS)),
            )
            for mention in mentions
        ]
        for event in events
    ]
    return torch.tensor(rows, dtype=torch.long).view(len(events), len(mentions), 4)


def event_pair_features(events: Sequence[EventFeatures]) -> Tensor:
    """(events, events, kinds) of features."""
    rows = [
        [
            _offset(
                (_sentences(event.place, other.place), SENTENCES),
                (_words(event.place, other.place), WORDS),
                (_titles(event.place, other.place), TITLES),
                (_same_date(event.date, other.date), 3),
                (_alike(event.word, other.word), 4),
            )
            for other in events
        ]
        for event in events
    ]
    return torch.tensor(rows, dtype=torch.long).view(len(events), len(events), 5)


def _offset(*features: tuple[int, int]) -> list[int]:
    """Features, each a number and how many numbers it has, as rows of one table."""
    rows, start = [], 0
    for number, size in features:
        rows.append(start + number)
        start += size
    return rows


def _sentences(one: Place, other: Place) -> int:
    return FAR_SENTENCES + max(-FAR_SENTENCES, min(other.sentence - one.sentence, FAR_SENTENCES))


def _words(one: Place, other: Place) -> int:
    apart = other.word - one.word
    size = min(abs(apart).bit_length(), FAR_WORDS)
    return FAR_WORDS + (size if apart > 0 else -size)


def _titles(one: Place, other: Place) -> int:
    return 2 * one.title + other.title


def _same_date(one: int, other: int) -> int:
    return 0 if one < 0 or other < 0 else 1 + (one == other)


def _alike(one: str, other: str) -> int:
    """0 nothing in common, 1 the beginning, 2 a stretch of five letters and more, as of one root, 3 the same."""
    one, other = one.lower(), other.lower()
    if one == other:
        return 3
    short, long = sorted((one, other), key=len)
    for start in range(len(short) - 4):
        if short[start : start + 5] in long:
            return 2
    return int(one[:3] == other[:3])
