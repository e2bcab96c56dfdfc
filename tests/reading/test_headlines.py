"""Which line of a page is its headline, where sections, outlets and slogans stand around it."""

from __future__ import annotations

import pytest

from factcli.reading.pages import read_page

TITLE = "Nelayan Perbaiki Perahu Usai Badai"
BODY = (
    "<div><p>SEMARANG - Nelayan di Tambak Lorok memperbaiki perahu mereka setelah badai reda.</p>"
    "<p>Pemerintah kota menyediakan kayu dan cat untuk dua ratus perahu.</p></div>"
)


def title(head: str, body: str) -> str | None:
    return read_page(f"<html><head>{head}</head><body>{body}{BODY}</body></html>").title


@pytest.mark.parametrize(
    "given",
    [
        f"Bola - {TITLE} | Okezone",
        f"ANTARA News : {TITLE}",
        f"Daerah Sindonews | {TITLE}",
        f"Kabar Pesisir - Berita Laut - {TITLE}",
        f"Kabar Pesisir: {TITLE}",
        "Kompas.com - Berita Laut dan Pesisir Terlengkap",
        "Suara Merdeka - Perekat Warga Pesisir",
        "Kanal Laut Terlengkap",
    ],
)
@pytest.mark.parametrize(
    "heading", ["Bola", "Kabar Pesisir", "<a href='/'>Suara Merdeka</a>", "Berita Laut", "Kanal Laut"]
)
def test_a_section_or_an_outlet_before_the_headline_is_none_of_it(given: str, heading: str) -> None:
    time = "<h4>Senin, 22 Januari 2024 10:15 WIB</h4>"
    assert title(f"<title>{given}</title>", f"<h1>{heading}</h1><h2>{TITLE}</h2>{time}") == TITLE
    assert title(f"<title>{given}</title>", f"<h1>{heading}</h1><h1>{TITLE}</h1>{time}") == TITLE


def test_the_headline_that_the_page_shows_goes_before_another_wording_in_the_metadata() -> None:
    head = "<title>Badai Reda, Perahu Diperbaiki - Contoh Media</title>"
    deck = "<h2>Pemerintah kota menyediakan kayu dan cat untuk perahu</h2>"
    assert title(head, f"<h1>Contoh Media</h1><h1>{TITLE}</h1>{deck}") == TITLE


def test_a_heading_that_has_nothing_of_the_article_is_not_its_headline() -> None:
    assert title(f"<title>{TITLE} - Kompas.com</title>", "<h1>Kabar Terkini dari Desa</h1>") == TITLE
    assert title("<title>Badai</title>", "<h3>22 Januari 2024</h3>") == "Badai"


def test_a_headline_with_a_colon_stays_whole() -> None:
    assert title(f"<title>Badai: {TITLE}</title>", f"<h1>Badai: {TITLE}</h1>") == f"Badai: {TITLE}"
