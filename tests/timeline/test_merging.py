"""One event is one entry, reported once or often; different events stay apart."""

from __future__ import annotations

from facts_of_tests import event, facts, on
from hypothesis import given
from hypothesis import strategies as st

from factcli.schema import Sentence, When
from factcli.timeline import merge_timeline, timeline_of

MAY = When(value="2021-05", earliest="2021-05-01", latest="2021-05-31")
MAY_3 = on("2021-05-03")
JUNE_1 = on("2021-06-01")


def test_two_accounts_with_compatible_times_are_one_entry_with_the_narrower_time() -> None:
    [entry] = timeline_of(facts(event("v1", MAY), event("v2", MAY_3)))
    assert entry.events == ["v1", "v2"]
    assert entry.when == MAY_3


def test_another_place_is_another_event() -> None:
    entries = timeline_of(facts(event("v1", MAY_3), event("v2", MAY_3, places=("e3",))))
    assert [entry.events for entry in entries] == [["v1"], ["v2"]]


def test_another_day_is_another_event() -> None:
    assert len(timeline_of(facts(event("v1", MAY_3), event("v2", JUNE_1)))) == 2


def test_a_plan_and_its_carrying_out_are_one_entry_and_what_is_denied_is_another() -> None:
    plan = event("v2", MAY_3, status="planned", summary="Sinta akan tiba di Ambon")
    [entry] = timeline_of(facts(event("v1", MAY_3, summary="Sinta tiba di Ambon"), plan))
    assert (entry.events, entry.summary) == (["v1", "v2"], "Sinta tiba di Ambon")
    assert len(timeline_of(facts(event("v1", MAY_3), event("v2", MAY_3, status="negated")))) == 2


def test_sayings_that_carry_a_quote_stay_off() -> None:
    quote = event("v1", MAY_3, type="quote", class_="REPORTING", trigger="kata", summary="kata Sinta")
    statement = event("v2", MAY_3, type="statement", class_="REPORTING", trigger="umum", summary="Pasar dibuka")
    assert [entry.events for entry in timeline_of(facts(quote, statement))] == [["v2"]]


def test_undated_plans_stand_last_and_other_undated_events_stay_off() -> None:
    entries = timeline_of(facts(event("v1", None, status="planned"), event("v2", None), event("v3", MAY_3)))
    assert [entry.events for entry in entries] == [["v3"], ["v1"]]


def test_the_news_of_an_article_is_an_entry_though_nobody_says_when() -> None:
    news, other = (event("v1", None, status="negated", main=is_news) for is_news in (True, False))
    assert [entry.when for entry in timeline_of(facts(news))] == [None]
    assert timeline_of(facts(other)) == []


def test_what_has_no_time_joins_an_event_that_it_was_marked_as_but_is_no_entry() -> None:
    dated, undated = event("v1", MAY_3), event("v2", None)
    undated.same = dated.same = "v1"
    [entry] = timeline_of(facts(dated, undated))
    assert (entry.events, entry.when) == (["v1", "v2"], MAY_3)
    assert timeline_of(facts(event("v1", None), event("v2", None))) == []


def test_a_sentence_of_the_article_says_more_than_its_headline() -> None:
    headline = event("v1", MAY_3, patients=("e3",), summary="Sinta Tiba di Ambon")
    body = event("v2", MAY_3, summary="Sinta Dewi tiba di Ambon")
    body.sentence = 1
    one = facts(headline, body)
    one.sentences = [Sentence(start=0, end=19, section="title"), Sentence(start=20, end=44)]
    assert [entry.summary for entry in timeline_of(one)] == ["Sinta Dewi tiba di Ambon"]


def test_articles_are_joined_and_events_named_by_article() -> None:
    [entry] = merge_timeline([facts(event("v1", MAY_3), id="satu"), facts(event("v1", MAY_3), id="dua")])
    assert entry.events == ["satu#v1", "dua#v1"]


@given(st.lists(st.dates(), max_size=8))
def test_entries_are_in_the_order_of_their_days(days: list[object]) -> None:
    events = [event(f"v{n}", on(str(day))) for n, day in enumerate(days)]
    firsts = [entry.when.earliest for entry in timeline_of(facts(*events)) if entry.when and entry.when.earliest]
    assert firsts == sorted(firsts)


def at(value: str) -> When:
    """An hour or a part of a day, or the day; up to an hour in the morning."""
    return When(value=value, earliest=None if "T0" in value else value[:10], latest=value[:10], date="t1")


def test_a_day_told_backwards_is_shown_by_the_clock() -> None:
    told = ["2021-05-03", *(f"2021-05-03T{hour}" for hour in ("17:45", "AF", "08:00", "16:20")), "2021-05-04T17:00"]
    events = [event(f"v{n}", at(value), type=None, trigger=f"kata{n}", main=True) for n, value in enumerate(told)]
    shown = [entry.when.value for entry in merge_timeline([facts(*events)], everything=True) if entry.when]
    by_clock = ["2021-05-03", *(f"2021-05-03T{hour}" for hour in ("08:00", "AF", "16:20", "17:45")), told[-1]]
    assert shown == by_clock, "what has no hour keeps its place"
