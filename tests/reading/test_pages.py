"""Web pages become articles; the pages in `pages/` are in the style of five outlets, their prose our own."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hanging import HANG_SECONDS
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.reading import Unreadable, read_articles
from factcli.schema import Article

ROOT = Path(__file__).resolve().parents[2]
PAGES = Path(__file__).with_name("pages")
PARAGRAPHS = "".join(
    f"<p>Warga desa {name} kembali ke rumah setelah air surut dan jalan dibuka untuk kendaraan kecil.</p>"
    for name in ("Sukamaju", "Sukarame", "Sukasari")
)


class Expected(NamedTuple):
    """What a page says: its outlet, headline, address, and the beginnings of its paragraphs."""

    source: str
    title: str
    url: str
    paragraphs: tuple[str, ...]


EXPECTED = {
    "kompas": Expected(
        "Kompas.com",
        "Jembatan Kali Putih Dibuka Lagi, Warga Tak Perlu Memutar",
        "https://regional.kompas.com/read/2024/01/22/140512178/jembatan-kali-putih-dibuka-lagi",
        ("MAGELANG, KOMPAS.com - Jembatan", "Bupati meresmikan", '"Anak-anak', "Perbaikan menelan", "Jembatan lama"),
    ),
    "detik": Expected(
        "Detik.com",
        "Pasar Lama Terbakar, 40 Kios Hangus",
        "https://news.detik.com/berita/d-7154321/pasar-lama-terbakar-40-kios-hangus",
        ("Serang - Kebakaran", "Kepala Dinas", '"Sembilan mobil', "Api padam", "Polisi akan"),
    ),
    "antara": Expected(
        "ANTARA",
        "Petani Lombok panen raya bawang merah",
        "https://www.antaranews.com/berita/3926541/petani-lombok-panen-raya-bawang-merah",
        ("Lombok Timur (ANTARA) - Petani", "Ketua kelompok", '"Tahun lalu', "Dinas Pertanian", "Panen diperkirakan"),
    ),
    "tempo": Expected(
        "Tempo",
        "Perpustakaan Keliling Menjangkau Pulau Kecil",
        "https://www.tempo.co/politik/perpustakaan-keliling-menjangkau-pulau-kecil-112233",
        ("TEMPO.CO, Makassar - Perpustakaan", "Kepala Dinas", "“Anak-anak", "Program itu", "Pemerintah provinsi"),
    ),
    "cnn-indonesia": Expected(
        "CNN Indonesia",
        "Kereta Wisata Bandung-Garut Mulai Beroperasi",
        "https://www.cnnindonesia.com/nasional/20240122140512-20-1052345/kereta-wisata-bandung-garut-mulai-beroperasi",
        ("Bandung, CNN Indonesia -- Kereta", "Juru bicara", '"Kami menambah', "Rute itu", "Operator menargetkan"),
    ),
}


def read(page: str, name: str = "halaman.html") -> Article:
    (article,) = read_articles(page.encode(), name=name)
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_of_an_outlet(name: str) -> None:
    article = read((PAGES / f"{name}.html").read_text(encoding="utf-8"), f"{name}.html")
    expected = EXPECTED[name]
    title, *paragraphs = article.text.split("\n")
    assert (article.id, article.source, article.title, article.url) == (name, *expected[:3])
    assert title == expected.title
    assert len(paragraphs) == len(expected.paragraphs)
    for paragraph, beginning in zip(paragraphs, expected.paragraphs, strict=True):
        assert paragraph.startswith(beginning)
    assert paragraphs[-1].endswith((".", '"'))
    published = article.published
    assert (published.value, published.basis, published.start, published.end) == ("2024-01-22", "metadata", None, None)
    assert [block.kind for block in article.blocks[:3]] == ["title", "dateline", "body"]


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for name in EXPECTED:
        read((PAGES / f"{name}.html").read_text(encoding="utf-8"))


def test_a_page_in_another_encoding_than_it_says() -> None:
    page = f"<html><head><meta charset='utf-8'><title>Air “Surut”</title></head><body>{PARAGRAPHS}</body></html>"
    (article,) = read_articles(page.encode("cp1252"), name="a.html")
    assert isinstance(article, Article)
    assert article.title == "Air “Surut”"


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("<title>Air Surut - Kompas.com</title>", "Air Surut"),
        ("<title>Air Surut Halaman all - Kompas.com</title>", "Air Surut"),
        ("<meta property='og:title' content='Air Surut | tempo.co'>", "Air Surut"),
        ("<title>Air Surut - Jalan Dibuka</title>", "Air Surut - Jalan Dibuka"),
        ("<title>Contoh Media</title>", "Contoh Media"),
        ("", None),
    ],
)
def test_the_headline_without_the_outlet_behind_it(given: str, title: str | None) -> None:
    assert read(f"<html><head>{given}</head><body>{PARAGRAPHS}</body></html>").title == title


def test_the_headline_that_the_page_shows_goes_before_that_of_its_metadata() -> None:
    head = "<title>Air  Surut di Sukamaju | Berita Hari Ini</title>"
    assert read(f"<html><head>{head}</head><body><h1>Air Surut</h1>{PARAGRAPHS}</body></html>").title == "Air Surut"


def test_an_unknown_outlet_is_recognised_by_its_publisher_or_its_address() -> None:
    link = "<link rel='canonical' href='https://www.contohmedia.co.id/1'>"
    site = "<meta property='og:site_name' content='nasional'>"
    body = f"<body>{PARAGRAPHS}</body>"
    assert read(f"<html><head>{link}{site}</head>{body}</html>").source == "contohmedia.co.id"
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Contoh Media"}}</script>'
    assert read(f"<html><head>{link}{site}{data}</head>{body}</html>").source == "Contoh Media"
    assert read(f"<html><head></head>{body}</html>").source is None


@pytest.mark.parametrize(
    "body",
    [
        "<div>SOLO -- Warga pulang ke rumah.<br><br>Air surut sejak pagi hari.<br>Jalan dibuka lagi.</div>",
        "<p>SOLO -- Warga pulang ke rumah.<br/><br/>Air surut sejak pagi hari.</p><p>Jalan dibuka lagi.</p>",
        "<div><b>SOLO</b> --<p>Warga pulang ke rumah.</p>Air surut sejak pagi hari.<p>Jalan dibuka lagi.</p></div>",
        "<div><b>SOLO</b> -- Warga <i>pulang</i> ke rumah.<p>Air surut sejak pagi hari.</p>Jalan dibuka lagi.</div>",
    ],
)
def test_paragraphs_however_they_are_marked(body: str) -> None:
    text = read(f"<html><body><h1>Air Surut</h1><div class='date'>3 Februari 2020</div>{body}</body></html>").text
    assert text == "Air Surut\nSOLO -- Warga pulang ke rumah.\nAir surut sejak pagi hari.\nJalan dibuka lagi."


def test_a_date_in_a_sentence_is_not_that_of_the_page() -> None:
    page = f"<html><body><h1>Air Surut</h1><p>Warga pulang pada Senin (3/2/2020) pagi.</p>{PARAGRAPHS}</body></html>"
    assert read(page).published.basis == "text"


def test_only_a_page_loads_what_reads_pages() -> None:
    program = """
import sys
from factcli.reading import read_articles
list(read_articles(b"Warga pulang.", name="a.html"))
print(*{"lxml"} & set(sys.modules))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, timeout=HANG_SECONDS
    )
    assert (done.stdout, done.stderr) == ("\n", "")


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<!doctype html><html><body><nav><a>Beranda</a></nav></body></html>",
        "<html><body><script>var a = 1;</script></body></html>",
        "<!doctype html>",
        "<p>",
    ],
)
def test_a_page_without_an_article_is_reported(page: str) -> None:
    (found,) = read_articles(page.encode(), name="a.html")
    assert isinstance(found, Unreadable) and "web page" in found.reason


def test_pages_made_to_exhaust_a_reader_are_read_or_reported() -> None:
    for page in (
        "<html><body>" + "<div>" * 20_000 + PARAGRAPHS,
        "<html><body>" + PARAGRAPHS + "<p>" * 50_000,
        "<html><head><script type='application/ld+json'>" + "[" * 100_000 + "</script></head>" + PARAGRAPHS,
        "<html><body>\x00\x01" + PARAGRAPHS + "&#0; &#xD800; &nbsp;",
    ):
        (found,) = read_articles(page.encode("utf-8", "surrogatepass"), name="a.html")
        assert isinstance(found, Article | Unreadable)


@given(st.text(st.sampled_from("<>/ap=\"' \n!-&;x"), max_size=60))
@settings(max_examples=50)
def test_no_markup_makes_reading_fail(markup: str) -> None:
    (found,) = read_articles(f"<html><body>{markup}{PARAGRAPHS}{markup}".encode(), name="a.html")
    assert isinstance(found, Article | Unreadable)
