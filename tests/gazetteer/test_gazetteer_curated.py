"""The lists written by hand, and that the builder refuses bad rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcli.gazetteer.builder.curated import CuratedError, add_curated_aliases, form_and_kind
from factcli.gazetteer.builder.draft import Draft
from factcli.gazetteer.tables import DATA

CURATED = DATA / "curated"
HEADERS = {
    "entities.tsv": ["label", "kind", "name", "country", "prior", "lookup", "aliases", "source"],
    "aliases.tsv": ["label", "kind", "name", "prior", "aliases"],
}


@pytest.mark.parametrize("name", HEADERS)
def test_every_curated_row_is_well_formed(name: str) -> None:
    header, *rows = [line.split("\t") for line in (CURATED / name).read_text(encoding="utf-8").splitlines()]
    assert header == HEADERS[name]
    for row in rows:
        cells = dict(zip(header, row, strict=True))
        assert cells["label"] in {"PER", "ORG", "LOC"}
        assert cells["name"].strip() == cells["name"] != ""
        assert 0 < float(cells["prior"]) <= 1
        assert all(form == form.strip() != "" for form in cells["aliases"].split("|") if cells["aliases"])


def test_no_curated_entity_stands_twice() -> None:
    rows = [line.split("\t") for line in (CURATED / "entities.tsv").read_text(encoding="utf-8").splitlines()]
    named = [(row[0], row[2]) for row in rows]
    assert len(named) == len(set(named))


def test_the_kind_of_a_form_is_said_or_seen() -> None:
    assert form_and_kind("KPK") == ("KPK", "abbreviation")
    assert form_and_kind("Kemlu") == ("Kemlu", "short")
    assert form_and_kind("former:Departemen Sosial") == ("Departemen Sosial", "former")


def drafts() -> list[Draft]:
    return [Draft("fc-1", "LOC", "city", "Batu", prior=0.5), Draft("fc-2", "LOC", "district", "Batu", prior=0.5)]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("LOC\tcity\tTiada\t0.9\tTD", "aliases.tsv:2: 'Tiada' names 0 entities"),
        ("LOC\t\tBatu\t0.9\tBT", "aliases.tsv:2: 'Batu' names 2 entities"),
        ("ANY\tcity\tBatu\t0.9\tBT", "aliases.tsv:2: label 'ANY'"),
        ("LOC\tcity\tBatu", "aliases.tsv:2: not 5 columns"),
    ],
)
def test_bad_rows_are_refused_with_file_and_line(tmp_path: Path, row: str, complaint: str) -> None:
    path = tmp_path / "aliases.tsv"
    path.write_text("\t".join(HEADERS["aliases.tsv"]) + "\n" + row + "\n", encoding="utf-8")
    with pytest.raises(CuratedError, match=complaint):
        add_curated_aliases(path, drafts())


def test_a_press_name_becomes_the_name_and_the_former_stays_an_alias(tmp_path: Path) -> None:
    path = tmp_path / "aliases.tsv"
    path.write_text(
        "\t".join(HEADERS["aliases.tsv"]) + "\nLOC\tcity\tBatu\t0.9\tpress:Kota Batu|KB\n", encoding="utf-8"
    )
    city, district = drafts()
    add_curated_aliases(path, [city, district])
    assert (city.name, city.prior, set(city.aliases)) == ("Kota Batu", 0.9, {"Batu", "KB"})
    assert district.name == "Batu"
