"""Paragraphs: lines, or what hard wrapping has made of them."""

from __future__ import annotations

import textwrap

from factcli.reading.lines import paragraphs

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
