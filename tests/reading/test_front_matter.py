"""Front matter, days in the names of files, marks of chats."""

from __future__ import annotations

import pytest

from factcli.reading import read_articles
from factcli.reading.chat import without_marks
from factcli.reading.front_matter import day_in_name
from factcli.schema import Article

TEXT = "Warga membuka jembatan itu kemarin."


def article(text: str, name: str = "banjir.txt") -> Article:
    (found,) = read_articles(text.encode(), name=name)
    assert isinstance(found, Article), found
    return found


def test_front_matter_is_no_text_but_says_what_the_article_is() -> None:
    matter = '---\ntitle: "Jembatan Dibuka"\ndate: 2024-01-22\nsource: Contoh\nurl: https://contoh.id/1\n---'
    found = article(f"{matter}\n\n{TEXT}\n")
    assert found.text == f"{matter}\n\n{TEXT}\n"
    assert (found.title, found.source, found.url) == ("Jembatan Dibuka", "Contoh", "https://contoh.id/1")
    assert (found.published.value, found.published.basis) == ("2024-01-22", "metadata")
    assert [(block.kind, found.text[block.start : block.end]) for block in found.blocks] == [
        ("credit", matter),
        ("body", TEXT),
    ]


def test_a_rule_is_no_front_matter() -> None:
    found = article(f"---\n{TEXT}\n---\n{TEXT}")
    assert [found.text[block.start : block.end] for block in found.blocks if block.kind == "body"].count(TEXT) == 2
    assert article(f"---\n{TEXT}").published.value is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("arsip/2024-01-22-banjir-surut.txt", "2024-01-22"),
        ("banjir_20240122.txt.gz", "2024-01-22"),
        ("2024.01.22 banjir.txt", "2024-01-22"),
        ("banjir-2024-13-22.txt", None),
        ("2024-02-30.txt", None),
        ("3202401225.txt", None),
        ("2024-01-22/banjir.txt", None),
    ],
)
def test_the_day_in_a_name(name: str, day: str | None) -> None:
    assert day_in_name(name) == day


def test_the_name_goes_behind_metadata_and_dateline_and_before_a_guess() -> None:
    assert article(TEXT, "2024-01-22-a.txt").published.value == "2024-01-22"
    assert article(f"---\ndate: 2024-01-20\n---\n{TEXT}", "2024-01-22-a.txt").published.value == "2024-01-20"
    dateline = f"TEMPO.CO, Jakarta, 21 Januari 2024 - {TEXT}"
    assert article(dateline, "2024-01-22-a.txt").published.value == "2024-01-21"
    guess = "Pasar dibuka, kata Budi, Senin (3/2/2020)."
    assert article(guess, "2024-01-22-a.txt").published.value == "2024-01-22"


def test_the_name_of_a_file_of_many_articles_is_that_of_none() -> None:
    (found,) = read_articles(b'{"text": "Warga pulang kemarin."}', name="2024-01-22.jsonl")
    assert isinstance(found, Article) and found.published.value is None


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("Mulai *Senin* jalan _ditutup total_.", "Mulai  Senin  jalan  ditutup total ."),
        ("*_Penting_* sekali", "  Penting   sekali"),
        ("**Penting** ~batal~", "  Penting    batal "),
        ("nama_berkas_panjang.txt", "nama_berkas_panjang.txt"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("Harga* naik.\n*) per kilogram", "Harga* naik.\n*) per kilogram"),
        ("Sidang (*) selesai *", "Sidang (*) selesai *"),
        ("## Latar belakang", "   Latar belakang"),
        ("#banjir #kudus", "#banjir #kudus"),
        ("> Kami siap,\n>> kata Sari", "  Kami siap,\n   kata Sari"),
        ("Harga > Rp 5.000", "Harga > Rp 5.000"),
        ("Ia lahir di [Kudus](https://a.id/k) itu", "Ia lahir di  Kudus                  itu"),
        ("![Peta](/peta.png) Warga pulang", "                   Warga pulang"),
        ("Pak [Ahmad] (52) pulang", "Pak [Ahmad] (52) pulang"),
    ],
)
def test_marks_of_chats_become_blanks(marked: str, plain: str) -> None:
    assert without_marks(marked) == plain
    assert len(marked) == len(plain)


def test_a_chat_is_read_without_its_marks_and_its_places_stay() -> None:
    text = "*PENTING*\n\nJalan tol _ditutup_ mulai *Senin, 5 Februari 2024*."
    found = article(text)
    assert found.title == "PENTING"
    assert found.text.index("ditutup") == text.index("ditutup")
    assert not set("*_") & set(found.text)


def test_labelled_lines_above_a_blank_line_are_front_matter() -> None:
    found = article(f"Judul: Jembatan Dibuka\nTanggal: 22 Januari 2024\nSumber: Contoh\n\n{TEXT}")
    assert (found.title, found.published.value, found.source) == ("Jembatan Dibuka", "2024-01-22", "Contoh")
    assert [found.text[block.start : block.end] for block in found.blocks if block.kind == "body"] == [TEXT]


def test_lines_with_colons_are_no_front_matter() -> None:
    found = article(f"Warga: jembatan itu kuat\nWali kota: belum tentu\n\n{TEXT}")
    assert found.title == "Warga: jembatan itu kuat"


def test_three_backticks_are_chat_mark_up() -> None:
    assert without_marks("```Warga pulang.```") == "   Warga pulang.   "


@pytest.mark.parametrize("name", ["banjir-22-01-2024.txt", "banjir 22 Januari 2024.txt", "banjir_22jan2024.html"])
def test_the_day_in_a_name_may_come_first_or_in_words(name: str) -> None:
    assert day_in_name(name) == "2024-01-22"


@pytest.mark.parametrize("name", ["putusan-90-12-2023.txt", "bab 12 halaman 2024.txt", "32-01-2024.txt"])
def test_numbers_in_a_name_that_are_no_day(name: str) -> None:
    assert day_in_name(name) is None
