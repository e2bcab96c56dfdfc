"""Paragraphs: lines, or what hard wrapping has made of them."""

from __future__ import annotations

import itertools
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.reading.lines import paragraphs, unwrapped

FIRST = (
    "Warga di tepi sungai itu mulai kembali ke rumah masing-masing setelah air surut pada pagi hari, "
    "dan para relawan membantu membersihkan lumpur di halaman sekolah serta balai desa."
)
SECOND = (
    "Pemerintah kota menyiapkan dapur umum untuk tiga ribu orang, sementara petugas kesehatan berkeliling "
    "membagikan obat dan air bersih kepada keluarga yang masih tinggal di pengungsian."
)


def pieces(text: str) -> list[str]:
    return [text[span.start : span.end] for span in paragraphs(text)]


def test_each_line_is_a_paragraph() -> None:
    assert pieces("Satu.\n  Dua. \n\nTiga.\n") == ["Satu.", "Dua.", "Tiga."]
    assert pieces("Satu.\r\n\r\nDua.\rTiga.") == ["Satu.", "Dua.", "Tiga."]
    assert pieces(f"{FIRST}\n{SECOND}") == [FIRST, SECOND]
    assert pieces(" \n\t") == []


def test_a_hard_wrapped_paragraph_spans_its_lines() -> None:
    wrapped = [textwrap.fill(paragraph, 60) for paragraph in (FIRST, SECOND)]
    assert pieces("\n\n".join(wrapped)) == wrapped


def test_a_headline_over_wrapped_text_is_a_paragraph_of_its_own() -> None:
    wrapped = [textwrap.fill(paragraph, 60) for paragraph in (FIRST, SECOND)]
    assert pieces("Air Sungai Surut\n" + "\n\n".join(wrapped)) == ["Air Sungai Surut", *wrapped]


def test_short_lines_that_had_room_for_more_are_not_wrapped() -> None:
    listed = (
        "Daftar barang yang dibagikan kepada warga:\nberas\nminyak goreng\ngula pasir\n\nDaftar relawan:\nBudi\nSiti"
    )
    assert pieces(listed) == [line for line in listed.split("\n") if line]


def _wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in text.split("\n"))


ARTICLE = "\n".join(("Air Sungai Surut, Warga Pulang", FIRST, SECOND, "Hujan diperkirakan turun lagi.", FIRST))


@pytest.mark.parametrize("width", [45, 60, 72, 80])
def test_wrapped_paragraphs_without_blank_lines_are_told_apart_by_where_they_end(width: int) -> None:
    assert [piece.replace("\n", " ") for piece in pieces(_wrapped(ARTICLE, width))] == ARTICLE.split("\n")


def test_lines_of_a_page_in_letters_of_different_widths_are_about_as_long() -> None:
    uneven = itertools.cycle((78, 70, 84, 66, 74))
    lines = [
        line
        for paragraph in (FIRST, SECOND, FIRST)
        for line in textwrap.wrap(paragraph, next(uneven), break_long_words=False)
    ]
    assert "\n".join(lines).replace("\n", " ") == " ".join(pieces("\n".join(lines))).replace("\n", " ")
    assert len(pieces("\n".join(lines))) <= 3


def test_headlines_of_one_length_below_each_other_are_not_wrapped() -> None:
    headlines = [
        "Warga Ambon Kembali ke Rumah Setelah Banjir Surut",
        "Pemerintah Kota Menyiapkan Dapur Umum di Tepi Kali",
        "Petugas Kesehatan Membagikan Obat kepada Pengungsi",
        "Relawan Membersihkan Lumpur di Halaman Sekolah Itu",
        "Gubernur Maluku Meninjau Balai Desa yang Terendam",
    ]
    joined = "\n".join([*headlines, "Lalu lintas lancar.", "Listrik menyala."])
    assert len(unwrapped(joined).split("\n")) >= len(headlines)


@given(st.text(alphabet="ab .\n\r", max_size=300), st.sampled_from([40, 60]))
def test_unwrapping_moves_no_character(text: str, width: int) -> None:
    wrapped = text + "\n" + _wrapped(ARTICLE, width)
    straight = unwrapped(wrapped)
    assert [letter for letter in straight if not letter.isspace()] == [one for one in wrapped if not one.isspace()]
    assert [place for place, letter in enumerate(straight) if not letter.isspace()] == [
        place for place, letter in enumerate(wrapped) if not letter.isspace()
    ]
