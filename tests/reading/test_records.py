"""The keys of scrapers and corpora."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factcli.reading import Unreadable, read_articles
from factcli.reading.patterns import load
from factcli.reading.records import RecordError, fold_key, record_of
from factcli.schema import Article


def article(record: dict[str, Any]) -> Article:
    (found,) = read_articles(json.dumps(record).encode(), name="arsip.jsonl")
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize("key", ["content", "body", "isi", "Berita", "full text", "Isi-Berita"])
def test_the_text_by_any_of_its_names(key: str) -> None:
    assert record_of({key: "Warga pulang.", "views": 3}).text == "Warga pulang."


def test_a_record_of_a_scraper() -> None:
    found = article(
        {
            "judul": "Jembatan Dibuka",
            "tanggal": "Senin, 22 Jan 2024 10:15 WIB",
            "isi": "Wali kota membuka jembatan kemarin.",
            "link": "https://contohmedia.com/1",
            "sumber": {"id": None, "name": "Contoh Media"},
        }
    )
    assert (found.title, found.text) == ("Jembatan Dibuka", "Wali kota membuka jembatan kemarin.")
    assert (found.published.value, found.published.basis) == ("2024-01-22", "metadata")
    assert (found.url, found.source) == ("https://contohmedia.com/1", "Contoh Media")


def test_our_own_key_goes_before_and_an_empty_one_behind() -> None:
    assert record_of({"content": "Dua.", "text": "Satu."}).text == "Satu."
    assert record_of({"content": "Dua.", "text": ""}).text == "Dua."
    assert record_of({"text": ""}).text == ""


def test_a_moment_in_seconds_or_milliseconds_is_a_day_of_jakarta() -> None:
    assert record_of({"text": "x", "timestamp": 1705860000}).published == "2024-01-22"
    assert record_of({"text": "x", "timestamp": 1705860000000}).published == "2024-01-22"
    assert record_of({"text": "x", "time": 12}).published is None


def test_the_address_gives_the_day_and_the_outlet_where_nothing_else_does() -> None:
    found = article({"text": "Warga pulang.", "url": "https://regional.kompas.com/read/2015/11/04/21040031/banjir"})
    assert (found.published.value, found.published.basis, found.source) == ("2015-11-04", "metadata", "Kompas.com")


def test_where_the_field_for_the_day_holds_a_zero_or_no_day_the_address_gives_it() -> None:
    for field in ("0001-01-01T00:00:00Z", "1970-01-01", "segera"):
        found = article({"text": "Warga pulang.", "published": field, "url": "https://contoh.com/2024/01/22/banjir/"})
        assert (found.published.value, found.published.basis) == ("2024-01-22", "metadata")


def test_lists_of_paragraphs_sentences_and_words() -> None:
    assert record_of({"content": ["Warga pulang.", "Air surut."]}).text == "Warga pulang.\nAir surut."
    words = [["Warga", "pulang", "."], ["Air", "surut", "."]]
    assert record_of({"clean_article": words}).text == "Warga pulang .\nAir surut ."
    assert record_of({"paragraphs": [words]}).text == "Warga pulang .\nAir surut ."


def test_what_is_no_text_is_reported_with_the_keys_that_are_there() -> None:
    with pytest.raises(RecordError, match='no "text" \\(it has catatan, penulis\\)'):
        record_of({"catatan": "x", "penulis": "Budi"})
    for value in (5, {"a": 1}, ["Satu.", 5]):
        (found,) = read_articles(json.dumps({"text": value}).encode(), name="a.jsonl")
        assert isinstance(found, Unreadable) and found.reason.startswith("not an article")


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (5, "a number"),
        (True, "true or false"),
        (None, "null"),
        ([1, 2.5], "a list with a number"),
        (["Satu.", None], "a list with null"),
        ([["Satu."], {"a": 1}], "a list with an object"),
        (["Satu.", ["Dua.", 3]], "a list with a list"),
        ([[5]], "a list with a list"),
    ],
)
def test_what_stands_in_place_of_a_text_is_named(value: object, kind: str) -> None:
    with pytest.raises(RecordError, match=f"'isi' holds {kind}:"):
        record_of({"isi": value})


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("judul", {"a": 1}, "an object"),
        ("judul", ["Banjir", "Surut"], "a list with texts"),
        ("judul", 5, "a number"),
        ("url", True, "true or false"),
        ("id", 1.5, "a number"),
        ("id", False, "true or false"),
        ("published", ["Senin", 5], "a list with a number"),
    ],
)
def test_a_field_of_another_type_costs_its_article_and_no_other(field: str, value: object, kind: str) -> None:
    lines = [{"text": "Air surut.", field: value}, {"text": "Warga pulang.", "id": 7}]
    wrong, right = read_articles("\n".join(map(json.dumps, lines)).encode(), name="a.jsonl")
    assert isinstance(right, Article) and right.id == "7"
    assert isinstance(wrong, Unreadable) and wrong.line == 1
    assert f"not an article ({field!r} holds {kind}" in wrong.reason and "\n" not in wrong.reason


@pytest.mark.parametrize("field", ["id", "judul", "published", "url", "source"])
@pytest.mark.parametrize("value", [[], {}, [[]], [{}]])
def test_a_field_that_holds_nothing_is_as_one_that_is_not_there(field: str, value: object) -> None:
    assert article({"text": "Warga pulang.", field: value}) == article({"text": "Warga pulang."})


def test_the_keys_are_listed_as_they_are_compared_and_each_once() -> None:
    keys = [key for listed in load("keys.toml")["article"].values() for key in listed]
    assert [fold_key(key) for key in keys] == keys
    assert len(set(keys)) == len(keys)
