"""One happening is one entry, told once or often; different happenings stay apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcli.schema import Entity, Event, EventClass, Facts, Mention, Status, Trigger, When
from factcli.timeline import merge_timeline, timeline_of

MAY = When(value="2021-05", earliest="2021-05-01", latest="2021-05-31")
MAY_3 = When(value="2021-05-03", earliest="2021-05-03", latest="2021-05-03")
JUNE_1 = When(value="2021-06-01", earliest="2021-06-01", latest="2021-06-01")


def event(
    id: str,
    when: When | None,
    *,
    type: str | None = "visit",
    agents: tuple[str, ...] = ("e1",),
    places: tuple[str, ...] = ("e2",),
    status: Status = "actual",
    class_: EventClass = "OCCURRENCE",
    start: int = 0,
) -> Event:
    """An event of which only what matters to a timeline is filled in."""
    trigger = Trigger(start=start, end=start + 5, text="tiba", lemma="tiba")
    return Event(
        id=id, trigger=trigger, class_=class_, type=type, when=when, agents=list(agents), places=list(places),
        status=status, score=0.9, summary=f"summary of {id}",
    )  # fmt: skip


def facts(*events: Event, id: str = "a") -> Facts:
    """An article with a person e1, a city e2 and another city e3."""
    names = [("e1", "PER", "Sinta Dewi", "Q1"), ("e2", "LOC", "Ambon", "Q2"), ("e3", "LOC", "Ternate", "Q3")]
    entities = [
        Entity(id=name, label=label, name=text, kb_id=kb_id, mentions=[Mention(start=0, end=5, text=text)])  # type: ignore[arg-type]
        for name, label, text, kb_id in names
    ]
    return Facts(id=id, entities=entities, events=list(events))


def test_two_tellings_with_compatible_times_are_one_entry_with_the_narrower_time() -> None:
    [entry] = timeline_of(facts(event("v1", MAY), event("v2", MAY_3, start=40)))
    assert entry.events == ["v1", "v2"]
    assert entry.when == MAY_3


def test_another_place_is_another_happening() -> None:
    entries = timeline_of(facts(event("v1", MAY_3), event("v2", MAY_3, places=("e3",))))
    assert [entry.events for entry in entries] == [["v1"], ["v2"]]


def test_another_day_is_another_happening() -> None:
    assert len(timeline_of(facts(event("v1", MAY_3), event("v2", JUNE_1)))) == 2


def test_what_is_planned_is_not_what_was_done() -> None:
    assert len(timeline_of(facts(event("v1", MAY_3), event("v2", MAY_3, status="planned")))) == 2


def test_sayings_that_carry_a_quote_stay_off() -> None:
    quote = event("v1", MAY_3, type="quote", class_="REPORTING")
    statement = event("v2", MAY_3, type="statement", class_="REPORTING")
    assert [entry.events for entry in timeline_of(facts(quote, statement))] == [["v2"]]


def test_undated_plans_stand_last_and_other_undated_events_stay_off() -> None:
    entries = timeline_of(facts(event("v1", None, status="planned"), event("v2", None), event("v3", MAY_3)))
    assert [entry.events for entry in entries] == [["v3"], ["v1"]]


def test_articles_are_joined_and_events_named_by_article() -> None:
    [entry] = merge_timeline([facts(event("v1", MAY_3), id="satu"), facts(event("v1", MAY_3), id="dua")])
    assert entry.events == ["satu#v1", "dua#v1"]


def test_filters_keep_what_concerns_and_falls_between() -> None:
    documents = [facts(event("v1", MAY_3), event("v2", JUNE_1, places=("e3",)))]
    assert [e.events for e in merge_timeline(documents, about="ternate")] == [["v2"]]
    assert [e.events for e in merge_timeline(documents, about="Q2")] == [["v1"]]
    assert [e.events for e in merge_timeline(documents, latest="2021-05-31")] == [["v1"]]
    assert [e.events for e in merge_timeline(documents, earliest="2021-05-10")] == [["v2"]]


@given(st.lists(st.dates(), max_size=8))
def test_entries_are_in_the_order_of_their_days(days: list[object]) -> None:
    events = [
        event(f"v{n}", When(value=str(day), earliest=str(day), latest=str(day)), start=n) for n, day in enumerate(days)
    ]
    firsts = [entry.when.earliest for entry in timeline_of(facts(*events)) if entry.when and entry.when.earliest]
    assert firsts == sorted(firsts)
