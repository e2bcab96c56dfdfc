"""The tables for the terminal."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console
from rich.table import Table

from factcli.formats.dates_table import dates_table
from factcli.formats.facts_table import facts_tables
from factcli.formats.timeline_table import timeline_table
from factcli.formats.words import words
from factcli.schema import Article, DateExpression, Entity, Event, Facts, Mention, Status, TimelineEntry, Trigger, When
from formats import made

LONG = "Wali kota membuka kembali pasar yang terbakar tahun lalu bersama para pedagang dan warga sekitar"


def shown(table: Table, width: int = 80) -> str:
    stream = io.StringIO()
    Console(file=stream, width=width).print(table)
    return stream.getvalue()


def facts(id: str, status: Status = "actual", source: str | None = None) -> Facts:
    trigger = Trigger(start=0, end=5, text="tiba", lemma="tiba")
    return Facts(id=id, source=source, events=[Event(id="v1", trigger=trigger, class_="OCCURRENCE", status=status)])


def day(value: str) -> When:
    return When(value=value, earliest=value, latest=value)


def entry(when: When | None, *events: str, summary: str = "Wali kota tiba") -> TimelineEntry:
    return TimelineEntry(when=when, events=list(events), summary=summary)


def test_what_has_no_date_stands_last() -> None:
    rows = shown(timeline_table([entry(None, "v1", summary="Nanti"), entry(day("2020-02-03"), "v1")], [facts("a")]))
    assert rows.index("3 Feb 2020") < rows.index(words()["when"]["undated"])


@pytest.mark.parametrize("status", ["planned", "possible", "negated"])
def test_what_did_not_happen_or_not_yet_is_marked(status: Status) -> None:
    mark = f"({words()['status'][status]})"
    assert mark in shown(timeline_table([entry(day("2020-02-03"), "v1")], [facts("a", status)]))
    assert mark not in shown(timeline_table([entry(day("2020-02-03"), "v1")], [facts("a")]))
    both = [facts("a", status), facts("b")]
    assert mark not in shown(timeline_table([entry(day("2020-02-03"), "a#v1", "b#v1")], both))


def test_who_says_so_is_shown_where_several_do() -> None:
    documents = [facts("a", source="VIVA"), facts("b")]
    table = shown(timeline_table([entry(day("2020-02-03"), "a#v1", "b#v1")], documents))
    assert "VIVA, b" in table
    assert "VIVA" not in shown(timeline_table([entry(day("2020-02-03"), "v1")], documents[:1]))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_it_keeps_to_the_width_and_loses_no_word(width: int) -> None:
    weekend = When(value="2024-W03-WE", earliest="2024-01-20", latest="2024-01-21")
    table = shown(
        timeline_table([entry(weekend, "a#v1", summary=LONG)], [facts("a", source="VIVA"), facts("b")]), width
    )
    assert all(len(line) <= width for line in table.splitlines())
    assert set(LONG.split()) <= set(table.split())


def test_markup_and_control_characters_of_the_input_do_nothing() -> None:
    table = shown(
        timeline_table([entry(day("2020-02-03"), "v1", summary="[red]Kota[/red] \x1b[31m :smile:")], [facts("a")])
    )
    assert "[red]Kota[/red]" in table
    assert ":smile:" in table
    assert "\x1b" not in table


def test_a_modifier_of_the_date_and_times_stated_against_it_are_shown() -> None:
    said = facts("a")
    said.dates = [DateExpression(id="t1", start=0, end=9, text="sekitar 2000", type="DATE", value="2000", mod="APPROX")]
    when = When(value="2000", earliest="2000-01-01", latest="2000-12-31", date="t1")
    table = shown(timeline_table([entry(when, "v1")], [said]))
    assert "± 2000" in table
    other = TimelineEntry(
        when=day("2020-02-03"), events=["a#v1"], summary="Wali kota tiba", document="a", otherwise=[day("2020-02-04")]
    )
    table = shown(timeline_table([other], [said, facts("b")]))
    assert "± " not in table
    assert table.index("3 Feb 2020") < table.index(words()["when"]["otherwise"].format(date="4 Feb 2020"))


def test_people_and_places_are_coloured_and_a_word_in_a_word_is_not() -> None:
    said = facts("a")
    said.entities = [
        Entity(id="e1", label="PER", name="Ani", mentions=[Mention(start=0, end=3, text="Ani")]),
        Entity(id="e2", label="LOC", name="Kota Ambon", mentions=[Mention(start=0, end=5, text="Ambon")]),
    ]
    stream = io.StringIO()
    table = timeline_table([entry(day("2020-02-03"), "v1", summary="Ani berani ke Ambon")], [said])
    Console(file=stream, width=80, force_terminal=True, color_system="standard").print(table)
    coloured = re.findall(r"\x1b\[3[24]m(\w+)", stream.getvalue())
    assert coloured == ["Ani", "Ambon"]


@pytest.mark.parametrize("width", [80, 120])
def test_a_word_longer_than_the_line_is_broken_and_whole(width: int) -> None:
    word = "x" * 300
    table = shown(timeline_table([entry(day("2020-02-03"), "v1", summary=word)], [facts("a")]), width)
    assert all(len(line) <= width for line in table.splitlines())
    assert table.count("x") == 300


def test_dates() -> None:
    july = DateExpression(
        id="t1",
        start=0,
        end=9,
        text="Juli\n2000",
        type="DATE",
        value="2000-07",
        earliest="2000-07-01",
        latest="2000-07-31",
    )
    about = DateExpression(id="t2", start=0, end=9, text="sekitar 3 hari", type="DURATION", value="P3D", mod="APPROX")
    table = shown(dates_table(Article(text="x"), [july, about]))
    assert "Juli 2000" in table
    assert "2000-07-01 – 2000-07-31" in " ".join(table.split())
    assert "P3D APPROX" in table


def test_the_events_of_an_article() -> None:
    (table,) = facts_tables([made.facts()])
    rows = shown(table, 100)
    assert rows.index("Pasar <Baru>") < rows.index("3 Feb 2020") < rows.index("5 Mar 2020")
    assert f"({words()['status']['planned']})" in rows
    assert "occurrence" in rows
