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


LEDE = "CIREBON - Pemerintah kota itu membuka pasar baru mulai Jumat (26/1/2024)."
INTRODUCED = "CIREBON - Inilah urutan perbaikan pasar itu menurut kepala dinas:"


@pytest.mark.parametrize("tag", ["li", "p"])
def test_a_list_at_the_end_stays_with_the_line_that_introduces_it(tag: str) -> None:
    items = ["Jumat, 26 Januari 2024: pembukaan", "Sabtu, 27 Januari 2024: lomba masak"]
    listed = "".join(f"<{tag}>{item}</{tag}>" for item in items)
    expected = [LEDE, THIRD, "Berikut jadwalnya:", *items]
    box = f"<ul>{listed}</ul>" if tag == "li" else listed
    assert body(f"<p>{LEDE}</p><p>{THIRD}</p><p>Berikut jadwalnya:</p>{box}<p>Kirim komentar</p>") == expected


@pytest.mark.parametrize("line", ["Baca juga:", "Share this:", "Editor:", "Berita Terkait:"])
def test_what_the_page_introduces_behind_the_text_is_none_of_it(line: str) -> None:
    assert body(f"<p>{LEDE}</p><p>{THIRD}</p><p>{line}</p><p>26 Januari 2024: Harga Ikan Naik</p>") == [LEDE, THIRD]


@pytest.mark.parametrize(
    "heading", ["<p><strong>{}</strong></p>", "<h2>{}</h2>", "<h3>Hari raya, {}</h3>", "<p>{}<br>"]
)
def test_days_as_headings_stay(heading: str) -> None:
    days, texts = ("15 Januari 2024", "16 Januari 2024"), (SECOND, "Petugas membongkar sembilan kios lama")
    markup = "".join(f"{heading.format(day)}<p>{text}</p>" for day, text in zip(days, texts, strict=True))
    found = body(f"<p>{INTRODUCED}</p>{markup}<p>{THIRD}</p>")
    lines = [line.removeprefix("Hari raya, ") for line in found]
    assert lines == [INTRODUCED, days[0], texts[0], days[1], texts[1], THIRD]


def test_one_day_above_the_text_is_its_time_of_publication() -> None:
    assert body(f"<p>22 Januari 2024</p><p>{LEDE}</p><p>{THIRD}</p>") == [LEDE, THIRD]


def test_the_cells_of_a_row_stand_on_one_line() -> None:
    rows = (
        "<tr><th>Tanggal</th><th>Acara</th></tr><tr><td>26 Januari 2024</td><td>Pembukaan</td><td>Balai Kota</td></tr>"
    )
    expected = ["Tanggal: Acara", "26 Januari 2024: Pembukaan, Balai Kota"]
    assert body(f"<p>{LEDE}</p><table>{rows}</table><p>{THIRD}</p>") == [LEDE, *expected, THIRD]
    assert body(f"<p>{LEDE}</p><p>{THIRD}</p><table>{rows}</table>") == [LEDE, THIRD, *expected]


def test_a_table_as_a_frame_of_the_page_is_none() -> None:
    assert body(f"<table><tr><td>Iklan</td><td><p>{LEDE}</p><p>{THIRD}</p></td></tr></table>") == [LEDE, THIRD]
