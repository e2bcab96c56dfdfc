"""`factcli gazetteer`, and `--gazetteer FILE` of every command that links."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Run, StubPipeline, objects
from factcli.gazetteer import Gazetteer, GazetteerError

OWN = ("label\tname\taliases\tcountry", "ORG\tSanggar Tari Melati\tSTM\tID", "ORG\tKebun Raya Cempaka\t\tID")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A good table of two entities."""
    path = tmp_path / "own.tsv"
    path.write_text("\n".join(OWN) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A table whose third line has a label that is none."""
    path = tmp_path / "bad.tsv"
    path.write_text("\n".join([*OWN[:2], "TIME\tSenin\t\t", OWN[2]]) + "\n", encoding="utf-8")
    return path


def test_a_name_is_searched(run: Run) -> None:
    found = objects(run("gazetteer", "search", "Korut").stdout)
    assert found[0]["record"]["ids"]["wikidata"] == "Q423"


def test_a_part_of_a_name_is_enough(run: Run) -> None:
    found = objects(run("gazetteer", "search", "jong un").stdout)
    assert "Kim Jong Un" in {candidate["record"]["name"] for candidate in found}


@pytest.mark.parametrize(
    ("written", "name"),
    [("Megawti", "Megawati Soekarnoputri"), ("Yogjakarta", "Yogyakarta"), ("Pyongyeng", "Pyongyang")],
)
def test_a_misspelt_name_is_found(run: Run, written: str, name: str) -> None:
    found = objects(run("gazetteer", "search", written).stdout)
    assert found[0]["record"]["name"] == name
    assert found[0]["match"] == "misspelt"


def test_no_more_than_asked_for(run: Run) -> None:
    assert len(objects(run("gazetteer", "search", "Kota", "--limit", "3").stdout)) == 3


def test_an_entry_is_shown_with_its_names(run: Run) -> None:
    (found,) = objects(run("gazetteer", "show", "Q423").stdout)
    assert found["name"] == "Korea Utara"
    assert ["Korut", "short"] in found["aliases"]
    assert objects(run("gazetteer", "show", "q423", "--json").stdout) == [found]


def test_on_a_terminal_there_are_tables(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcli.cli.gazetteer.stdout_is_terminal", lambda: True)
    shown, found = run("gazetteer", "show", "Q423").stdout, run("gazetteer", "search", "Korut").stdout
    assert "Korut (short)" in shown and "Q423" in found and "{" not in shown + found
    assert objects(run("gazetteer", "show", "Q423", "--json").stdout)[0]["key"] == "Q423"


@pytest.mark.parametrize("arguments", [["search", "Zzqqxx"], ["show", "Q0"]])
def test_what_is_not_there(run: Run, arguments: list[str]) -> None:
    result = run("gazetteer", *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert arguments[1] in result.stderr and result.stderr.count("\n") == 1


def test_a_gazetteer_that_cannot_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(*_: object) -> Gazetteer:
        raise GazetteerError("entities.tsv, line 3: no label")

    monkeypatch.setattr(Gazetteer, "load", load)
    result = run("gazetteer", "show", "Q423")
    assert (result.exit_code, result.stderr) == (1, "factcli: entities.tsv, line 3: no label\n")


def test_own_entities_are_searched_and_shown(run: Run, table: Path) -> None:
    found = objects(run("gazetteer", "search", "STM", "--gazetteer", str(table)).stdout)[0]
    assert found["record"]["name"] == "Sanggar Tari Melati"
    (shown,) = objects(run("gazetteer", "show", found["record"]["key"], "--gazetteer", str(table)).stdout)
    assert shown["country"] == "ID"


def test_a_bad_row_is_named_and_the_good_ones_count(run: Run, bad: Path, table: Path) -> None:
    result = run("gazetteer", "search", "Kebun Raya Cempaka", "--gazetteer", str(table), "--gazetteer", str(bad))
    assert objects(result.stdout)[0]["record"]["name"] == "Kebun Raya Cempaka"
    assert result.exit_code == 3
    assert result.stderr == f"factcli: {bad}:3: label 'TIME'; it is one of PER, ORG, LOC\n"


@pytest.mark.parametrize("command", [["gazetteer", "search", "Korut"], ["extract"], ["timeline"]])
def test_a_file_that_is_no_table_is_wrong_use(run: Run, tmp_path: Path, command: list[str]) -> None:
    result = run(*command, "--gazetteer", str(tmp_path / "none.tsv"), stdin="Warga tiba.")
    assert (result.exit_code, result.stdout) == (2, "")
    assert (
        "none.tsv: no such file or directory; give a tab-separated file" in result.stderr
        and result.stderr.count("\n") == 1
    )


@pytest.mark.parametrize("command", ["extract", "timeline"])
def test_articles_are_linked_with_own_entities(
    run: Run, stub: type[StubPipeline], bad: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    given: list[Any] = []

    def load(gazetteer: Gazetteer | None = None) -> StubPipeline:
        given.append(gazetteer)
        return stub()

    monkeypatch.setattr(stub, "load", load)
    result = run(command, "--published", "2024-01-22", "--gazetteer", str(bad), stdin="Warga tiba di pasar.")
    assert given[0].find("STM")[0].record.name == "Sanggar Tari Melati"
    assert (result.exit_code, result.stderr.count("bad.tsv:3")) == (3, 1)
    assert result.stdout


def test_the_pipeline_links_to_own_entities(tmp_path: Path) -> None:
    from factcli.pipeline import Indonesian
    from factcli.schema import Entity, Mention

    path = tmp_path / "own.tsv"
    path.write_text("\n".join(OWN) + "\n", encoding="utf-8")
    nlp = Indonesian()
    linker = nlp.add_pipe("factcli_linker", config={"extra": [str(path)]})
    doc = nlp.make_doc("STM tampil.")
    doc._.entities = [Entity(id="e1", label="ORG", name="STM", mentions=[Mention(start=0, end=3, text="STM")])]
    assert linker(doc)._.entities[0].name == "Sanggar Tari Melati"
