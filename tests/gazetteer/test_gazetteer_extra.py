"""Tables that users bring along."""

from __future__ import annotations

from pathlib import Path

import pytest
from growth import assert_linear

from factcli.gazetteer import Gazetteer, GazetteerError


def written(folder: Path, *lines: str) -> Path:
    path = folder / "own.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_own_entities_are_found_beside_those_of_the_package(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "label\tname\taliases\tlat\tlon\tcountry",
        "ORG\tSanggar Tari Melati\tSTM|Melati Kencana\t-6.2\t106.8\tID",
    )
    gazetteer = Gazetteer.load([path])
    record = gazetteer.find("STM")[0].record
    assert (record.name, record.lat, record.country) == ("Sanggar Tari Melati", -6.2, "ID")
    assert record.ids == {"factcli": record.key}
    assert gazetteer.find("Melati Kencana")[0].record == record
    assert gazetteer.find("Korut")[0].record.key == "Q423"


def test_a_row_with_a_known_key_takes_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, "key\tlabel\tname\twikidata", "Q423\tLOC\tRDRK\tQ423")
    gazetteer = Gazetteer.load([path])
    assert gazetteer.find("RDRK")[0].record.kb_id == "Q423"
    assert gazetteer.find("Korut")[0].record.name == "RDRK"


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["name", "Anu"], "own.tsv:1: no column 'label'"),
        (["label\tname\tcolour", "LOC\tAnu\tred"], "own.tsv:1: unknown column 'colour'"),
        (["label\tname", "LOC\tAnu", "TIME\tSenin"], "own.tsv:3: label 'TIME'"),
        (["label\tname", "LOC\t  "], "own.tsv:2: the name is empty"),
        (["label\tname", "LOC\tAnu\tlebih"], "own.tsv:2: 3 cells, the header has 2"),
        (["label\tname\tlat", "LOC\tAnu\t97"], "own.tsv:2: lat '97'"),
        (["label\tname\tprior", "LOC\tAnu\ttinggi"], "own.tsv:2: prior 'tinggi'"),
        (["label\tname\twikidata", "LOC\tAnu\t423"], "own.tsv:2: wikidata '423'"),
        (["label\tname\tcountry", "LOC\tAnu\t<img src=x>"], "own.tsv:2: country '<img src=x>'; a country is two"),
        (["label\tname\tcountry", "LOC\tAnu\tid"], "own.tsv:2: country 'id'"),
        (["label\tname\tkey", "LOC\tAnu\ta b"], "own.tsv:2: key 'a b'"),
        (["label\tname\tlat", "LOC\tAnu\tnan"], "own.tsv:2: lat 'nan'"),
        (["label\tname\tlon", "LOC\tAnu\t1e999"], "own.tsv:2: lon '1e999'"),
        (["label\tname\tlat", "LOC\tAnu\t1_0"], "own.tsv:2: lat '1_0'"),
        (["label\tname\tgeonames", "LOC\tAnu\t-1"], "own.tsv:2: geonames '-1'"),
        (["label\tname\tiso", "LOC\tAnu\t<b>"], "own.tsv:2: iso '<b>'"),
        (["label\tname\tkemendagri", "LOC\tAnu\tsatu"], "own.tsv:2: kemendagri 'satu'"),
        (["label\tname\tkind", "LOC\tAnu\ta\x1b[2Jb"], r"own.tsv:2: kind 'a\\x1b\[2Jb'; remove the control"),
        (["label\tname\tname", "LOC\tAnu\tAnu"], "own.tsv:1: two columns 'name'"),
    ],
)
def test_bad_rows_are_reported_with_file_and_line(tmp_path: Path, lines: list[str], complaint: str) -> None:
    with pytest.raises(GazetteerError, match=complaint):
        Gazetteer.load([written(tmp_path, *lines)])


def test_bad_rows_are_skipped_where_they_can_be_reported(tmp_path: Path) -> None:
    reported: list[str] = []
    path = written(tmp_path, "label\tname", "TIME\tSenin", "ORG\tSanggar Tari Melati", "LOC\t")
    gazetteer = Gazetteer.load([path], reported.append)
    assert gazetteer.find("Sanggar Tari Melati")[0].record.kind == "own"
    assert [line.rpartition("own.tsv:")[2].partition(":")[0] for line in reported] == ["2", "4"]


def test_two_of_one_name_need_keys_of_their_own(tmp_path: Path) -> None:
    header, *rows = "key\tlabel\tname\tcountry", "\tPER\tTirta Wening\tID", "\tPER\tTirta Wening\tMY"
    reported: list[str] = []
    gazetteer = Gazetteer.load([written(tmp_path, header, *rows)], reported.append)
    assert [found.record.country for found in gazetteer.find("Tirta Wening")] == ["ID"]
    path = tmp_path / "own.tsv"
    assert reported == [
        f"{path}:3: the key 'own-per-tirta-wening' is that of {path}:2; give each a key of its own (column 'key')"
    ]
    gazetteer = Gazetteer.load([written(tmp_path, header, rows[0], f"tirta-kl{rows[1]}")])
    assert {found.record.country for found in gazetteer.find("Tirta Wening")} == {"ID", "MY"}


def test_one_name_in_two_tables_needs_keys_too(tmp_path: Path) -> None:
    first, second = tmp_path / "satu.tsv", tmp_path / "dua.tsv"
    first.write_text("label\tname\tcountry\nPER\tTirta Wening\tID\n", encoding="utf-8")
    second.write_text("label\tname\tcountry\nPER\tTirta Wening\tMY\nPER\tTirta Kencana\tMY\n", encoding="utf-8")
    reported: list[str] = []
    gazetteer = Gazetteer.load([first, second, first], reported.append)
    assert [found.record.country for found in gazetteer.find("Tirta Wening")] == ["ID"]
    assert [found.record.country for found in gazetteer.find("Tirta Kencana")] == ["MY"]
    assert reported == [
        f"{second}:2: the key 'own-per-tirta-wening' is that of {first}:2; give each a key of its own (column 'key')"
    ]


def test_rows_that_differ_in_aliases_alone_are_one_entity(tmp_path: Path) -> None:
    rows = "PER\tTirta Wening\tTirta", "PER\tTirta Wening\tMas Wening"
    gazetteer = Gazetteer.load([written(tmp_path, "label\tname\taliases", *rows)])
    keys = {gazetteer.find(form)[0].record.key for form in ("Tirta", "Mas Wening", "Tirta Wening")}
    assert keys == {"own-per-tirta-wening"}


def test_an_id_in_two_tables_is_one_entity_with_the_names_of_both(tmp_path: Path) -> None:
    first, second = tmp_path / "satu.tsv", tmp_path / "dua.tsv"
    first.write_text("label\tname\twikidata\nPER\tTirta Wening\tQ999999991\n", encoding="utf-8")
    second.write_text("label\tname\twikidata\nPER\tTirta W. Kencana\tQ999999991\n", encoding="utf-8")
    gazetteer = Gazetteer.load([first, second])
    assert gazetteer.find("Tirta Wening")[0].record.name == "Tirta W. Kencana"


def test_cells_in_quotation_marks_as_spreadsheets_write_them(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '"label"\t"name"\t"aliases"\t"lat"',
        '"ORG"\t"Sanggar ""Melati"" Kencana"\t"STM|Melati"\t"-6.2"',
        'PER\tAbdul "Gus" Hakim\t\t',
    )
    gazetteer = Gazetteer.load([path])
    record = gazetteer.find("STM")[0].record
    assert (record.name, record.lat) == ('Sanggar "Melati" Kencana', -6.2)
    assert gazetteer.find('Abdul "Gus" Hakim')[0].record.name == 'Abdul "Gus" Hakim'


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"none\.tsv: no such file or directory; give"):
        Gazetteer.load([tmp_path / "none.tsv"])


def test_a_file_that_is_no_text_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_bytes(b"label\tname\nLOC\t\xff\n")
    with pytest.raises(GazetteerError, match=r"own\.tsv: not UTF-8 text; give"):
        Gazetteer.load([path])


def test_the_time_of_a_table_grows_with_the_entries_of_one_form(tmp_path: Path) -> None:
    def table(count: int) -> Path:
        return written(tmp_path, "label\tname\taliases", f"PER\tTirta Wening\t{'|'.join(['Tirta'] * count)}")

    assert_linear(
        lambda count: table(count).rename(tmp_path / f"{count}.tsv"), lambda path: Gazetteer.load([path]), 40_000
    )


def test_a_row_as_long_as_nobody_would_write_it_is_taken(tmp_path: Path) -> None:
    aliases = "|".join(f"Sanggar Tari {number} Melati" for number in range(20_000))
    gazetteer = Gazetteer.load([written(tmp_path, "label\tname\taliases", f"ORG\tSanggar Melati\t{aliases}")])
    assert gazetteer.find("Sanggar Tari 19999 Melati")[0].record.name == "Sanggar Melati"
