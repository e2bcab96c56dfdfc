"""The constructions of the seed article, told of other people, places and times."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from factcli.reading import read_articles
from factcli.schema import Article, Entity, Event, Facts

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline

FOLDER = Path(__file__).parent / "paraphrases"
Read: TypeAlias = dict[str, Facts]


@pytest.fixture(scope="module")
def read(pipeline: Pipeline) -> Read:
    """The facts of each article by its name; only one of them is told its day of publication."""
    days = {"vietnam": None, "peru": None, "sydney": "2022-08-04"}
    articles = [_article(name, day) for name, day in days.items()]
    return dict(zip(days, map(pipeline.read, articles), strict=True))


@pytest.mark.parametrize(
    ("name", "day", "basis"),
    [("vietnam", "2023-03-15", "text"), ("peru", "2016-11-18", "text"), ("sydney", "2022-08-04", "option")],
)
def test_day_of_publication(read: Read, name: str, day: str, basis: str) -> None:
    assert (read[name].published.value, read[name].published.basis) == (day, basis)


@pytest.mark.parametrize(
    ("name", "expression", "value"),
    [
        ("vietnam", "tahun 2022", "2022"),
        ("vietnam", "akhir pekan lalu", "2023-W10-WE"),
        ("vietnam", "awal pekan ini", "2023-W11"),
        ("vietnam", "Rabu, 15 Maret 2023", "2023-03-15"),
        ("vietnam", "lebih dari dua dekade", "P2DE"),
        ("vietnam", "Maret 1998", "1998-03"),
        ("vietnam", "tahun lalu pada bulan Agustus", "2022-08"),
        ("vietnam", "hari Selasa pekan lalu", "2023-03-07"),
        ("vietnam", "dekade mendatang", "203"),
        ("vietnam", "awal bulan ini", "2023-03"),
        ("peru", "pekan lalu", "2016-W45"),
        ("peru", "awal bulan ini", "2016-11"),
        ("peru", "tahun lalu pada bulan Februari", "2015-02"),
        ("peru", "Sebulan kemudian", "2015-03"),
        ("peru", "hari Senin pekan lalu", "2016-11-07"),
        ("peru", "dekade mendatang", "202"),
        ("sydney", "Rabu kemarin", "2022-08-03"),
        ("sydney", "Senin (1/8)", "2022-08-01"),
        ("sydney", "dua tahun lalu pada bulan Maret", "2020-03"),
        ("sydney", "hari Kamis pekan lalu", "2022-07-28"),
        ("sydney", "pertengahan bulan lalu", "2022-07"),
    ],
)
def test_dates_are_resolved(read: Read, name: str, expression: str, value: str) -> None:
    assert value in {date.value for date in read[name].dates if date.text == expression}


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("vietnam", "Tran Quang Duc", "Tran Quang Hai"),
        ("vietnam", "Vietnam", "Hanoi"),
        ("sydney", "Andi Surya Pratama", "Andi Surya Wijaya"),
    ],
)
def test_who_shares_a_name_is_not_thereby_the_same(read: Read, name: str, one: str, other: str) -> None:
    assert entity(read[name], one).id != entity(read[name], other).id


@pytest.mark.parametrize(
    ("name", "right", "misspelt"),
    [("vietnam", "Tran Quang Duc", "Tran Quan Duc"), ("sydney", "Andi Surya Pratama", "Andi Surya Pratma")],
)
def test_a_misspelt_name_is_the_name_it_stands_for(read: Read, name: str, right: str, misspelt: str) -> None:
    assert entity(read[name], misspelt).id == entity(read[name], right).id


@pytest.mark.parametrize(
    ("name", "mention", "kb_id"),
    [
        ("vietnam", "Erdogan", "Q39259"),
        ("vietnam", "Turki", "Q43"),
        ("vietnam", "Hanoi", "Q1858"),
        ("vietnam", "Uni Eropa", "Q458"),
        ("vietnam", "Tran Quang Duc", None),
        ("peru", "Merkel", "Q567"),
        ("peru", "Lima", "Q2868"),
        ("peru", "Claudia Winter", None),
        ("sydney", "Timor Leste", "Q574"),
        ("sydney", "Andi Surya Pratama", None),
    ],
)
def test_the_known_are_linked_and_the_unknown_are_not(read: Read, name: str, mention: str, kb_id: str | None) -> None:
    assert entity(read[name], mention).kb_id == kb_id


@pytest.mark.parametrize(
    ("name", "telling", "days", "agent", "place"),
    [
        ("vietnam", "sempat mengunjungi Hanoi", ("1998-03-01", "1998-03-31"), "Erdogan", "Hanoi"),
        ("vietnam", "melakukan perjalanan ke", ("2022-08-01", "2022-08-31"), "Tran Quan Duc", "Turki"),
        ("vietnam", "bertemu dengan Menteri", ("2023-03-13", "2023-03-19"), "Recep Tayyip Erdogan", "Turki"),
        ("peru", "pernah mengunjungi Lima", ("2008-05-01", "2008-05-31"), "Merkel", "Lima"),
        ("peru", "melakukan kunjungan ke", ("2015-02-01", "2015-02-28"), "Quispe", "Jerman"),
        ("peru", "menemui Menteri", ("2016-11-01", "2016-11-30"), "Angela Merkel", "Jerman"),
        ("sydney", "sempat mendatangi Sydney", ("2009-06-12", "2009-06-12"), "Andi Surya Pratama", "Sydney"),
        ("sydney", "bertemu dengan Menteri", ("2022-08-01", "2022-08-01"), "Andi Surya Pratama", "Kupang"),
        ("sydney", "melakukan lawatan ke", ("2020-03-01", "2020-03-31"), "Andi Surya Pratma", "Timor Leste"),
        ("sydney", "meninggal dunia", ("1996-10-01", "1996-10-31"), "Andi Surya Wijaya", "Makassar"),
    ],
)
def test_what_happened(read: Read, name: str, telling: str, days: tuple[str, str], agent: str, place: str) -> None:
    facts = read[name]
    told = dated_event(facts, telling)
    assert (told.class_, told.status, days_of(told)) == ("OCCURRENCE", "actual", days)
    assert (told.agents, told.places) == ([entity(facts, agent).id], [entity(facts, place).id])


@pytest.mark.parametrize(
    ("name", "telling", "patient"),
    [
        ("vietnam", "bertemu dengan Menteri", "Nguyen Thi Lan"),
        ("peru", "menemui Menteri", "Eduardo Quispe"),
        ("sydney", "bertemu dengan Menteri", "Helen Whitmore"),
    ],
)
def test_who_was_met(read: Read, name: str, telling: str, patient: str) -> None:
    assert dated_event(read[name], telling).patients == [entity(read[name], patient).id]


@pytest.mark.parametrize(
    ("name", "telling", "days", "agent"),
    [
        ("vietnam", "melaporkan bahwa", ("2023-03-11", "2023-03-12"), None),
        ("vietnam", "memperingatkan bahwa", ("2023-03-07", "2023-03-07"), "Lars Holmberg"),
        ("vietnam", "mengatakan bahwa", ("2023-03-01", "2023-03-31"), None),
        ("peru", "memberitakan bahwa", ("2016-11-07", "2016-11-13"), "Andina"),
        ("peru", "memperingatkan bahwa", ("2016-11-07", "2016-11-07"), "Claudia Winter"),
        ("peru", "mengatakan bahwa", ("2016-01-01", "2016-12-31"), None),
        ("sydney", "melaporkan bahwa", ("2022-08-03", "2022-08-03"), None),
        ("sydney", "memperingatkan bahwa", ("2022-07-28", "2022-07-28"), "Yohanes Lado"),
        ("sydney", "mengatakan bahwa", ("2022-07-01", "2022-07-31"), None),
    ],
)
def test_who_said_so_and_when(read: Read, name: str, telling: str, days: tuple[str, str], agent: str | None) -> None:
    told = dated_event(read[name], telling)
    assert (told.class_, told.status, days_of(told)) == ("REPORTING", "actual", days)
    if agent is not None:
        assert told.agents == [entity(read[name], agent).id]


def test_the_outlet_quoted_is_dated_too(read: Read) -> None:
    told = dated_event(read["vietnam"], "melansir Reuters")
    assert (told.class_, days_of(told)) == ("REPORTING", ("2023-03-15", "2023-03-15"))


@pytest.mark.parametrize(
    ("name", "telling"),
    [
        ("vietnam", "untuk mengunjungi Hanoi ketika"),
        ("peru", "bersedia melawat ke"),
        ("sydney", "siap mengunjungi Sydney"),
    ],
)
def test_a_promise_does_not_take_the_date_of_the_meeting_where_it_was_made(read: Read, name: str, telling: str) -> None:
    promised = [event for event in events_in(read[name], telling) if event.type == "visit"]
    assert [(event.status, event.when) for event in promised] == [("planned", None)]


def test_a_negated_event_is_negated(read: Read) -> None:
    told = dated_event(read["peru"], "belum pernah mengunjungi Cusco")
    assert (told.status, days_of(told)) == ("negated", (None, "2015-12-31"))


def test_what_follows_is_dated_from_what_went_before(read: Read) -> None:
    told = dated_event(read["peru"], "menandatangani perjanjian")
    assert (told.status, days_of(told)) == ("actual", ("2015-03-01", "2015-03-31"))


@pytest.mark.parametrize(
    ("name", "visitor", "visited"),
    [
        ("vietnam", "Recep Tayyip Erdogan", {"Hanoi", "Vietnam"}),
        ("peru", "Angela Merkel", {"Lima", "Peru"}),
        ("sydney", "Andi Surya Pratama", {"Sydney"}),
    ],
)
def test_the_coming_visit_stands_last_without_a_date(read: Read, name: str, visitor: str, visited: set[str]) -> None:
    facts = read[name]
    events = {event.id: event for event in facts.events}
    undated = [entry for entry in facts.timeline if entry.when is None]
    assert undated and facts.timeline[-len(undated) :] == undated
    coming = [events[identity] for entry in undated for identity in entry.events]
    places = {entity(facts, place).id for place in visited}
    assert any(
        event.status == "planned" and entity(facts, visitor).id in event.agents and places & set(event.places)
        for event in coming
    )


@pytest.mark.parametrize("name", ["vietnam", "peru", "sydney"])
def test_the_timeline_runs_from_the_first_day_to_the_last(read: Read, name: str) -> None:
    whens = [entry.when for entry in read[name].timeline if entry.when is not None]
    first_days = [when.earliest or when.latest or "" for when in whens]
    assert len(first_days) > 2
    assert all(one <= other for one, other in pairwise(first_days))


def entity(facts: Facts, mention: str) -> Entity:
    """The one entity that is somewhere named just so."""
    named = [entity for entity in facts.entities if mention in {each.text for each in entity.mentions}]
    assert len(named) == 1, (mention, [entity.name for entity in facts.entities])
    return named[0]


def events_in(facts: Facts, telling: str) -> list[Event]:
    """The events whose trigger stands in `telling`, which stands in the text once."""
    assert facts.text.count(telling) == 1
    start = facts.text.index(telling)
    return [event for event in facts.events if start <= event.trigger.start < start + len(telling)]


def dated_event(facts: Facts, telling: str) -> Event:
    """The one event with a date whose trigger stands in `telling`."""
    told = [event for event in events_in(facts, telling) if event.when is not None]
    assert len(told) == 1, [(event.trigger.text, event.when) for event in facts.events]
    return told[0]


def days_of(event: Event) -> tuple[str | None, str | None]:
    """The first and the last day of an event with a date."""
    assert event.when is not None
    return event.when.earliest, event.when.latest


def _article(name: str, day: str | None) -> Article:
    data = (FOLDER / f"{name}.txt").read_bytes()
    (article,) = read_articles(data, name=f"{name}.txt", published=day)
    assert isinstance(article, Article)
    return article
