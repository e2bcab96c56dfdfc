"""From probabilities to events: each keeps its constraints, whatever the heads say."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from own_scores import kinds, one_of, scores

from factcli.events.decode import Calibration, Decision, Scale, decode
from factcli.events.network import BOUNDS, CLASSES, STATUSES
from factcli.events.scoring import EventScores
from factcli.schema import PARTICIPANT_ROLES

DEFAULT = Decision(dated=0.5, undated=0.5, role=0.5, main=0.2)


def test_a_word_is_a_dated_event_an_undated_one_or_none() -> None:
    table = [kinds(0.1, 0.8), kinds(0.1, 0.1), kinds(0.9, 0.05), kinds(0.45, 0.45)]
    found = decode(scores(4, dates_of=1, kinds=table, dates=[[1.0]] * 4), DEFAULT)
    assert [(one.word, one.date) for one in found] == [(0, 0), (2, None), (6, None)]
    assert [one.score for one in found] == pytest.approx([0.8, 0.9, 0.55])


def test_two_words_side_by_side_name_one_event() -> None:
    table = [kinds(0.3, 0), kinds(0.1, 0), kinds(0.2, 0), kinds(0.4, 0)]
    assert [one.word for one in decode(scores(4, words=[3, 4, 6, 7], kinds=table), DEFAULT)] == [4, 6]


def test_a_dated_event_needs_a_date_with_days() -> None:
    certain = [kinds(0.0, 1.0)]
    [without] = decode(scores(1, dates_of=2, kinds=certain), DEFAULT)
    assert without.date is None, "no date of the article has days"
    [none] = decode(scores(1, kinds=certain), DEFAULT)
    assert none.date is None, "the article has no dates"
    [chosen] = decode(scores(1, dates_of=2, kinds=certain, dates=[[0.3, 0.7]]), DEFAULT)
    assert chosen.date == 1
    assert chosen.score == pytest.approx(0.7), "that it is an event, on that day"


def test_an_event_of_no_sure_day_is_not_dated() -> None:
    table = scores(2, dates_of=2, kinds=[kinds(0.3, 0.7)] * 2, dates=[[0.4, 0.6], [0.1, 0.9]], in_opening=[False] * 2)
    assert [one.word for one in decode(table, DEFAULT)] == [2], "0.42 and 0.63"


def test_undated_events_are_those_of_the_opening() -> None:
    found = decode(scores(2, in_opening=[True, False]), DEFAULT)
    assert [one.word for one in found] == [0]
    dated = scores(2, dates_of=1, in_opening=[True, False], kinds=[kinds(0, 1)] * 2, dates=[[1.0]] * 2)
    assert [one.word for one in decode(dated, DEFAULT)] == [0, 2], "dated ones stand anywhere"


@pytest.mark.parametrize(("ends", "wanted"), [(one_of(3, 0), None), (one_of(3, 1), None), (one_of(3, 2), 1)])
def test_a_range_ends_with_another_date(ends: list[float], wanted: int | None) -> None:
    [one] = decode(scores(1, dates_of=2, kinds=[kinds(0, 1)], ends=[ends], dates=[[0.9, 0.1]]), DEFAULT)
    assert (one.date, one.end) == (0, wanted)


def test_an_undated_event_has_no_end_and_no_bound() -> None:
    [one] = decode(scores(1, dates_of=1, ends=[one_of(2, 1)], bounds=[one_of(3, 2)]), DEFAULT)
    assert (one.date, one.end, one.bound) == (None, None, "in")


def test_bound_class_and_status_are_the_likeliest() -> None:
    table = scores(
        1,
        dates_of=2,
        kinds=[kinds(0, 1)],
        dates=[[0.2, 0.8]],
        bounds=[[0.1, 0.3, 0.6]],
        classes=[[0.4, 0.6]],
        statuses=[[0.1, 0.2, 0.3, 0.4]],
        timeline=[0.25],
    )
    [one] = decode(table, DEFAULT)
    assert (one.bound, one.class_, one.status, one.timeline) == ("until", "REPORTING", "negated", 0.25)


def test_an_entity_has_one_role_or_none() -> None:
    table = [[[0.4, 0.2, 0.3, 0.1], [0.6, 0.4, 0.0, 0.0], [0.1, 0.1, 0.1, 0.7], [0.0, 0.0, 0.9, 0.1]]]
    [one] = decode(scores(1, entities=4, roles=table), DEFAULT)
    assert one.roles == {"agents": [], "patients": [0, 3], "places": [2]}


def test_one_event_at_most_is_the_articles_news() -> None:
    assert [one.main for one in decode(scores(3, main=[0.3, 0.4, 0.3]), DEFAULT)] == [False, True, False]
    assert not any(one.main for one in decode(scores(3, main=[0.1, 0.15, 0.1]), DEFAULT))
    dropped = scores(3, main=[0.1, 0.6, 0.3], kinds=[kinds(0, 0), kinds(1, 0), kinds(0, 0)])
    assert [one.main for one in decode(dropped, DEFAULT)] == [False, True], "among those that were kept"


def test_a_report_repeats_the_first_report() -> None:
    earlier = [one_of(5, 0), one_of(5, 0), one_of(5, 1), one_of(5, 3)]
    assert [one.same for one in decode(scores(4, earlier=earlier), DEFAULT)] == [0, 1, 0, 0]


def test_all_reports_of_an_event_speak_for_it() -> None:
    earlier = [one_of(4, 0), one_of(4, 1), [0.4, 0.3, 0.3, 0.0]]
    assert [one.same for one in decode(scores(3, earlier=earlier), DEFAULT)] == [0, 0, 0], "0.6 against 0.4"
    apart = [one_of(4, 0), one_of(4, 0), [0.4, 0.3, 0.3, 0.0]]
    assert [one.same for one in decode(scores(3, earlier=apart), DEFAULT)] == [0, 1, 2], "0.3 each against 0.4"


def test_a_report_of_what_was_not_kept_is_new() -> None:
    earlier = [one_of(4, 0), one_of(4, 1), one_of(4, 2)]
    table = [kinds(1, 0), kinds(0, 0), kinds(0, 0)]
    assert [one.same for one in decode(scores(3, earlier=earlier, kinds=table), DEFAULT)] == [0, 0]


def test_scores_are_as_probable_as_the_calibration_says() -> None:
    lower = Decision(dated=0.5, undated=0.5, calibration=Calibration(dated=Scale(days=1.0, intercept=-1.0)))
    table = scores(2, dates_of=1, kinds=[kinds(0, 1), kinds(0.2, 0)], dates=[[0.8], [0.0]])
    dated, undated = decode(table, lower)
    assert 0.8 < dated.score < 0.9, "0.8, its days surer than that it is right"
    assert undated.score == pytest.approx(0.8)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.1, 5), st.floats(-5, 5))
def test_a_scale_keeps_the_order(one: float, other: float, slope: float, intercept: float) -> None:
    scale = Scale(slope=slope, intercept=intercept)
    low, high = sorted((one, other))
    assert 0 <= scale.of(low) <= scale.of(high) <= 1
    assert Scale().of(one) == pytest.approx(one, abs=1e-5)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.floats(0.1, 5))
def test_an_event_of_surer_days_is_likelier_right(event: float, one: float, other: float, weight: float) -> None:
    scale = Scale(days=weight)
    low, high = sorted((one, other))
    assert scale.of(event, low) <= scale.of(event, high)
    assert Scale().of(event, one) == pytest.approx(event * one, abs=1e-5)


@st.composite
def any_scores(draw: st.DrawFn) -> EventScores:
    """Whatever heads may say of an article."""
    events, dates, entities = (draw(st.integers(0, 4)) for _ in range(3))

    def table(*shape: int) -> np.ndarray:
        made = draw(arrays(np.float32, shape, elements=st.floats(0, 1, width=16)))
        return (made + 1e-3) / (made + 1e-3).sum(axis=-1, keepdims=True) if made.size else made

    words = draw(st.lists(st.integers(0, 8), min_size=events, max_size=events, unique=True).map(sorted))
    earlier = table(events, 1 + events)
    earlier[:, 1:][np.triu_indices(events)] = 0
    return scores(
        events,
        dates,
        entities,
        words=words,
        in_opening=draw(st.lists(st.booleans(), min_size=events, max_size=events)),
        over=draw(st.lists(st.booleans(), min_size=dates, max_size=dates)),
        kinds=table(events, 3),
        classes=table(events, len(CLASSES)),
        statuses=table(events, len(STATUSES)),
        main=table(events),
        ends=table(events, 1 + dates),
        bounds=table(events, len(BOUNDS)),
        roles=table(events, entities, 1 + len(PARTICIPANT_ROLES)),
        earlier=earlier,
        dates=table(events, dates),
    )


@settings(max_examples=60)
@given(any_scores(), st.floats(0, 1), st.floats(0, 1))
def test_the_constraints_hold_whatever_the_heads_say(table: EventScores, dated: float, role: float) -> None:
    found = decode(table, Decision(dated=dated, undated=0.4, role=role))
    words = [one.word for one in found]
    assert all(one + 1 < other for one, other in pairwise(words)), "in order, and no two side by side"
    assert sum(one.main for one in found) <= 1
    for number, one in enumerate(found):
        assert one.same <= number and found[one.same].same == one.same
        assert one.end is None or one.end != one.date is not None
        given_roles = [entity for entities in one.roles.values() for entity in entities]
        assert len(given_roles) == len(set(given_roles))
        assert one.roles.keys() == set(PARTICIPANT_ROLES)
        assert 0 <= one.score <= 1
        if one.date is None:
            assert table.in_opening[table.words.index(one.word)] and one.bound == "in"


PLANNED = one_of(len(STATUSES), STATUSES.index("planned"))


def test_a_plan_does_not_take_a_date_that_is_over() -> None:
    table = scores(1, dates_of=2, kinds=[kinds(0, 1)], statuses=[PLANNED], dates=[[0.45, 0.3]], over=[True, False])
    [one] = decode(table, msgspec.structs.replace(DEFAULT, dated=0.4))
    assert (one.date, one.status) == (1, "planned")


def test_a_plan_has_no_date_where_all_are_over() -> None:
    table = scores(1, dates_of=2, kinds=[kinds(0, 1)], statuses=[PLANNED], dates=[[0.45, 0.3]], over=[True, True])
    [one] = decode(table, DEFAULT)
    assert (one.date, one.status) == (None, "planned")


def test_what_is_surely_over_was_no_plan() -> None:
    statuses = [[0.3, 0.6, 0.1, 0.0]]
    table = scores(1, dates_of=1, kinds=[kinds(0, 1)], statuses=statuses, dates=[[0.9]], over=[True])
    [one] = decode(table, DEFAULT)
    assert (one.date, one.status) == (0, "actual")
