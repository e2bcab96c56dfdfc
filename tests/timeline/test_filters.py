"""What a reader asks a timeline for."""

from __future__ import annotations

import msgspec
import pytest
from facts_of_tests import AMBON, entity, event, facts, on

from factcli.schema import Facts
from factcli.timeline import merge_timeline, named, names_like

MAY_3, JUNE_1 = on("2021-05-03"), on("2021-06-01")


@pytest.fixture
def documents() -> list[Facts]:
    """A visit to Ambon in May, a planned meeting in Ternate in June, and a saying that carries a quotation."""
    return [
        facts(
            event("v1", MAY_3),
            event("v2", JUNE_1, type="meeting", places=("e3",), status="planned"),
            event("v3", MAY_3, type="quote", class_="REPORTING", places=()),
        )
    ]


def kept(documents: list[Facts], **wanted: object) -> list[list[str]]:
    return [entry.events for entry in merge_timeline(documents, **wanted)]  # type: ignore[arg-type]


def test_about_somebody_by_name_or_id(documents: list[Facts]) -> None:
    assert kept(documents, about="sinta  dewi") == kept(documents, about="Q1") == [["v1"], ["v2"]]
    assert kept(documents, about="Ternate") == [["v2"]]
    assert kept(documents, about="Budi") == []


def test_a_part_of_a_name_finds_people_where_nobody_has_it_as_a_whole(documents: list[Facts]) -> None:
    assert kept(documents, about="dewi") == kept(documents, about="Sinta Dewi") == [["v1"], ["v2"]]
    assert kept(documents, about="Dew") == []
    whole = msgspec.structs.replace(documents[0].entities[0], id="e9", name="Dewi", kb_id="Q9", mentions=[])
    other = msgspec.structs.replace(documents[0], id="b", entities=[whole], events=[])
    assert named([*documents, other], "Dewi") == [whole]
    assert kept([*documents, other], about="Dewi") == []


@pytest.mark.parametrize("name", ["Laras", "Laras Ayuningtyas", "Laras Dewi Ayuningtyas"])
def test_somebody_is_found_under_every_name_that_the_articles_give(name: str) -> None:
    one = facts(event("v1", MAY_3), id="a", entities=(entity("e1", "PER", "Laras Dewi Ayuningtyas"), AMBON))
    other = facts(event("v1", JUNE_1), id="b", entities=(entity("e1", "PER", "Laras Ayuningtyas"), AMBON))
    assert kept([one, other], about=name) == [["a#v1"], ["b#v1"]]


def test_a_place_holds_the_places_in_it(documents: list[Facts]) -> None:
    assert kept(documents, place="Ambon") == kept(documents, place="Q2") == [["v1"]]
    assert kept(documents, place="Maluku") == [["v1"]]
    assert kept(documents, place="Indonesia") == [["v1"], ["v2"]]
    assert kept(documents, place="Sinta Dewi") == []


def test_between_days(documents: list[Facts]) -> None:
    assert kept(documents, latest="2021-05-31") == [["v1"]]
    assert kept(documents, earliest="2021-05-04") == [["v2"]]
    assert kept(documents, earliest="2021-05-03", latest="2021-06-01") == [["v1"], ["v2"]]


def test_types_and_statuses(documents: list[Facts]) -> None:
    assert kept(documents, types=["meeting"]) == [["v2"]]
    assert kept(documents, types=["meeting", "visit"]) == [["v1"], ["v2"]]
    assert kept(documents, statuses=["planned"]) == [["v2"]]
    assert kept(documents, statuses=["negated"]) == []


def test_sayings_that_carry_a_quotation_come_where_asked_for(documents: list[Facts]) -> None:
    assert kept(documents, everything=True) == [["v1"], ["v3"], ["v2"]]
    assert kept(documents, everything=True, types=["quote"]) == [["v3"]]


def test_filters_go_together(documents: list[Facts]) -> None:
    assert kept(documents, about="Sinta Dewi", place="Ternate", types=["meeting"], statuses=["planned"]) == [["v2"]]
    assert kept(documents, about="Sinta Dewi", place="Ternate", statuses=["actual"]) == []


def test_unknown_names_are_distinguished(documents: list[Facts]) -> None:
    assert named(documents, "ambon") == [AMBON]
    assert named(documents, "Ambun") == []
    assert names_like(documents, "Ambun")[0] == "Ambon"
    assert "Sinta Dewi" in names_like(documents, "Sinta Dewo")
    assert names_like(documents, "Sinta Dewo", are_places=True) == []
