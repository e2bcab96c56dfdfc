"""CSV: every row whole, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.formats.csv_text import csv_rows
from factcli.formats.facts_csv import facts_csv
from factcli.formats.timeline_csv import timeline_csv
from formats.made import entries, facts


def read(written: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written, newline="")))


def test_a_line_an_event() -> None:
    opening, said, plan, possible = read("".join(facts_csv([facts()])))
    assert (opening["document"], opening["source"], opening["published"]) == ("pasar", "Harian Laut", "2020-02-04")
    assert (opening["agents"], opening["places"], opening["places_kb_id"]) == ("Sari", "Bitung", "Q5930")
    assert (opening["class"], opening["reported_by"], opening["reported_by_kb_id"]) == ("OCCURRENCE", "Budi", "")
    assert opening["sentence"].startswith("Wali kota Sari <b>")
    assert (plan["status"], plan["when"], plan["latest"]) == ("planned", "2020-03-05", "2020-03-05")
    assert (said["when"], possible["status"]) == ("", "possible")


def test_headings_once_for_many_articles_and_for_none() -> None:
    assert len(read("".join(facts_csv([facts("a"), facts("b")])))) == 8
    assert "".join(facts_csv([])).startswith("document,source,")


def test_a_line_an_entry_of_a_timeline() -> None:
    documents = [facts("a"), facts("b", source=None)]
    timeline = entries("a#")
    timeline[0].events.append("b#v1")
    opening, plan, undated = read(timeline_csv(timeline, documents))
    assert (opening["sources"], opening["events"], opening["agents"]) == ("Harian Laut; b", "a#v1; b#v1", "Sari")
    assert (plan["status"], plan["places_kb_id"]) == ("planned", "Q3900")
    assert (undated["when"], undated["status"]) == ("", "possible")


@pytest.mark.parametrize("text", ["=1+1", "+62 812", "-3 derajat", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_a_cell_is_never_a_formula(text: str) -> None:
    ((cell,),) = csv.reader(io.StringIO(csv_rows([[text]])))
    assert cell == "'" + text.strip()


def test_numbers_stay_numbers() -> None:
    assert csv_rows([[-6.2, 3, None]]) == "-6.2,3,\n"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=4))
def test_a_row_is_a_line_whatever_the_text(cells: list[str]) -> None:
    written = csv_rows([cells])
    assert len(written.splitlines()) == 1
    (row,) = csv.reader(io.StringIO(written))
    assert len(row) == len(cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
