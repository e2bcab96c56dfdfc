"""`factcli dates`, `factcli schema` and `factcli gazetteer`."""

from __future__ import annotations

import json
import sys

import pytest

from cli.conftest import Run, objects
from factcli.gazetteer import Candidate, Gazetteer, GazetteerError, Record

KOREA = Record(key="Q423", label="LOC", kind="country", name="Korea Utara", ids={"wikidata": "Q423"}, country="KP")


def test_dates_count_against_the_day_of_publication(run: Run) -> None:
    (found,) = objects(run("dates", "--published", "2024-01-22", stdin="Pasar itu dibuka kemarin.").stdout)
    assert [date["value"] for date in found["dates"]] == ["2024-01-21"]
    assert found["published"] == {"value": "2024-01-22", "basis": "option", "start": None, "end": None}


def test_dates_as_a_table(run: Run) -> None:
    result = run("dates", "--format", "table", stdin="Pasar itu dibuka pada Juli 2000.")
    assert "Juli 2000" in result.stdout
    assert "2000-07-01 – 2000-07-31" in " ".join(result.stdout.split())


def test_dates_load_no_model(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for heavy in ("torch", "stanza", "spacy"):
        monkeypatch.setitem(sys.modules, heavy, None)
    assert run("dates", stdin="Pasar itu dibuka pada Juli 2000.").exit_code == 0


def test_schema(run: Run) -> None:
    result = run("schema")
    assert json.loads(result.stdout)["title"] == "factcli/1"


@pytest.fixture
def gazetteer(monkeypatch: pytest.MonkeyPatch) -> None:
    candidate = Candidate(record=KOREA, alias="Korut", alias_kind="short", match="exact")
    monkeypatch.setattr(Gazetteer, "load", lambda: Gazetteer({}, {}, {}))
    monkeypatch.setattr(Gazetteer, "search", lambda _, name: [candidate] if name == "Korut" else [])
    monkeypatch.setattr(Gazetteer, "get", lambda _, key: KOREA if key == "Q423" else None)


@pytest.mark.usefixtures("gazetteer")
def test_a_name_is_searched(run: Run) -> None:
    (found,) = objects(run("gazetteer", "search", "Korut").stdout)
    assert found["record"]["ids"] == {"wikidata": "Q423"}


def test_a_part_of_a_name_is_enough(run: Run) -> None:
    found = objects(run("gazetteer", "search", "jong un").stdout)
    assert "Kim Jong Un" in {candidate["record"]["name"] for candidate in found}


@pytest.mark.usefixtures("gazetteer")
def test_an_entry_is_shown(run: Run) -> None:
    (found,) = objects(run("gazetteer", "show", "Q423").stdout)
    assert found["name"] == "Korea Utara"


@pytest.mark.usefixtures("gazetteer")
@pytest.mark.parametrize("arguments", [["search", "Antah"], ["show", "Q0"]])
def test_what_is_not_there(run: Run, arguments: list[str]) -> None:
    result = run("gazetteer", *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert arguments[1] in result.stderr


def test_a_gazetteer_that_cannot_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> Gazetteer:
        raise GazetteerError("entities.tsv, line 3: no label")

    monkeypatch.setattr(Gazetteer, "load", load)
    result = run("gazetteer", "show", "Q423")
    assert (result.exit_code, result.stderr) == (1, "factcli: entities.tsv, line 3: no label\n")
