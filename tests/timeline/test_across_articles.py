"""Accounts in several articles: who is who, what was announced and then done, what contradicts."""

from __future__ import annotations

import pytest
from facts_of_tests import AMBON, SINTA, entity, event, facts, on
from growth import assert_linear

from factcli.schema import Entity, Facts, Sentence, When
from factcli.timeline import merge_timeline

MAY_3, MAY_4, MAY_5 = on("2021-05-03"), on("2021-05-04"), on("2021-05-05")
MAY = on("2021-05-01", "2021-05-31")


def entries_of(*documents: Facts) -> list[list[str]]:
    return [entry.events for entry in merge_timeline(documents)]


@pytest.mark.parametrize(
    ("name", "is_same"),
    [
        ("Laras Ayuningtyas", True),
        ("Laras Ayuningtias", True),
        ("Ayuningtyas", True),
        ("Laras Santoso", False),
        ("Baras Ayuningtyas", True),
        ("Laras Gayuningtias", False),
        ("Ratih Ayu", False),
    ],
)
def test_a_name_misspelt_or_in_part_is_the_same_person(name: str, is_same: bool) -> None:
    one = facts(event("v1", MAY_3), id="a", entities=(entity("e1", "PER", "Laras Ayuningtyas"), AMBON))
    other = facts(event("v1", MAY_3), id="b", entities=(entity("e1", "PER", name), AMBON))
    assert (len(entries_of(one, other)) == 1) is is_same


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (entity("e1", "PER", "Budi Santosa", "Q8"), entity("e1", "PER", "Budi Santoso", "Q9"), False),
        (entity("e1", "PER", "Budi Santosa", "Q8"), entity("e1", "PER", "Budi Santosa"), True),
        (entity("e1", "PER", "Raja Karang XII"), entity("e1", "PER", "Raja Karang XIII"), False),
        (entity("e1", "PER", "Laras Ayuningtyas"), entity("e1", "PER", "Laras Dewi Ayuningtyas"), True),
        (entity("e1", "PER", "Laras Ayuningtyas"), entity("e1", "PER", "Laras Dewi Ayu"), False),
        (entity("e1", "ORG", "DPP Partai Karang"), entity("e1", "ORG", "DPD Partai Karang"), False),
        (
            entity("e1", "ORG", "Polda Karang", ids={"factcli": "fc-karang"}),
            entity("e1", "ORG", "Humas Polda Karang"),
            False,
        ),
    ],
)
def test_two_ids_ranks_or_numbers_are_two_and_one_id_is_who_bears_the_name(
    one: Entity, other: Entity, is_same: bool
) -> None:
    reports = (facts(event("v1", MAY_3), id=id, entities=(it, AMBON)) for id, it in (("a", one), ("b", other)))
    assert (len(entries_of(*reports)) == 1) is is_same


def test_what_was_announced_and_then_done_is_one_entry_given_as_done() -> None:
    plan = facts(event("v1", MAY_5, status="planned", summary="akan tiba"), id="a", published="2021-05-03")
    done = facts(event("v1", MAY_5, summary="tiba"), id="b", published="2021-05-06")
    [entry] = merge_timeline([plan, done])
    assert (entry.events, entry.summary) == (["a#v1", "b#v1"], "tiba")


def test_a_plan_reported_after_the_deed_is_another() -> None:
    plan = facts(event("v1", MAY_5, status="planned"), id="a", published="2021-05-07")
    done = facts(event("v1", MAY_5), id="b", published="2021-05-06")
    assert len(entries_of(plan, done)) == 2


def test_what_happens_once_and_is_put_on_two_days_is_a_contradiction() -> None:
    def report(id: str, day: When) -> Facts:
        return facts(event("v1", day, type="arrest", patients=("e1",), agents=()), id=id)

    [entry] = merge_timeline([report("a", MAY_4), report("b", MAY_3), report("c", MAY_4)])
    assert entry.when == MAY_4
    assert entry.otherwise == [MAY_3]
    assert len(entries_of(report("a", MAY_3), report("b", MAY_5))) == 2


def test_what_can_happen_daily_is_reported_of_each_day() -> None:
    assert len(entries_of(facts(event("v1", MAY_3), id="a"), facts(event("v1", MAY_4), id="b"))) == 2


def test_the_day_comes_from_the_account_that_has_it_and_names_its_document() -> None:
    [entry] = merge_timeline([facts(event("v1", MAY), id="a"), facts(event("v1", MAY_4), id="b")])
    assert (entry.when, entry.document) == (MAY_4, "b")
    [alone] = merge_timeline([facts(event("v1", MAY), id="a")])
    assert alone.document is None


def test_an_open_time_is_no_wide_one() -> None:
    since = When(value="1999", earliest="1999-01-01", latest=None)
    assert len(entries_of(facts(event("v1", since), id="a"), facts(event("v1", MAY_3), id="b"))) == 2
    assert len(entries_of(facts(event("v1", since), id="a"), facts(event("v1", since), id="b"))) == 1


def test_a_place_near_or_called_alike_is_no_other_place() -> None:
    def report(id: str, place: Entity) -> Facts:
        return facts(event("v1", MAY_3), id=id, entities=(SINTA, place))

    stadium, short = entity("e2", "LOC", "Stadion Pattimura"), entity("e2", "LOC", "Pattimura")
    assert len(entries_of(report("a", stadium), report("b", short))) == 1
    near = entity("e2", "LOC", "Passo", "Q7", lat=-3.63, lon=128.25)
    far = entity("e2", "LOC", "Tual", "Q8", lat=-5.6, lon=132.7)
    assert len(entries_of(report("a", AMBON), report("b", near))) == 1
    assert len(entries_of(report("a", AMBON), report("b", far))) == 2


def test_deeds_of_one_day_in_other_words_are_one_only_where_the_words_are_alike() -> None:
    def report(id: str, trigger: str, summary: str) -> Facts:
        return facts(event("v1", MAY_3, type=None, trigger=trigger, summary=summary), id=id)

    aid = "bantuan tenda dan makanan kepada 200 korban banjir di Ambon"
    first = report("a", "menyerahkan", f"Sinta Dewi menyerahkan {aid}")
    assert len(entries_of(first, report("b", "menyalurkan", f"Sinta Dewi menyalurkan {aid}"))) == 1
    assert len(entries_of(first, report("b", "membuka", "Sinta Dewi membuka pasar malam di Ambon"))) == 2


def test_a_name_of_thousands_of_words_takes_time_that_grows_with_their_number() -> None:
    def documents(words: int) -> list[Facts]:
        starts = [" ".join(f"{first}wa{number}" for number in range(words)) for first in "KT"]
        names = [start + end for start in starts for end in ("", " I")]
        people = tuple(entity(f"e{number}", "PER", name) for number, name in enumerate(names, 1))
        return [facts(event("v1", MAY_3, places=()), id=id, entities=people) for id in "ab"]

    assert_linear(documents, merge_timeline, 2000)


@pytest.mark.parametrize(("articles", "events"), [(1, 5000), (100, 20)])
def test_thousands_of_events_are_merged_in_time_that_grows_with_their_number(articles: int, events: int) -> None:
    def documents(events: int) -> list[Facts]:
        days = [on(f"{2000 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}") for n in range(events)]
        found = [event(f"v{n}", day) for n, day in enumerate(days, 1)]
        return [facts(*found, id=f"d{number}") for number in range(articles)]

    assert len(merge_timeline(documents(events))) == events
    assert_linear(documents, merge_timeline, events // 2)


def test_a_sentence_of_thousands_of_events_is_read_around_each_of_them() -> None:
    def documents(events: int) -> list[Facts]:
        found = [event(f"v{n}", MAY_3) for n in range(1, events + 1)]
        whole = Sentence(start=0, end=10 * events + 20)
        return [Facts(text="lalu tiba " * (events + 2), sentences=[whole], events=found)]

    assert_linear(documents, merge_timeline, 1500)
