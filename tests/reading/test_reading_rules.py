"""The examples that stand in the data files of the reading room."""

from __future__ import annotations

from typing import Any

import pytest

from factcli.reading import parse_day
from factcli.reading.credits import find_credit
from factcli.reading.datelines import find_dateline, find_published, find_stamp, is_day
from factcli.reading.layout import lay_out
from factcli.reading.outlets import outlet_name, outlet_pattern
from factcli.reading.patterns import load
from factcli.reading.publication import find_publication

SHAPES = load("datelines.toml")["shape"]
STAMPS = load("datelines.toml")["stamp"]
PUBLISHED = load("datelines.toml")["published"]
DAYS = load("datelines.toml")["day"]
CREDITS = load("credits.toml")["credit"]
PHRASES = load("reporting.toml")["phrase"]
UNRELATED = load("reporting.toml")["unrelated"]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape["name"])
def test_dateline(shape: dict[str, Any]) -> None:
    found = find_dateline(shape["example"], is_first=True)
    assert found is not None
    assert shape["example"][: found.length].rstrip() == shape["dateline"]
    assert found.outlet == shape.get("source")


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape["name"])
def test_a_weak_dateline_counts_in_the_first_paragraph_alone(shape: dict[str, Any]) -> None:
    found = find_dateline(shape["example"], is_first=False)
    assert (found is None) == shape.get("weak", False)


@pytest.mark.parametrize(
    "opening",
    [
        "Rata-rata harga naik.",
        "Baru - baru ini harga naik.",
        "Harga cabai naik - dan bawang pun ikut naik.",
        "Sejak Mei, harga naik – harga beras juga.",
        "KOMPAS.com menemui para pedagang di pasar.",
        "Festival itu digelar pada 8 - 10 Januari 2018 di Solo.",
        "Berikutnya, 8 - 10 Januari 2018, festival digelar.",
    ],
)
def test_a_sentence_is_no_dateline(opening: str) -> None:
    assert find_dateline(opening, is_first=True) is None


@pytest.mark.parametrize("example", [example for stamp in STAMPS for example in stamp["examples"]])
def test_stamp(example: str) -> None:
    assert find_stamp(example) is not None
    assert find_stamp(f"{example} saat warga pulang.") is None


@pytest.mark.parametrize("example", [example for line in PUBLISHED for example in line["examples"]])
def test_a_line_that_says_that_it_is_the_day(example: str) -> None:
    assert find_published(example) is not None
    assert find_published(f"{example} saat warga pulang.") is None


@pytest.mark.parametrize("example", [example for day in DAYS for example in day["examples"]])
def test_a_day_alone(example: str) -> None:
    assert is_day(example)
    assert not is_day(f"{example} | 10:15 WIB")
    assert not is_day(f"{example} warga pulang.")


@pytest.mark.parametrize("credit", CREDITS, ids=lambda credit: credit["name"])
def test_credit(credit: dict[str, Any]) -> None:
    for example in credit["examples"]:
        found = find_credit(example, in_lead=True)
        assert found is not None, example
        assert (found.start > 0) == credit.get("tail", False), example
    for text in credit["stays"]:
        assert find_credit(text, in_lead=True) is None, text


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase["name"])
def test_reporting_phrase(phrase: dict[str, Any]) -> None:
    published = find_publication(phrase["example"], lay_out(phrase["example"]).blocks)
    assert (published.value, published.basis) == (phrase["day"], "text")


@pytest.mark.parametrize("unrelated", UNRELATED, ids=lambda unrelated: unrelated["example"])
def test_a_date_that_no_report_is_tied_to(unrelated: dict[str, Any]) -> None:
    assert find_publication(unrelated["example"], lay_out(unrelated["example"]).blocks).value is None


def test_outlets_are_known_by_any_form_of_their_name() -> None:
    assert outlet_name("KOMPAS.com") == "Kompas.com"
    assert outlet_name("TEMPO. CO") == "Tempo"
    assert outlet_name("contohmedia.com") == "contohmedia.com"
    assert "{" not in outlet_pattern()


def test_the_days_of_the_examples_are_days() -> None:
    assert all(parse_day(phrase["day"]) == phrase["day"] for phrase in PHRASES)
