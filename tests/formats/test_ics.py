"""iCalendar, read by the icalendar library."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from factcli.formats.ics import ics, planned
from factcli.schema import Facts, TimelineEntry, When
from formats.made import entries, facts, on

icalendar: Any = pytest.importorskip("icalendar", reason="the icalendar library reads")


def read(entries: list[TimelineEntry], documents: list[Facts]) -> list[Any]:
    """Return the events; fails where a line is too long or the calendar cannot be parsed."""
    written = ics(entries, documents)
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert "\n" not in written.replace("\r\n", "")
    events: list[Any] = icalendar.Calendar.from_ical(written).walk("VEVENT")
    return events


def plan(when: When, summary: str = "Sari meresmikan pelabuhan") -> list[Any]:
    return read([TimelineEntry(when=when, events=["v3"], summary=summary)], [facts()])


def test_what_is_planned_and_has_a_day() -> None:
    document = facts()
    chosen = planned(entries(), [document])
    assert [entry.events for entry in chosen] == [["v3"]]
    (event,) = read(chosen, [document])
    assert event.decoded("DTSTART") == datetime.date(2020, 3, 5)
    assert event["SUMMARY"] == "Sari akan meresmikan, di Manado; pelabuhan"
    assert (event["LOCATION"], event["STATUS"], event["TRANSP"]) == ("Manado", "TENTATIVE", "TRANSPARENT")
    assert event["DESCRIPTION"].endswith("pembangunan. (Harian Laut, 2020-02-04)")
    assert (event["GEO"].latitude, event["GEO"].longitude) == (1.4748, 124.8421)
    assert event.decoded("DTSTAMP").date() == datetime.date(2020, 2, 4)


def test_days_clock_times_and_open_ranges() -> None:
    (days,) = plan(When(value="2020-03", earliest="2020-03-01", latest="2020-03-31"))
    assert (days.decoded("DTSTART"), days.decoded("DTEND")) == (datetime.date(2020, 3, 1), datetime.date(2020, 4, 1))
    (clock,) = plan(When(value="2020-03-05T10:30", earliest="2020-03-05", latest="2020-03-05"))
    assert clock.decoded("DTSTART") == datetime.datetime(2020, 3, 5, 10, 30)
    (unknown,) = plan(When(value="0000-03-05T10:30", earliest="2020-03-05", latest="2020-03-05"))
    assert unknown.decoded("DTSTART") == datetime.date(2020, 3, 5)
    (since,) = plan(When(value="2020-03-05", earliest="2020-03-05"))
    assert "DTEND" not in since
    (last,) = plan(When(value="9999", earliest="9999-01-01", latest="9999-12-31"))
    assert "DTEND" not in last


def test_the_same_articles_give_the_same_calendar() -> None:
    assert ics(entries()[1:2], [facts()]) == ics(entries()[1:2], [facts()])
    (first,), (second,) = (
        read(entries("a#")[1:2], [facts("a"), facts("c")]),
        read(entries("b#")[1:2], [facts("b"), facts("c")]),
    )
    assert first["UID"] != second["UID"]


def test_two_entries_of_one_place_are_two_events() -> None:
    twice = read([*entries()[1:2], *entries()[1:2]], [facts()])
    assert len({event["UID"] for event in twice}) == 2
    assert twice[0]["UID"] == read(entries()[1:2], [facts()])[0]["UID"]


def test_text_stays_text() -> None:
    summary = "Sari, Budi; \\n dan “pasar” \x1b[31m\nBEGIN:VEVENT " + "é" * 100
    (event,) = plan(on("2020-03-05"), summary)
    assert event["SUMMARY"] == summary.replace("\n", " ").replace("\x1b", "\ufffd")
