"""Names in, candidates out."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from growth import assert_linear
from hypothesis import given
from hypothesis import strategies as st

import factcli.gazetteer
from factcli.gazetteer import Gazetteer
from factcli.gazetteer.folding import fold
from factcli.gazetteer.misspelling import nearest, similarity

DATA = Path(factcli.gazetteer.__file__).with_name("data")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Korea Utara", "Q423"),
        ("Korut", "Q423"),
        ("AS", "Q30"),
        ("RI", "Q252"),
        ("RRT", "Q148"),
        ("PBB", "Q1065"),
        ("Dewan Keamanan PBB", "Q37470"),
        ("Moskow", "Q649"),
        ("Pyongyang", "Q18808"),
        ("Jatim", "Q3586"),
        ("Kim Jong-un", "Q56226"),
        ("Kim Jong Un", "Q56226"),
        ("KIM JONG-UN", "Q56226"),
        ("Kim Jong Il", "Q10665"),
        ("Jokowi", "Q3318231"),
        ("Gus Dur", "Q76167"),
        ("SBY", "Q57405"),
        ("Palestina", "Q219060"),
        ("Pantai Gading", "Q1008"),
        ("KCNA", "fc-org-kcna"),
        ("Kemensos", "fc-org-kementerian-sosial"),
    ],
)
def test_the_likeliest_bearer_of_a_name(gazetteer: Gazetteer, name: str, key: str) -> None:
    assert gazetteer.find(name)[0].record.key == key


@pytest.mark.parametrize("name", ["as", "As", "ri", "Ma", "Bin", "pan", ""])
def test_abbreviations_count_only_as_they_are_written(gazetteer: Gazetteer, name: str) -> None:
    assert [c for c in gazetteer.find(name) if c.alias_kind == "abbreviation"] == []


@pytest.mark.parametrize(
    ("written", "key"), [("Kim Jon Un", "Q56226"), ("Vladmir Putin", "Q7747"), ("Susilo Bambang Yudoyono", "Q57405")]
)
def test_a_misspelt_full_name_is_found(gazetteer: Gazetteer, written: str, key: str) -> None:
    (candidate,) = gazetteer.find(written)
    assert (candidate.record.key, candidate.match) == (key, "misspelt")
    assert 0.8 < candidate.similarity < 1


def test_a_misspelling_is_never_another_person(gazetteer: Gazetteer) -> None:
    assert "Q10665" not in {c.record.key for c in gazetteer.find("Kim Jon Un")}
    assert gazetteer.find("Kim Jong Ol") == []
    assert gazetteer.find("Putim") == []


def test_a_label_narrows_the_search(gazetteer: Gazetteer) -> None:
    assert {c.record.label for c in gazetteer.find("Barcelona")} == {"LOC", "ORG"}
    assert {c.record.label for c in gazetteer.find("Barcelona", "ORG")} == {"ORG"}


def test_what_has_no_wikidata_id_has_a_key_of_our_own(gazetteer: Gazetteer) -> None:
    record = gazetteer.find("KCNA")[0].record
    assert record.kb_id is None
    assert record.ids == {"factcli": record.key}


def test_an_id_that_stands_apart_is_found_by_it_and_by_the_key(gazetteer: Gazetteer) -> None:
    record = gazetteer.find("Papua Tengah")[0].record
    assert record.kb_id is not None and record.key != record.kb_id
    assert gazetteer.get(record.kb_id) == gazetteer.get(record.key) == record
    assert record.ids["kemendagri"] == "94"


def test_unknown_keys_give_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.get("Q0") is None
    assert "Q0" not in gazetteer and "Q423" in gazetteer


def test_all_forms_of_an_entity(gazetteer: Gazetteer) -> None:
    assert ("Korut", "short") in gazetteer.aliases("Q423")


def test_search_finds_parts_of_names(gazetteer: Gazetteer) -> None:
    assert "Q56226" in {c.record.key for c in gazetteer.search("jong un")}
    assert len(gazetteer.search("kota", limit=5)) == 5
    assert gazetteer.search("") == []


def test_a_text_of_thousands_of_letters_is_compared_with_no_name() -> None:
    names = ["pasar minggu"] * 30_000
    assert_linear(lambda count: "pasar" * count, lambda written: nearest(written, names, 5), 2_000)
    assert nearest("pasar mingu", names, 1)[0][0] == "pasar minggu"


def test_the_label_of_a_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.label_of("KPK") == "ORG"
    assert gazetteer.label_of("Korut") == "LOC"
    assert gazetteer.label_of("Jokowi") == "PER"
    assert gazetteer.label_of("Wahyu") is None
    assert gazetteer.label_of("korut") is None
    assert gazetteer.label_of("Korea Utar") is None


def test_two_names_of_one_share_a_bearer(gazetteer: Gazetteer) -> None:
    assert gazetteer.bearers("Jokowi", "PER") & gazetteer.bearers("Joko Widodo", "PER")
    assert not gazetteer.bearers("Jokowi", "PER") & gazetteer.bearers("Prabowo Subianto", "PER")


def test_loading_takes_little_more_than_cutting_the_tables_into_lines() -> None:
    def seconds(work: Callable[[], object]) -> float:
        begun = time.process_time()
        work()
        return time.process_time() - begun

    tables = [path.read_text(encoding="utf-8") for path in DATA.glob("*.tsv")]
    cutting = min(
        seconds(lambda: [line.split("\t") for text in tables for line in text.splitlines()]) for _ in range(5)
    )
    assert min(seconds(Gazetteer.load) for _ in range(5)) < 8 * cutting


@given(st.text(max_size=40))
def test_folding_is_stable(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=40))
def test_any_text_may_be_looked_up(gazetteer: Gazetteer, name: str) -> None:
    found = gazetteer.find(name)
    assert len({c.record.key for c in found}) == len(found)


@given(st.lists(st.text(alphabet="abcdef", min_size=1, max_size=9), min_size=2, max_size=4))
def test_a_name_is_no_misspelling_of_itself(words: list[str]) -> None:
    assert similarity(words, words) == 0
