"""Plain text and JSON Lines become articles."""

from __future__ import annotations

import json

import pytest

from factcli.reading import ReadingError, Unreadable, read_articles
from factcli.schema import Article


def articles(data: str | bytes, *, name: str = "berita.txt", published: str | None = None) -> list[Article]:
    found = list(read_articles(data if isinstance(data, bytes) else data.encode(), name=name, published=published))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def lines(*records: object) -> str:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records)


def test_plain_text_is_one_article_named_after_its_file() -> None:
    (article,) = articles(b"\xef\xbb\xbfBanjir Surut\r\nWarga pulang.\rPasar dibuka.", name="arsip/banjir.2020.txt")
    assert article.text == "Banjir Surut\nWarga pulang.\nPasar dibuka."
    assert article.id == "banjir.2020"
    assert article.title == "Banjir Surut"
    assert article.published.basis == "none"


def test_the_id_of_standard_input_is_a_digest_of_the_text() -> None:
    (first,), (again,), (other,) = (articles(text, name="-") for text in ("Satu.", "Satu.", "Dua."))
    assert first.id == again.id != other.id
    assert len(first.id) == 12


def test_a_record_keeps_its_text_and_what_it_says_of_itself() -> None:
    text = "\ufeffPasar Dibuka\r\nJAKARTA, KOMPAS.com - Warga senang.\r\n"
    record = {"id": 7, "title": "Pasar Dibuka", "text": text, "url": "https://x.id/7", "source": "arsip", "views": 3}
    (article,) = articles(lines(record | {"published": "2020-02-03T01:00:00+07:00"}))
    assert article.text == text
    assert (article.id, article.source, article.url) == ("7", "arsip", "https://x.id/7")
    assert (article.published.value, article.published.basis) == ("2020-02-03", "metadata")


def test_records_without_id_are_told_apart_by_their_line() -> None:
    assert [a.id for a in articles(lines({"text": "Satu."}, {"text": "Dua."}), name="arsip.jsonl")] == [
        "arsip-1",
        "arsip-2",
    ]


def test_a_title_that_is_not_in_the_text_is_kept_but_is_no_block() -> None:
    (article,) = articles(lines({"title": "Harga Naik", "text": "Harga cabai\nHarga cabai naik sejak pagi."}))
    assert article.title == "Harga Naik"
    assert [block.kind for block in article.blocks] == ["body", "body"]


def test_the_outlet_of_the_dateline_is_the_source() -> None:
    assert articles("JAKARTA, KOMPAS.com - Warga senang.")[0].source == "Kompas.com"
    assert articles("Pasar Dibuka\n- contohmedia.com\nWarga senang.")[0].source == "contohmedia.com"


def test_bad_lines_come_out_in_place_and_lose_nothing() -> None:
    data = lines({"text": "Satu."}) + '\n{"text": \n' + lines({"teks": "?"}, {"text": 5}, {"text": "Dua."})
    found = list(read_articles(data.encode(), name="a.jsonl"))
    assert [item.text for item in found if isinstance(item, Article)] == ["Satu.", "Dua."]
    bad = [item for item in found if isinstance(item, Unreadable)]
    assert [item.line for item in bad] == [2, 3, 4]
    assert str(bad[1]) == 'a.jsonl, line 3: no "text"'
    assert all("\n" not in str(item) for item in bad)


def test_facts_are_no_articles() -> None:
    (found,) = read_articles(b'{"schema": "factcli/1", "text": "x"}', name="f.jsonl")
    assert isinstance(found, Unreadable) and "timeline" in found.reason


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_nothing_to_read_is_said(data: bytes) -> None:
    (found,) = read_articles(data, name="-")
    assert str(found) == "standard input: nothing in it to read"


@pytest.mark.parametrize(
    "opening", ["<!DOCTYPE html>", "\n<html lang='id'>", "<?xml version='1.0'?>\n<!doctype HTML PUBLIC '-'>"]
)
def test_a_web_page_is_no_article(opening: str) -> None:
    (found,) = read_articles(f"{opening}<p>Pasar dibuka.</p>".encode(), name="pasar.html")
    assert isinstance(found, Unreadable) and found.reason.startswith("HTML")


def test_a_tag_in_the_text_makes_no_web_page() -> None:
    assert articles("Warga menulis <html> di papan.\nPasar dibuka.")[0].text.startswith("Warga menulis <html>")


def test_what_is_asked_for_goes_before_what_the_record_says() -> None:
    (article,) = articles(lines({"text": "Satu.", "published": "2020-02-03"}), published="2021-01-01")
    assert (article.published.value, article.published.basis) == ("2021-01-01", "option")


def test_a_publication_date_that_is_none_is_refused_at_once_in_one_line() -> None:
    with pytest.raises(ReadingError, match="2024-02-30") as refusal:
        read_articles(b"Satu.", name="-", published="2024-02-30")
    assert "\n" not in str(refusal.value)


def test_nul_and_lone_surrogates_survive() -> None:
    (plain,) = articles(b"Satu \x00 dua.", name="-")
    (record,) = articles(b'{"text": "Satu \\ud800 dua."}', name="-")
    assert plain.text == "Satu \x00 dua."
    assert record.text == "Satu \ud800 dua."
