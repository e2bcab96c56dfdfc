"""Bodies that follow from a region and a rule."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from growth import assert_linear

from factcli.gazetteer import Gazetteer
from factcli.gazetteer.regional import PATH

RULES = tomllib.loads(PATH.read_text(encoding="utf-8"))["body"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule["example"]))
def test_each_rule_by_its_example(gazetteer: Gazetteer, rule: dict[str, Any]) -> None:
    (candidate,) = gazetteer.find(rule["example"])
    record = candidate.record
    assert (record.name, record.label, record.kind) == (rule["name"], "ORG", rule["kind"])
    assert record.kb_id is None and record.ids == {"factcli": record.key}
    assert gazetteer.get(record.key) == record


def test_all_names_of_a_body_give_one_key(gazetteer: Gazetteer) -> None:
    names = ["Pemprov Jatim", "Pemprov Jawa Timur", "Pemerintah Provinsi Jawa Timur", "PEMPROV JATIM"]
    keys = {gazetteer.find(name, "ORG")[0].record.key for name in names[:3]}
    assert len(keys) == 1


def test_what_may_be_city_or_regency_is_named_as_written(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Polres Bogor")[0].record.name == "Polres Bogor"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("DPRD Kota Bandung", "DPRD Kota Bandung"),
        ("DPRD Kabupaten Bandung", "DPRD Kabupaten Bandung"),
        ("DPRD Kota Jambi", "DPRD Kota Jambi"),
        ("DPRD Provinsi Jatim", "DPRD Jawa Timur"),
        ("DPRD Kepri", "DPRD Kepulauan Riau"),
        ("Pemkot Kota Depok", "Pemerintah Kota Depok"),
        ("PN Cibinong", "Pengadilan Negeri Cibinong"),
        ("Pemkot Bekasi", "Pemerintah Kota Bekasi"),
        ("Pemkab Kepulauan Seribu", "Pemerintah Kabupaten Administrasi Kepulauan Seribu"),
    ],
)
def test_a_generic_noun_is_kept_where_it_tells_two_bodies_apart(gazetteer: Gazetteer, written: str, name: str) -> None:
    assert gazetteer.find(written, "ORG")[0].record.name == name


def test_a_body_of_the_tables_is_that_one_by_any_name_of_its_region(gazetteer: Gazetteer) -> None:
    names = ["DPRD DKI", "DPRD DKI Jakarta", "DPRD Provinsi DKI Jakarta"]
    assert {gazetteer.find(name, "ORG")[0].record.key for name in names} == {"fc-org-dprd-dki-jakarta"}


@pytest.mark.parametrize("name", ["DPP PKB", "DPP Partai Kebangkitan Bangsa", "Dewan Pimpinan Pusat PKB"])
def test_a_partys_board_by_any_name_of_the_party(gazetteer: Gazetteer, name: str) -> None:
    (candidate,) = gazetteer.find(name, "ORG")
    assert candidate.record.key == "fc-regional-dpp-partai-kebangkitan-bangsa"
    assert gazetteer.get(candidate.record.key) == candidate.record


@pytest.mark.parametrize(
    "name", ["Polres", "Polres Antah Berantah", "Polda Tokyo", "Sumenep Polres", "Pemprov Sumenep"]
)
def test_no_region_no_body(gazetteer: Gazetteer, name: str) -> None:
    assert [c for c in gazetteer.find(name, "ORG") if c.record.key.startswith("fc-regional")] == []


def test_unknown_keys(gazetteer: Gazetteer) -> None:
    assert gazetteer.get("fc-regional-polres-antah") is None
    assert gazetteer.get("fc-regional-") is None


def test_a_name_of_thousands_of_words_takes_time_that_grows_with_their_number(gazetteer: Gazetteer) -> None:
    assert_linear(lambda words: "Kantor Sukamaju " * words, lambda name: gazetteer.bearers(name, "ORG"), 4000)


def test_one_generic_noun_is_passed_over_and_no_more(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("DPRD Kota " + "Kota " * 2000 + "Bandung", "ORG") == []
