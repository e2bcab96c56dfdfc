"""What must be true of the tables themselves, whoever built them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from factcli.gazetteer import Gazetteer
from factcli.gazetteer.folding import fold
from factcli.gazetteer.records import AliasKind, GazetteerError
from factcli.gazetteer.tables import ALIAS_COLUMNS, DATA, ENTITY_COLUMNS, record
from factcli.schema import LABELS

QID = re.compile(r"Q[1-9]\d*")
IDS = sorted((DATA / "ids").glob("*.tsv"))


def table(path: Path) -> list[dict[str, str]]:
    header, *lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    assert all(len(line) == len(header) for line in lines), path
    return [dict(zip(header, line, strict=True)) for line in lines]


ENTITIES = table(DATA / "entities.tsv")
ALIASES = table(DATA / "aliases.tsv")
KEYS = {row["key"] for row in ENTITIES}


def test_columns() -> None:
    assert tuple(ENTITIES[0]) == ENTITY_COLUMNS
    assert tuple(ALIASES[0]) == ALIAS_COLUMNS


def test_every_entity_is_well_formed() -> None:
    assert len(KEYS) == len(ENTITIES)
    for row in ENTITIES:
        assert row["label"] in LABELS
        assert row["kind"] and row["name"] == row["name"].strip() != ""
        assert 0 < float(row["prior"]) <= 1
        assert not row["country"] or re.fullmatch("[A-Z]{2}", row["country"])
        assert not row["lat"] or (abs(float(row["lat"])) <= 90 and abs(float(row["lon"])) <= 180)
        assert row["sources"]


def test_a_wikidata_id_belongs_to_one_entity() -> None:
    trusted = [row["wikidata"] for row in ENTITIES if row["wikidata"]]
    apart = [row["wikidata"] for path in IDS for row in table(path)]
    assert all(QID.fullmatch(item) for item in trusted + apart)
    assert [item for item, count in Counter(trusted + apart).items() if count > 1] == []


def test_trusted_ids_are_keys_and_keys_of_our_own_look_so() -> None:
    for row in ENTITIES:
        assert row["key"] == row["wikidata"] if row["wikidata"] else row["key"].startswith("fc-")


@pytest.mark.parametrize("path", IDS, ids=lambda path: path.stem)
def test_ids_apart_belong_to_entities_without_a_trusted_id(path: Path) -> None:
    own = {row["key"] for row in ENTITIES if not row["wikidata"]}
    assert {row["key"] for row in table(path)} <= own


def test_every_alias_has_its_entity_and_its_folded_form() -> None:
    for row in ALIASES:
        assert row["key"] in KEYS
        assert row["kind"] in get_args(AliasKind)
        assert row["folded"] == fold(row["alias"]) != ""


def test_every_entity_is_found_by_its_name(gazetteer: Gazetteer) -> None:
    for row in ENTITIES[::97]:
        assert row["key"] in {candidate.record.key for candidate in gazetteer.find(row["name"])}


def test_the_tables_are_small_enough_for_a_wheel() -> None:
    assert sum(path.stat().st_size for path in DATA.rglob("*") if path.is_file()) < 6_500_000


def test_people_are_a_few_thousand() -> None:
    assert 3_000 < sum(row["label"] == "PER" for row in ENTITIES) < 6_500


def test_a_label_that_is_none_is_no_place() -> None:
    with pytest.raises(GazetteerError, match=r"entities\.tsv: .*ORANG.*build the gazetteer again"):
        record("Q1\tORANG\thuman\tBudi" + "\t" * 8 + "\t0.5\town", {})
