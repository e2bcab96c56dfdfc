"""Which lines of a page are those of its article: ledes full of names, lists, tables and days as headings."""

from __future__ import annotations

import pytest

from factcli.reading.pages import read_page

TITLE = "Rini Wulandari Temui Dewan Kota"
SECOND = "Keduanya membahas perbaikan pasar dan jalan menuju pelabuhan selama satu jam."
THIRD = '"Kami ingin pasar itu selesai tahun ini," kata Rini kepada wartawan seusai pertemuan.'
MENU = "".join(f"<li><a href='/{n}'>Kanal {n}</a></li>" for n in range(12))


def body(markup: str) -> list[str]:
    """The paragraphs of the page without its headline."""
    page = f"<head><title>{TITLE}</title></head><body><ul>{MENU}</ul><div><h1>{TITLE}</h1>{markup}</div></body>"
    title, *paragraphs = read_page(f"<html>{page}</html>").text.split("\n")
    assert title == TITLE
    return paragraphs


@pytest.mark.parametrize(
    "lede",
    [
        "JAKARTA, KOMPAS.com - Ketua Dewan Kota Rini Wulandari menemui Wali Kota Budi Santoso, Senin (22/1/2024).",
        "TEGAL - Persegal Tegal mengalahkan Putra Brebes FC 3-1 di Stadion Yos Sudarso, Tegal, Senin (22/1/2024).",
        "Ketua Dewan Kota Rini Wulandari menemui Wali Kota Budi Santoso, Senin (22/1/2024).",
        "TEGAL - Rini Wulandari tiba.",
        "CIREBON - Inilah Wajah Pasar Baru Menurut Rini Wulandari yang Menemui Wali Kota:",
    ],
)
def test_a_lede_full_of_names_stays(lede: str) -> None:
    assert body(f"<p>{lede}</p><p>{SECOND}</p><p>{THIRD}</p>") == [lede, SECOND, THIRD]
    assert body(f"<div>{lede}<br><br>{SECOND}<br><br>{THIRD}</div>") == [lede, SECOND, THIRD]


@pytest.mark.parametrize("line", ["Budi Santoso - Kabar Cirebon", "Kota Cirebon, Jawa Barat, dan Sekitarnya"])
def test_names_above_the_text_that_neither_close_nor_open_it_are_none_of_it(line: str) -> None:
    assert body(f"<p>{line}</p><p>{SECOND}</p><p>{THIRD}</p>") == [SECOND, THIRD]
