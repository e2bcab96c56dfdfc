"""Plain text and JSON Lines become articles."""

from __future__ import annotations

import gzip
import json

import pytest

from factcli.reading import Converted, ReadingError, Unreadable, read_articles
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


def test_records_without_id_are_distinguished_by_their_line() -> None:
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
    data = lines({"text": "Satu."}) + '\n{"text": \n' + lines({"catatan": "?"}, {"text": 5}, {"text": "Dua."})
    found = list(read_articles(data.encode(), name="a.jsonl"))
    assert [item.text for item in found if isinstance(item, Article)] == ["Satu.", "Dua."]
    bad = [item for item in found if isinstance(item, Unreadable)]
    assert [item.line for item in bad] == [2, 3, 4]
    assert str(bad[1]) == 'a.jsonl, line 3: no "text" (it has catatan)'
    assert all("\n" not in str(item) for item in bad)


def test_an_array_of_articles_and_a_single_one() -> None:
    records = [{"id": "a", "text": "Satu.", "penulis": {"nama": "Budi"}}, {"text": 5}, {"text": "Dua."}]
    for indent in (None, 2):
        found = list(read_articles(json.dumps(records, indent=indent).encode(), name="arsip.json"))
        assert [item.text for item in found if isinstance(item, Article)] == ["Satu.", "Dua."]
        assert [item.reason.split(" (")[0] for item in found if isinstance(item, Unreadable)] == ["not an article"]
    (single,) = articles(json.dumps({"id": "b", "text": "Tiga."}, indent=4))
    assert single.id == "b"
    assert list(read_articles(b"[]", name="kosong.json")) == [
        Unreadable(name="kosong.json", line=None, reason="no text in it")
    ]


def test_an_article_too_long_to_be_one_costs_no_other() -> None:
    found = list(read_articles(lines({"text": "Panjang. " * 120_000}, {"text": "Satu."}).encode(), name="a.jsonl"))
    assert isinstance(found[0], Unreadable) and found[0].line == 1 and "too long" in found[0].reason
    assert isinstance(found[1], Article)


def test_the_packing_is_not_part_of_the_id() -> None:
    packed = gzip.compress(b"Banjir surut.")
    assert articles(packed, name="arsip/banjir.txt.gz")[0].id == "banjir"
    assert articles(gzip.compress(lines({"text": "Satu."}).encode()), name="arsip.jsonl.gz")[0].id == "arsip-1"


def test_another_encoding_is_reported() -> None:
    reported: list[Converted] = []
    for data in ("Banjir “surut”.".encode("cp1252"), b"Banjir surut.", "Banjir surut.".encode("utf-16")):
        list(read_articles(data, name="-", converted=reported.append))
    assert [str(each) for each in reported] == [
        "standard input: read as Windows-1252",
        "standard input: read as UTF-16",
    ]


def test_facts_are_no_articles() -> None:
    (found,) = read_articles(b'{"schema": "factcli/1", "text": "x"}', name="f.jsonl")
    assert isinstance(found, Unreadable) and "timeline" in found.reason


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_nothing_to_read_is_said(data: bytes) -> None:
    (found,) = read_articles(data, name="-")
    assert str(found) == "standard input: no text in it"


def test_a_tag_in_the_text_makes_no_web_page() -> None:
    assert articles("Warga menulis <html> di papan.\nPasar dibuka.")[0].text.startswith("Warga menulis <html>")


def test_what_is_asked_for_goes_before_what_the_record_says() -> None:
    (article,) = articles(lines({"text": "Satu.", "published": "2020-02-03"}), published="2021-01-01")
    assert (article.published.value, article.published.basis) == ("2021-01-01", "option")


def test_a_publication_date_that_is_none_is_refused_at_once_in_one_line() -> None:
    with pytest.raises(ReadingError, match="2024-02-30") as refusal:
        read_articles(b"Satu.", name="-", published="2024-02-30")
    assert "\n" not in str(refusal.value)


def test_nul_survives_and_a_lone_surrogate_is_a_character_that_is_unknown() -> None:
    (plain,) = articles(b"Satu \x00 dua.", name="-")
    (record,) = articles(b'{"text": "Satu \\ud800 dua."}', name="-")
    assert plain.text == "Satu \x00 dua."
    assert record.text == "Satu \ufffd dua."
