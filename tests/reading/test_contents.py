"""What is read and what is refused, by its content."""

from __future__ import annotations

import gzip
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.reading import Unreadable, is_facts, read_articles, read_facts
from factcli.reading import packing as packing_module
from factcli.reading.contents import ContentError, is_markup, is_page, open_content
from factcli.reading.packing import PackingError, unpack

TEXT = "Warga Kampung Baru pulang ke rumah setelah banjir surut pada Senin pagi. "


@given(st.binary(max_size=200), st.integers(1, 3))
def test_what_was_packed_comes_out_again(data: bytes, times: int) -> None:
    packed = gzip.compress(data)
    assert unpack(packed * times) == data * times
    assert unpack(packed + b"\x00" * 20) == data


def test_what_is_not_packed_stays() -> None:
    assert unpack(TEXT.encode()) == TEXT.encode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(TEXT.encode() * 9, mtime=0)[:-12], "ends too early"),
        (gzip.compress(TEXT.encode(), mtime=0)[:12] + b"\xff" * 30, "damaged"),
        (gzip.compress(TEXT.encode(), mtime=0) + b"more", "something else follows"),
        (b"\x1f\x8b\x08", "ends too early"),
    ],
)
def test_damaged_gzip_is_reported(data: bytes, reason: str) -> None:
    with pytest.raises(PackingError, match=reason):
        unpack(data)


def test_a_bomb_is_not_unpacked() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(b"\x00" * 2**20) for _ in range(200)) + packer.flush()
    assert len(bomb) < 2**19
    with pytest.raises(PackingError, match="bomb"):
        unpack(bomb)


def test_an_input_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing_module, "LARGEST_INPUT", 2**20)
    with pytest.raises(PackingError, match="split"):
        unpack(gzip.compress(random.Random(1).randbytes(2**22)))
    monkeypatch.setattr("factcli.reading.contents.LARGEST_INPUT", 1000)
    with pytest.raises(ContentError, match="split it"):
        open_content(TEXT.encode() * 100)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"{\\rtf1 Banjir}", "RTF"),
        (b"SQLite format 3\x00...", "database"),
        (b"berita.txt".ljust(257, b"\x00") + b"ustar\x0000", "tar archive"),
        (random.Random(2).randbytes(5000), "not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(300), "not text"),
        (b"\x7fELF" + bytes(300), "not text"),
        (gzip.compress(random.Random(3).randbytes(5000), mtime=0), "not text"),
        ("Наводнение отступило".encode("koi8-r"), "not text"),
    ],
)
def test_what_is_no_text_is_reported_in_one_line(data: bytes, reason: str) -> None:
    (found,) = read_articles(data, name="a.txt")
    assert isinstance(found, Unreadable) and reason in found.reason and "\n" not in str(found)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_text_in_any_of_the_encodings_is_text(encoding: str) -> None:
    assert open_content(f"“{TEXT}” – Rp 5".encode(encoding)).text == f"“{TEXT}” – Rp 5"


@given(st.binary(max_size=300))
def test_no_bytes_make_reading_fail(data: bytes) -> None:
    assert all(isinstance(found, Unreadable) or found.text for found in read_articles(data, name="x"))


@pytest.mark.parametrize(
    "opening",
    [
        "<!DOCTYPE html>",
        "\n<html lang='id'>",
        "<?xml version='1.0'?>\n<!doctype HTML PUBLIC '-'>",
        "<!-- saved from url=(0014)about:internet -->\n<html>",
        "<p class='x'>",
        "<head>",
    ],
)
def test_web_pages_are_known_by_their_beginning(opening: str) -> None:
    assert is_page(f"{opening}Warga pulang.")


@pytest.mark.parametrize(
    "text", ["Warga <html> pulang.", "<<Warga>> pulang.", "<pulang>", "<!-- pulang", "<headline>Banjir</headline>"]
)
def test_other_texts_are_no_pages(text: str) -> None:
    assert not is_page(text)


@pytest.mark.parametrize("text", ["<?xml version='1.0'?><rss></rss>", "<rss version='2.0'>", "<?xml?><urlset/>"])
def test_feeds_are_reported(text: str) -> None:
    assert is_markup(text)
    (found,) = read_articles(text.encode(), name="umpan.xml")
    assert isinstance(found, Unreadable) and found.reason.startswith("XML")


def test_facts_are_known_packed_and_in_utf16() -> None:
    facts = '{"schema": "factcli/1", "text": "Banjir surut."}'
    for data in (gzip.compress(facts.encode()), facts.encode("utf-16"), f"[{facts}]".encode()):
        assert is_facts(data)
        assert [each.text for each in read_facts(data) if not isinstance(each, Unreadable)] == ["Banjir surut."]
    assert not is_facts(b"\x1f\x8b\x08")
    (found,) = read_facts(b"\x1f\x8b\x08")
    assert isinstance(found, Unreadable)
