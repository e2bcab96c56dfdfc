"""`factcli dates` and `factcli schema`."""

from __future__ import annotations

import json
import sys

import pytest

from cli.conftest import Run, objects


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
