"""`factcli numbers`."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

from cli.conftest import Run, objects

TEXT = "Gempa M 5,6 menewaskan sedikitnya 12 orang.\nKerugian ditaksir Rp 15,52 miliar, Senin (22/1/2024)."


def test_numbers_as_json(run: Run) -> None:
    (found,) = objects(run("numbers", "--published", "2024-01-22", stdin=TEXT).stdout)
    assert [(each["unit"], each["value"], each["of"]) for each in found["quantities"]] == [
        ("magnitude", 5.6, None),
        ("person", 12, "dead"),
        ("IDR", 15520000000, "loss"),
    ]
    assert found["published"]["value"] == "2024-01-22"
    twelve = found["quantities"][1]
    bounds = twelve["low"], twelve["high"], twelve["mod"]
    assert (twelve["text"], *bounds) == ("sedikitnya 12 orang", 12, None, "MORE_THAN")
    assert TEXT[twelve["start"] : twelve["end"]] == twelve["text"]


def test_numbers_as_a_table(run: Run) -> None:
    lines = run("numbers", "--format", "table", stdin=TEXT).stdout.splitlines()
    assert any(line.split()[-4:] == ["≥", "12", "person", "dead"] for line in lines)
    assert any("15.520.000.000" in line for line in lines)


def test_numbers_as_csv_with_one_line_of_headings(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    result = run("numbers", tmp_path / "a.txt", tmp_path / "b.txt", "--format", "csv", "--fields", "document,of,value")
    rows = list(csv.reader(result.stdout.splitlines()))
    assert rows[0] == ["document", "of", "value"]
    assert [row[0] for row in rows[1:]] == ["a"] * 3 + ["b"] * 3
    assert ["a", "dead", "12"] in rows


def test_a_file_that_is_not_there_costs_the_others_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = run("numbers", tmp_path / "a.txt", tmp_path / "none.txt", "--format", "json")
    assert result.exit_code == 3
    assert len(objects(result.stdout)) == 1
    assert "none.txt" in result.stderr


def test_no_day_of_publication_is_asked_for(run: Run) -> None:
    assert run("numbers", stdin=TEXT.partition(",")[0]).stderr == ""


def test_a_format_that_holds_no_numbers_is_refused(run: Run) -> None:
    assert run("numbers", "--format", "timeml", stdin=TEXT).exit_code == 2


def test_numbers_load_no_model(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for heavy in ("torch", "stanza", "spacy"):
        monkeypatch.setitem(sys.modules, heavy, None)
    assert run("numbers", stdin=TEXT).exit_code == 0


def test_a_score_has_its_sides(run: Run) -> None:
    text = "Persib menang 2-1 atas Persija."
    assert "Persib 2, Persija 1" in run("numbers", "--format", "table", stdin=text).stdout
    (row,) = csv.DictReader(run("numbers", "--format", "csv", stdin=text).stdout.splitlines())
    assert (row["low"], row["high"], row["sides"]) == ("1", "2", "Persib 2, Persija 1")
