"""Bytes become text, and nothing is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.reading.decoding import decode, with_line_feeds


@given(st.text(st.characters(exclude_categories=())))
def test_utf8_comes_back_as_it_is_even_with_lone_surrogates(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode("utf-8", "surrogatepass")) == text


@given(st.binary())
def test_no_bytes_make_it_fail(data: bytes) -> None:
    assert isinstance(decode(data), str)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfBanjir", "Banjir"),
        ("Banjir".encode("utf-16"), "Banjir"),
        (b"kata \x93Ya\x94 \x96 lalu", "kata “Ya” – lalu"),
        ("dolar é ".encode() + b"\x80 9", "dolar é € 9"),
        (b"\x81", "\ufffd"),
        (b"nol \x00 di sini", "nol \x00 di sini"),
    ],
)
def test_marks_and_windows_1252(data: bytes, text: str) -> None:
    assert decode(data) == text


def test_every_kind_of_line_end_becomes_a_line_feed_and_nothing_else_changes() -> None:
    assert with_line_feeds("a\r\nb\rc\n\u2028d \t") == "a\nb\nc\n\u2028d \t"
