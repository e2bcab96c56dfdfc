"""Bytes become text, and nothing is lost on the way."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.reading.decoding import decode, with_line_feeds


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_utf8_comes_back_as_it_is(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode()).text == text


@given(st.lists(st.sampled_from(["a", " ", "\ud800", "\udbff", "\udc00", "\udfff", "é", "🙂", "\xff"])).map("".join))
def test_what_is_decoded_can_be_encoded_and_is_as_long_but_for_pairs(text: str) -> None:
    decoded = decode(text.encode("utf-8", "surrogatepass")).text
    assert decoded.encode().decode() == decoded
    assert len(decoded) == len(text) - len(re.findall("[\ud800-\udbff][\udc00-\udfff]", text))


def test_a_lone_surrogate_becomes_a_replacement_character_and_a_pair_its_character() -> None:
    assert decode("a\ud800b \ud83d\ude42".encode("utf-8", "surrogatepass")).text == "a\ufffdb 🙂"
    assert decode(b"caf\xe9 " + "\udc00".encode("utf-8", "surrogatepass")).text == "café \ufffd"


@given(st.binary())
def test_no_bytes_make_it_fail(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("“Ya”".encode(), "“Ya”", "UTF-8"),
        (b"\xef\xbb\xbfBanjir", "Banjir", "UTF-8 with a mark (BOM)"),
        ("Banjir é".encode("utf-16"), "Banjir é", "UTF-16"),
        (b"\xfe\xff" + "Banjir".encode("utf-16-be"), "Banjir", "UTF-16"),
        ("Banjir".encode("utf-32"), "Banjir", "UTF-32"),
        (("Banjir di “Solo”. " * 9).encode("utf-16-le"), "Banjir di “Solo”. " * 9, "UTF-16 without a mark"),
        (("Banjir di “Solo”. " * 9).encode("utf-16-be"), "Banjir di “Solo”. " * 9, "UTF-16 without a mark"),
        (b"kata \x93Ya\x94 \x96 lalu", "kata “Ya” – lalu", "Windows-1252"),
        ("dolar é ".encode() + b"\x80 9", "dolar é € 9", "UTF-8 mixed with Windows-1252"),
        (b"\x81", "\ufffd", "Windows-1252"),
        (b"nol \x00 di sini", "nol \x00 di sini", "UTF-8"),
    ],
)
def test_encodings(data: bytes, text: str, encoding: str) -> None:
    assert decode(data)[:2] == (text, encoding)


def test_what_was_read_against_utf8_is_counted() -> None:
    assert decode("é ".encode() + b"\x93Ya\x94").guessed == 2


def test_every_kind_of_line_end_becomes_a_line_feed_and_nothing_else_changes() -> None:
    assert with_line_feeds("a\r\nb\rc\n\u2028d \t") == "a\nb\nc\n\u2028d \t"
