"""Features are numbers of rows of a table, each of its own rows, wherever two things stand."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.events import features
from factcli.events.features import (
    DATE_FEATURES,
    EARLIER_FEATURES,
    LABELS,
    MENTION_FEATURES,
    TIMEX_TYPES,
    DateFeatures,
    EventFeatures,
    MentionFeatures,
    Place,
    date_features,
    event_date_features,
    event_mention_features,
    event_pair_features,
)
from factcli.schema import DateExpression, TimexType

PLACES = st.builds(Place, st.integers(0, 200_000), st.integers(0, 10_000), st.booleans())
DATES = st.builds(DateFeatures, PLACES, st.integers(0, 2 * len(TIMEX_TYPES) - 1), st.integers(0, features.DAYS - 1))
MENTIONS = st.builds(MentionFeatures, PLACES, st.integers(0, len(LABELS) - 1))
EVENTS = st.builds(EventFeatures, PLACES, st.text("abkuİß", max_size=9), st.integers(-1, 5))
PLACE = Place(10, 1, False)
DAYS = st.none() | st.dates().map(lambda day: day.isoformat())


def in_their_rows(row: list[int], sizes: list[int]) -> bool:
    """Whether each number stands among the rows of its own feature."""
    starts = [0, *accumulate(sizes)]
    return all(start <= number < end for number, start, end in zip(row, starts, starts[1:], strict=False))


@given(st.lists(PLACES, max_size=4), st.lists(DATES, max_size=4))
def test_features_of_events_and_dates_stay_inside_the_table(events: list[Place], dates: list[DateFeatures]) -> None:
    found = event_date_features(events, dates)
    assert found.shape[:2] == (len(events), len(dates))
    sizes = [features.SENTENCES, features.WORDS, features.RANKS, features.TITLES, features.TYPES, features.DAYS]
    assert sum(sizes) == DATE_FEATURES
    assert all(in_their_rows(row, sizes) for row in found.flatten(0, 1).tolist())


@given(st.lists(PLACES, max_size=4), st.lists(MENTIONS, max_size=4))
def test_features_of_events_and_mentions_stay_inside_the_table(
    events: list[Place], mentions: list[MentionFeatures]
) -> None:
    found = event_mention_features(events, mentions)
    assert found.shape[:2] == (len(events), len(mentions))
    sizes = [features.SENTENCES, features.WORDS, features.TITLES, len(LABELS)]
    assert sum(sizes) == MENTION_FEATURES
    assert all(in_their_rows(row, sizes) for row in found.flatten(0, 1).tolist())


@given(st.lists(EVENTS, max_size=5))
def test_features_of_two_events_stay_inside_the_table(events: list[EventFeatures]) -> None:
    found = event_pair_features(events)
    assert found.shape[:2] == (len(events), len(events))
    sizes = [features.SENTENCES, features.WORDS, features.TITLES, 3, 4]
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
def test_days_are_told_apart_by_their_distance_from_publication(first: int, last: int, wanted: int) -> None:
    today = date(2024, 5, 15)
    days = [(today + timedelta(days=apart)).isoformat() for apart in (first, last)]
    expression = DateExpression(id="t1", start=0, end=1, text="x", type="DATE", earliest=days[0], latest=days[1])
    assert date_features(expression, PLACE, today.isoformat()).days == wanted


def rank_of(event: Place, dates: list[DateFeatures]) -> list[int]:
    """How many dates on each date is from the event: 0 for the next one behind it, -1 for the last before it."""
    start = features.SENTENCES + features.WORDS
    return [row[2] - start - features.FAR_RANK for row in event_date_features([event], dates)[0].tolist()]


def test_dates_are_counted_from_the_event() -> None:
    dates = [DateFeatures(Place(word, 0, False), 0, 0) for word in (2, 5, 12, 14)]
    assert rank_of(Place(7, 0, False), dates) == [-2, -1, 0, 1]
    many = [DateFeatures(Place(word, 0, False), 0, 0) for word in range(0, 40, 2)]
    assert rank_of(Place(21, 0, False), many)[:8] == [-4] * 8
    assert rank_of(Place(21, 0, False), many)[-6:] == [3] * 6


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("terbakar", "Terbakar", 3),
        ("terbakar", "kebakaran", 2),
        ("mengunjungi", "kunjungan", 2),
        ("rapat", "rapih", 1),
        ("roboh", "hujan", 0),
    ],
)
def test_words_are_alike_as_far_as_they_share_letters(one: str, other: str, wanted: int) -> None:
    events = [EventFeatures(PLACE, one, 0), EventFeatures(PLACE, other, 0)]
    start = EARLIER_FEATURES - 4
    assert event_pair_features(events)[0, 1, 4] == start + wanted
    assert event_pair_features(events)[1, 0, 4] == start + wanted


def test_two_events_share_their_date_or_do_not_or_have_none() -> None:
    events = [EventFeatures(PLACE, "roboh", date) for date in (0, 0, 1, -1)]
    start = EARLIER_FEATURES - 4 - 3
    assert (event_pair_features(events)[0, :, 3] - start).tolist() == [2, 2, 1, 0]


def test_nearer_and_further_before_and_behind_are_told_apart() -> None:
    event = Place(100, 10, False)
    places = [Place(100 + apart, 10 + apart // 20, False) for apart in (-90, -3, -1, 1, 3, 90)]
    found = event_mention_features([event], [MentionFeatures(place, 0) for place in places])[0]
    assert len({tuple(row) for row in found.tolist()}) == len(places)
