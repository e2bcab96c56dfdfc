"""The article that the project began with, from bytes to timeline."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest
from conftest import SEED

from factcli.pipeline import Pipeline
from factcli.reading import read_articles
from factcli.schema import Article, Entity, Event, Facts


@pytest.fixture(scope="module")
def facts(pipeline: Pipeline) -> Facts:
    """The facts of the seed article, given nothing but its text."""
    [article] = read_articles(SEED.read_bytes(), name=SEED.name)
    assert isinstance(article, Article)
    return pipeline.read(article)


def _wrapped(paragraphs: list[str], line_end: str) -> str:
    lines = (line for paragraph in paragraphs for line in textwrap.wrap(paragraph, 80, break_on_hyphens=False))
    return line_end.join(lines)


@pytest.mark.parametrize(
    "laid_out",
    [
        lambda paragraphs: _wrapped(paragraphs, "\n"),
        lambda paragraphs: _wrapped(paragraphs, " \r\n"),
        lambda paragraphs: "> " + _wrapped(paragraphs, "\n> "),
        lambda paragraphs: "# " + "\n\n".join(paragraphs),
        lambda paragraphs: "\n".join(f"\t{paragraph}  " for paragraph in paragraphs),
    ],
    ids=["wrapped", "wrapped by Windows", "quoted in a mail", "Markdown", "indented"],
)
def test_how_the_text_is_laid_out_changes_nothing(
    pipeline: Pipeline, facts: Facts, laid_out: Callable[[list[str]], str]
) -> None:
    paragraphs = SEED.read_text(encoding="utf-8").splitlines()
    [article] = read_articles(laid_out(paragraphs).encode(), name=SEED.name)
    assert isinstance(article, Article)
    again = pipeline.read(article)
    assert (again.title, again.published.value) == (facts.title, facts.published.value)
    assert [(one.when and one.when.value, one.summary) for one in again.timeline] == [
        (one.when and one.when.value, one.summary) for one in facts.timeline
    ]


def entity(facts: Facts, name: str) -> Entity:
    """The entity with a mention spelt so."""
    [found] = {one.id: one for one in facts.entities if name in [m.text for m in one.mentions]}.values()
    return found


def ids(facts: Facts, *names: str) -> set[str]:
    """The ids of the entities named so."""
    return {entity(facts, name).id for name in names}


def event_at(facts: Facts, trigger: str, earliest: str | None) -> Event:
    """The event of that trigger with that first day."""
    return next(
        event
        for event in facts.events
        if event.trigger.text == trigger and (event.when.earliest if event.when else None) == earliest
    )


def test_the_day_of_publication_is_found_in_the_text(facts: Facts) -> None:
    assert (facts.published.value, facts.published.basis) == ("2024-01-22", "text")
    assert "22 Januari 2024" in facts.text[facts.published.start : facts.published.end]


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("PER", ["Vladimir Putin", "Kim Jong Un", "Kim Jong Il", "Choe Son Hui", "Dmitry Peskov", "Pranay Vaddi"]),
        ("LOC", ["Korea Utara", "Rusia", "Ukraina", "Iran", "AS", "Pyongyang"]),
        ("ORG", ["KCNA", "DW", "Dewan Keamanan PBB", "Kremlin", "Gedung Putih"]),
    ],
)
def test_who_and_where(facts: Facts, label: str, names: list[str]) -> None:
    assert {entity(facts, name).label for name in names} == {label}


def test_one_entity_for_one_thing_and_none_for_two(facts: Facts) -> None:
    assert entity(facts, "Kim Jon Un").id == entity(facts, "Kim Jong Un").id
    assert entity(facts, "Kim Jong Il").id != entity(facts, "Kim Jong Un").id
    assert entity(facts, "Korut").id == entity(facts, "Korea Utara").id
    assert any("Pusat Studi Strategis dan Internasional" in one.name for one in facts.entities)


@pytest.mark.parametrize(
    ("name", "kb_id"),
    [
        ("Korea Utara", "Q423"),
        ("Rusia", "Q159"),
        ("Vladimir Putin", "Q7747"),
        ("Kim Jong Un", "Q56226"),
        ("Kim Jong Il", "Q10665"),
        ("Pyongyang", "Q18808"),
    ],
)
def test_links(facts: Facts, name: str, kb_id: str) -> None:
    assert entity(facts, name).kb_id == kb_id


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("Juli 2000", "2000-07", None),
        ("tahun lalu pada bulan September", "2023-09", None),
        ("hari Kamis pekan lalu", "2024-01-18", None),
        ("awal bulan ini", "2024-01", "START"),
        ("akhir pekan lalu", "2024-W03-WE", None),
    ],
)
def test_when(facts: Facts, text: str, value: str, mod: str | None) -> None:
    [date] = [one for one in facts.dates if one.text == text]
    assert (date.value, date.mod) == (value, mod)


def test_the_visit_of_2000(facts: Facts) -> None:
    visit = event_at(facts, "mengunjungi", "2000-07-01")
    assert (visit.status, set(visit.agents), set(visit.places)) == (
        "actual",
        ids(facts, "Vladimir Putin"),
        ids(facts, "Pyongyang"),
    )
    assert any(visit.id in entry.events for entry in facts.timeline)
    meeting = event_at(facts, "bertemu", "2000-07-01")
    assert set(meeting.patients) == ids(facts, "Kim Jong Il")


def test_the_journey_of_2023(facts: Facts) -> None:
    journey = event_at(facts, "perjalanan", "2023-09-01")
    assert (journey.status, set(journey.agents), set(journey.places)) == (
        "actual",
        ids(facts, "Kim Jong Un"),
        ids(facts, "Rusia"),
    )
    assert any(journey.id in entry.events for entry in facts.timeline)


@pytest.mark.parametrize(
    ("trigger", "earliest"),
    [("melaporkan", "2024-01-20"), ("memperingatkan", "2024-01-18"), ("mengatakan", "2024-01-01")],
)
def test_what_was_announced_is_on_the_timeline(facts: Facts, trigger: str, earliest: str) -> None:
    event = event_at(facts, trigger, earliest)
    assert (event.class_, event.type, event.status) == ("REPORTING", "statement", "actual")
    assert any(event.id in entry.events for entry in facts.timeline)


def test_the_coming_visit_is_planned_undated_and_last(facts: Facts) -> None:
    last = facts.timeline[-1]
    events = [event for event in facts.events if event.id in last.events]
    assert last.when is None
    assert {event.status for event in events} == {"planned"}
    # `Kunjungan tersebut` is one of the reports of it, and names nobody.
    named = [event for event in events if event.agents]
    assert len(named) >= 2
    assert all(set(event.agents) == ids(facts, "Vladimir Putin") for event in named)
    assert any(set(event.places) & ids(facts, "Korea Utara") for event in events)


def test_the_timeline_is_in_order(facts: Facts) -> None:
    firsts = [entry.when.earliest for entry in facts.timeline if entry.when and entry.when.earliest]
    assert firsts == sorted(firsts)


def test_every_offset_is_true(facts: Facts) -> None:
    for one in facts.entities:
        assert all(facts.text[m.start : m.end] == m.text for m in one.mentions)
    assert all(facts.text[date.start : date.end] == date.text for date in facts.dates)
    assert all(facts.text[e.trigger.start : e.trigger.end] == e.trigger.text for e in facts.events)
