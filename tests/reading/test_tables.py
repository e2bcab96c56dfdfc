"""Tables of articles, a row an article."""

from __future__ import annotations

import pytest

from factcli.reading import Unreadable, read_articles
from factcli.reading.tables import is_table
from factcli.schema import Article


def articles(table: str, name: str = "arsip.csv") -> list[Article]:
    found = list(read_articles(table.encode(), name=name))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_is_an_article(delimiter: str) -> None:
    rows = [
        ["judul", "tanggal", "isi", "sumber", "tautan"],
        ["Jembatan Dibuka", "2024-01-22 10:15", "Wali kota membuka jembatan kemarin.", "Contoh", "https://contoh.id/1"],
        ["Pasar Terbakar", "2024-01-25", "Pasar di Solo terbakar.", "", "https://contohmedia.com/2"],
    ]
    first, second = articles("\n".join(delimiter.join(row) for row in rows))
    assert (first.id, first.title, first.text) == ("arsip-2", "Jembatan Dibuka", "Wali kota membuka jembatan kemarin.")
    assert (first.published.value, first.published.basis) == ("2024-01-22", "metadata")
    assert (first.source, first.url) == ("Contoh", "https://contoh.id/1")
    assert (second.published.value, second.source) == ("2024-01-25", "contohmedia.com")


def test_a_text_and_a_label_are_a_table() -> None:
    assert [each.text for each in articles("text,label\nWarga pulang.,0\nAir surut.,1\n")] == [
        "Warga pulang.",
        "Air surut.",
    ]


def test_quoted_fields_hold_delimiters_quotes_and_line_breaks() -> None:
    table = 'Title,Content\r\n"Banjir, Lagi","Warga ""pulang"".\r\nAir surut."\r\nSurut,Air surut.\r\n'
    first, second = articles(table)
    assert (first.title, first.text) == ("Banjir, Lagi", 'Warga "pulang".\nAir surut.')
    assert (first.id, second.id) == ("arsip-2", "arsip-4")


def test_no_day_of_one_row_is_that_of_another() -> None:
    dated, undated = articles('judul,berita\nA,"Pasar dibuka, kata Budi, Senin (3/2/2020)."\nB,Pasar ramai kemarin.')
    assert (dated.published.value, undated.published.value) == ("2020-02-03", None)


def test_a_table_without_a_column_for_the_text_is_reported_with_its_columns() -> None:
    (found,) = read_articles(b"judul,tanggal,label\nA,2024-01-22,1\n", name="a.csv")
    assert isinstance(found, Unreadable)
    assert "judul, tanggal, label" in found.reason and '"isi"' in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "Banjir, Longsor, dan Gempa\nWarga pulang.",
        "Berita, Artikel, dan Foto Terkini\nWarga pulang.",
        "Berita\nWarga pulang.",
        "Warga pulang; air surut.",
        "",
    ],
)
def test_a_text_with_commas_is_no_table(text: str) -> None:
    assert not is_table(text)


def test_a_table_of_something_else_is_reported_with_its_columns() -> None:
    (found,) = read_articles(b"nama;umur;kota\nBudi;40;Kudus\nSari;35;Blora\n", name="warga.csv")
    assert isinstance(found, Unreadable)
    assert "nama, umur, kota" in found.reason


def test_what_is_broken_costs_nothing_of_the_rows_before_it() -> None:
    first, second = read_articles(b'judul,isi\nA,Warga pulang.\nB,"' + b"x" * 5_000_000, name="a.csv")
    assert isinstance(first, Article) and first.text == "Warga pulang."
    assert isinstance(second, Unreadable) and second.line == 3


def test_a_table_without_column_names_is_known_by_what_its_columns_hold() -> None:
    rows = [
        '1,Pasar Dibuka,"Pasar ikan di Cirebon dibuka lagi setelah enam bulan tutup, kata wali kota.",2024-01-22',
        '2,Jalan Rusak,"Jalan di Indramayu rusak parah sejak hujan pekan lalu, kata para warga.",2024-01-21',
    ]
    articles = list(read_articles("\n".join(rows).encode(), name="berita.csv"))
    assert [(article.title, article.published.value) for article in articles if isinstance(article, Article)] == [
        ("Pasar Dibuka", "2024-01-22"),
        ("Jalan Rusak", "2024-01-21"),
    ]


def test_paragraphs_with_a_comma_each_are_no_table() -> None:
    text = "Pasar ikan di Cirebon dibuka lagi setelah enam bulan tutup, kata Budi.\nJalan rusak, kata Siti."
    assert not is_table(text)


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;"])
def test_a_first_line_that_names_the_delimiter(first: str) -> None:
    (row,) = articles(f"{first}\r\njudul;isi;tanggal\r\nPasar Dibuka;Pasar dibuka, kata Siti.;17-Aug-20\r\n")
    assert (row.id, row.title, row.text) == ("arsip-3", "Pasar Dibuka", "Pasar dibuka, kata Siti.")
    assert row.published.value == "2020-08-17"


def test_lines_above_what_parts_the_columns_are_counted() -> None:
    [article] = articles("\n\nsep=;\njudul;isi\nPasar Dibuka;Pasar di Solo dibuka kemarin.\n")
    assert article.id == "arsip-5"
    [bad] = read_articles(b"sep=;\n" * 1200, name="arsip.csv")
    assert isinstance(bad, Unreadable)
