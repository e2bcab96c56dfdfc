"""The calls grow with the number of dates and events of an article, and each event has the days of its own date."""

from __future__ import annotations

from dated_clauses import dated_clauses, heads_for_clauses
from growth import calls
from spacy.tokens import Doc

from factcli.events.decode import Decision
from factcli.events.finding import find_events
from factcli.schema import DateExpression, Entity


def test_twice_the_dates_take_twice_the_calls() -> None:
    # Each event is scored beside each date, in a few calls over all of them.
    made = heads_for_clauses()

    def find(given: tuple[Doc, list[Entity], list[DateExpression]]) -> object:
        return find_events(*given, made, Decision())

    find(dated_clauses(2))
    assert calls(find, dated_clauses(200)) < 3 * calls(find, dated_clauses(100))


def test_of_a_thousand_dates_each_event_has_its_own() -> None:
    doc, entities, dates = dated_clauses(1000)
    events = [one.event for one in find_events(doc, entities, dates, heads_for_clauses(), Decision())]
    assert [event.when.date for event in events if event.when] == [date.id for date in dates]


def test_each_event_stands_where_its_word_stands() -> None:
    doc, entities, dates = dated_clauses(3)
    events = [one.event for one in find_events(doc, entities, dates, heads_for_clauses(), Decision())]
    assert [doc.text[event.trigger.start : event.trigger.end] for event in events] == ["bertemu"] * 3
    assert [event.id for event in events] == ["v1", "v2", "v3"]
    assert [event.sentence for event in events] == [0, 1, 2]
    assert [event.type for event in events if event.class_ == "OCCURRENCE"] == ["meeting"] * 3
    assert [(event.when.earliest, event.when.latest) for event in events if event.when] == [
        (date.earliest, date.latest) for date in dates
    ]
    assert all(0 <= (event.score or 0) <= 1 for event in events)


def test_a_date_without_days_dates_nothing() -> None:
    doc, entities, dates = dated_clauses(2)
    open_dates = [
        DateExpression(id="t1", start=dates[0].start, end=dates[0].end, text="Mei", type="SET", value="XXXX-05")
    ]
    found = find_events(doc, entities, open_dates, heads_for_clauses(), Decision())
    assert all(one.event.when is None for one in found)


def test_an_article_without_dates_and_names_has_events_without() -> None:
    doc, _, _ = dated_clauses(2)
    events = [one.event for one in find_events(doc, [], [], heads_for_clauses(), Decision())]
    assert [event.when for event in events] == [None, None]
    assert all(not (event.agents or event.patients or event.places) for event in events)
