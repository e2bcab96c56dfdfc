"""The constructions of the seed article, with other people, places and times."""

from __future__ import annotations

from collections import defaultdict
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
    """The facts of each article by its name; only one of them is given its day of publication."""
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


Days = tuple[str | None, str | None]
# Name, words around the trigger, class, status, days, agent and patient if given.
HAPPENED: list[tuple[str, str, str, str, Days, str | None, str | None]] = [
    ("vietnam", "sempat mengunjungi Hanoi", "OCCURRENCE", "actual", ("1998-03-01", "1998-03-31"), "Erdogan", None),
    ("vietnam", "melakukan perjalanan ke", "OCCURRENCE", "actual", ("2022-08-01", "2022-08-31"), "Tran Quan Duc", None),
    ("vietnam", "bertemu dengan Menteri", "OCCURRENCE", "actual", ("2023-03-13", "2023-03-19"), None, "Nguyen Thi Lan"),
    ("peru", "pernah mengunjungi Lima", "OCCURRENCE", "actual", ("2008-05-01", "2008-05-31"), "Merkel", None),
    ("peru", "melakukan kunjungan ke", "OCCURRENCE", "actual", ("2015-02-01", "2015-02-28"), "Quispe", None),
    ("peru", "menemui Menteri", "OCCURRENCE", "actual", ("2016-11-01", "2016-11-30"), None, "Eduardo Quispe"),
    ("peru", "menandatangani perjanjian", "OCCURRENCE", "actual", ("2015-03-01", "2015-03-31"), None, None),
    ("peru", "belum pernah mengunjungi Cusco", "OCCURRENCE", "negated", (None, "2015-12-31"), None, None),
    ("sydney", "sempat mendatangi Sydney", "OCCURRENCE", "actual", ("2009-06-12", "2009-06-12"), None, None),
    ("sydney", "bertemu dengan Menteri", "OCCURRENCE", "actual", ("2022-08-01", "2022-08-01"), None, "Helen Whitmore"),
    ("sydney", "melakukan lawatan ke", "OCCURRENCE", "actual", ("2020-03-01", "2020-03-31"), None, None),
    ("sydney", "meninggal dunia", "OCCURRENCE", "actual", ("1996-10-01", "1996-10-31"), "Andi Surya Wijaya", None),
    ("vietnam", "melaporkan bahwa", "REPORTING", "actual", ("2023-03-11", "2023-03-12"), None, None),
    ("vietnam", "memperingatkan bahwa", "REPORTING", "actual", ("2023-03-07", "2023-03-07"), "Lars Holmberg", None),
    ("vietnam", "mengatakan bahwa", "REPORTING", "actual", ("2023-03-01", "2023-03-31"), None, None),
    ("vietnam", "melansir Reuters", "REPORTING", "actual", ("2023-03-15", "2023-03-15"), None, None),
    ("peru", "memberitakan bahwa", "REPORTING", "actual", ("2016-11-07", "2016-11-13"), "Andina", None),
    ("peru", "memperingatkan bahwa", "REPORTING", "actual", ("2016-11-07", "2016-11-07"), "Claudia Winter", None),
    ("peru", "mengatakan bahwa", "REPORTING", "actual", ("2016-01-01", "2016-12-31"), None, None),
    ("sydney", "melaporkan bahwa", "REPORTING", "actual", ("2022-08-03", "2022-08-03"), None, None),
    ("sydney", "memperingatkan bahwa", "REPORTING", "actual", ("2022-07-28", "2022-07-28"), "Yohanes Lado", None),
    ("sydney", "mengatakan bahwa", "REPORTING", "actual", ("2022-07-01", "2022-07-31"), None, None),
]
# In percent, a little under what was measured: reading is learned, so no single construction is promised.
FLOORS = {"found": 95.0, "class": 95.0, "status": 95.0, "days": 95.0, "who": 65.0}


def test_what_happened_and_who_said_so(read: Read, capsys: pytest.CaptureFixture[str]) -> None:
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for name, words, class_, status, days, agent, patient in HAPPENED:
        facts = read[name]
        dated = [event for event in events_in(facts, words) if event.when is not None]
        right["found"].append(bool(dated))
        for event in dated[:1]:
            right["class"].append(event.class_ == class_)
            right["status"].append(event.status == status)
            right["days"].append(days_of(event) == days)
            for wanted, given in ((agent, event.agents), (patient, event.patients)):
                if wanted is not None:
                    named = [{mention.text for mention in one.mentions} for one in facts.entities if one.id in given]
                    right["who"].append(len(named) == 1 and wanted in named[0])
    figures = {name: 100 * sum(answers) / len(answers) for name, answers in right.items()}
    with capsys.disabled():
        print("\n" + "  ".join(f"{name} {figure:.1f}" for name, figure in figures.items()))
    assert {name: figure for name, figure in figures.items() if figure < FLOORS[name]} == {}


@pytest.mark.parametrize(("name", "visitor"), [("vietnam", "Recep Tayyip Erdogan"), ("peru", "Angela Merkel")])
def test_the_coming_visit_is_planned(read: Read, name: str, visitor: str) -> None:
    facts = read[name]
    assert any(event.status == "planned" and entity(facts, visitor).id in event.agents for event in facts.events)


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


def events_in(facts: Facts, words: str) -> list[Event]:
    """The events whose trigger stands in `words`, which stand in the text once."""
    assert facts.text.count(words) == 1
    start = facts.text.index(words)
    return [event for event in facts.events if start <= event.trigger.start < start + len(words)]


def days_of(event: Event) -> tuple[str | None, str | None]:
    """The first and the last day of an event with a date."""
    assert event.when is not None
    return event.when.earliest, event.when.latest


def _article(name: str, day: str | None) -> Article:
    data = (FOLDER / f"{name}.txt").read_bytes()
    (article,) = read_articles(data, name=f"{name}.txt", published=day)
    assert isinstance(article, Article)
    return article
