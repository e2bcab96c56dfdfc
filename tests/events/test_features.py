"""Features are numbers of rows of a table, each of its own rows, wherever two things stand."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from factcli.events import features
from factcli.events.features import (
    DATE_FEATURES,
    EARLIER_FEATURES,
    MENTION_FEATURES,
    TIMEX_TYPES,
    WORD_FEATURES,
    DateFeatures,
    EventFeatures,
    MentionFeatures,
    Place,
    date_features,
    event_date_features,
    event_mention_features,
    event_pair_features,
    word_features,
)
from factcli.events.paths import PATHS
from factcli.schema import LABELS, DateExpression, TimexType

PLACES = st.builds(Place, st.integers(0, 200_000), st.integers(0, 10_000), st.booleans())
SPANS = st.sampled_from([(None, None), ("2024-05-15", "2024-05-15"), ("2024-05-01", "2024-05-31")])
DATES = st.builds(
    DateFeatures,
    PLACES,
    st.integers(0, 2 * len(TIMEX_TYPES) - 1),
    st.integers(0, features.DAYS - 1),
    st.booleans(),
    SPANS,
)
MENTIONS = st.builds(MentionFeatures, PLACES, st.integers(0, len(LABELS) - 1))
EVENTS = st.builds(
    EventFeatures,
    PLACES,
    st.text("abkuİß", max_size=9),
    st.none() | SPANS,
    st.frozensets(st.integers(0, 5)),
    st.integers(0, 7),
)
PLACE = Place(10, 1, False)
DAYS = st.none() | st.dates().map(lambda day: day.isoformat())


def in_their_rows(row: list[int], sizes: list[int]) -> bool:
    """Whether each number stands among the rows of its own feature."""
    starts = [0, *accumulate(sizes)]
    return all(start <= number < end for number, start, end in zip(row, starts, starts[1:], strict=False))


@given(st.lists(PLACES, max_size=4), st.lists(DATES, max_size=4))
def test_features_of_events_and_dates_stay_inside_the_table(events: list[Place], dates: list[DateFeatures]) -> None:
    found = event_date_features(events, dates, torch.zeros(len(events), len(dates), dtype=torch.long))
    assert found.shape[:2] == (len(events), len(dates))
    sizes = [features.SENTENCES, features.WORDS, features.RANKS, features.TITLES, features.TYPES, features.DAYS]
    sizes += [features.SIDES, features.NEAREST, features.OFTEN, PATHS]
    assert sum(sizes) == DATE_FEATURES
    assert all(in_their_rows(row, sizes) for row in found.flatten(0, 1).tolist())


@given(st.lists(PLACES, max_size=4), st.lists(MENTIONS, max_size=4))
def test_features_of_events_and_mentions_stay_inside_the_table(
    events: list[Place], mentions: list[MentionFeatures]
) -> None:
    found = event_mention_features(events, mentions, torch.zeros(len(events), len(mentions), dtype=torch.long))
    assert found.shape[:2] == (len(events), len(mentions))
    sizes = [features.SENTENCES, features.WORDS, features.TITLES, len(LABELS), PATHS]
    assert sum(sizes) == MENTION_FEATURES
    assert all(in_their_rows(row, sizes) for row in found.flatten(0, 1).tolist())


@given(st.lists(PLACES, max_size=6), st.lists(DATES, max_size=4))
def test_features_of_words_stay_inside_the_table(places: list[Place], dates: list[DateFeatures]) -> None:
    found = word_features(places, dates)
    sizes = [features.FEW, features.SEVERAL, 2, features.DEEP]
    assert sum(sizes) == WORD_FEATURES
    assert found.shape == (len(places), len(sizes))
    assert all(in_their_rows(row, sizes) for row in found.tolist())


@given(st.lists(EVENTS, max_size=5))
def test_features_of_two_events_stay_inside_the_table(events: list[EventFeatures]) -> None:
    found = event_pair_features(events)
    assert found.shape[:2] == (len(events), len(events))
    sizes = [
        features.SENTENCES,
        features.WORDS,
        features.TITLES,
        features.SAME_DAYS,
        features.SHARED,
        2,
        features.ALIKE,
    ]
    assert sum(sizes) == EARLIER_FEATURES
    assert all(in_their_rows(row, sizes) for row in found.flatten(0, 1).tolist())


@given(st.sampled_from(TIMEX_TYPES), DAYS, DAYS, DAYS | st.sampled_from(["", "2024", "2024-05-15T10:00:00"]))
def test_a_date_has_features_whatever_its_days(
    kind: TimexType, first: str | None, last: str | None, published: str | None
) -> None:
    expression = DateExpression(id="t1", start=0, end=1, text="x", type=kind, earliest=first, latest=last)
    found = date_features(expression, PLACE, published)
    assert 0 <= found.type < features.TYPES
    assert found.type % 2 == (first is not None or last is not None)
    assert 0 <= found.days < features.DAYS
    assert (found.days == 0) or (first is not None and last is not None and published)


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        (0, 0, 1),
        (-1, -1, 2),
        (-7, -3, 3),
        (-300, -8, 4),
        (-900, -400, 5),
        (-3, 3, 6),
        (1, 1, 7),
    ],
)
def test_days_are_distinguished_by_their_distance_from_publication(first: int, last: int, wanted: int) -> None:
    today = date(2024, 5, 15)
    days = [(today + timedelta(days=apart)).isoformat() for apart in (first, last)]
    expression = DateExpression(id="t1", start=0, end=1, text="x", type="DATE", earliest=days[0], latest=days[1])
    assert date_features(expression, PLACE, today.isoformat()).days == wanted


def dated(word: int, sentence: int = 0, span: tuple[str, str] = ("2024-05-15", "2024-05-15")) -> DateFeatures:
    """A date of those days at a word."""
    return DateFeatures(Place(word, sentence, False), 0, 0, usable=True, span=span)


def numbers_of(event: Place, dates: list[DateFeatures], feature: int, start: int) -> list[int]:
    """What one feature says of each date; its rows begin at `start`."""
    found = event_date_features([event], dates, torch.zeros(1, len(dates), dtype=torch.long))
    return [row[feature] - start for row in found[0].tolist()]


def rank_of(event: Place, dates: list[DateFeatures]) -> list[int]:
    """How many dates on each date is from the event: 0 for the next one behind it, -1 for the last before it."""
    return numbers_of(event, dates, 2, features.SENTENCES + features.WORDS + features.FAR_RANK)


def test_dates_are_counted_from_the_event() -> None:
    dates = [dated(word) for word in (2, 5, 12, 14)]
    assert rank_of(Place(7, 0, False), dates) == [-2, -1, 0, 1]
    many = [dated(word) for word in range(0, 40, 2)]
    assert rank_of(Place(21, 0, False), many)[:8] == [-4] * 8
    assert rank_of(Place(21, 0, False), many)[-6:] == [3] * 6


def test_dates_are_seen_beside_each_other() -> None:
    dates = [dated(2), dated(9, 1, ("2024-05-14", "2024-05-14")), dated(14, 1), dated(30, 3)]
    sides = sum((features.SENTENCES, features.WORDS, features.RANKS, features.TITLES, features.TYPES, features.DAYS))
    event = Place(11, 1, False)
    assert numbers_of(event, dates, 6, sides) == [1, 2, 2, 1], "two of its sentence, and others"
    assert numbers_of(Place(20, 2, False), dates, 6, sides) == [0, 0, 0, 0]
    assert numbers_of(event, dates, 7, sides + features.SIDES) == [1, 2, 0, 0], "the last before it"
    often = sides + features.SIDES + features.NEAREST
    assert numbers_of(event, dates, 8, often) == [2, 0, 2, 2], "three of one day"


def test_a_word_sees_the_dates_of_its_sentence_and_before() -> None:
    places = [Place(0, 0, True), Place(9, 1, False), Place(18, 2, False)]
    rows = word_features(places, [dated(3, 0), dated(10, 1), dated(12, 1)])
    assert rows[:, 0].tolist() == [1, 2, 0]
    assert (rows[:, 1] - features.FEW).tolist() == [0, 1, 3]


def like(one: EventFeatures, other: EventFeatures) -> tuple[int, int, int]:
    """What the features say of days, participants and manner of two events."""
    start = features.SENTENCES + features.WORDS + features.TITLES
    row = event_pair_features([one, other])[1, 0].tolist()
    return row[3] - start, row[4] - start - features.SAME_DAYS, row[5] - start - features.SAME_DAYS - features.SHARED


def test_two_events_are_compared_by_days_participants_and_manner() -> None:
    monday, month = ("2024-05-13", "2024-05-13"), ("2024-05-01", "2024-05-31")
    one = EventFeatures(PLACE, "roboh", monday, frozenset({1, 2}), 0)
    assert like(one, one._replace(word="ambruk")) == (3, 4, 1)
    assert like(one, one._replace(days=month, participants=frozenset({2, 3}))) == (2, 2, 1)
    assert like(one, one._replace(days=("2024-05-14", None), participants=frozenset({3}), manner=1)) == (1, 1, 0)
    assert like(one, one._replace(days=None, participants=frozenset())) == (0, 0, 1)
    assert like(one._replace(days=("2024-01-01", None)), one) == (2, 4, 1), "open at its end"
