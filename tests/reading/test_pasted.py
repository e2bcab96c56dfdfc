"""Texts pasted from pages: what stands around the article is known for what it is."""

from __future__ import annotations

import time

import pytest

from factcli.reading import read_articles
from factcli.reading.datelines import LONGEST_DATELINE, find_published, find_stamp
from factcli.schema import Article

LEDE = "KOMPAS.com - Dermaga di Tambak Lorok ambruk diterjang ombak pada Senin pagi, kata nelayan setempat."
LAST = "Hingga siang hari puluhan perahu belum dapat melaut, kata ketua kelompok nelayan."


def article(*lines: str) -> Article:
    (found,) = read_articles("\n\n".join(lines).encode(), name="tempelan.txt")
    assert isinstance(found, Article), found
    return found


def kinds(found: Article) -> list[tuple[str, str]]:
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


def bodies(found: Article) -> list[str]:
    return [text for kind, text in kinds(found) if kind == "body"]


@pytest.mark.parametrize(
    "above",
    [
        "Baca berita tanpa iklan. Gabung Contoh.com+",
        "Regional",
        "Berita > Regional > Jawa Tengah",
        "NASIONAL",
        "Fokus Kita",
    ],
)
def test_a_kicker_or_an_invitation_is_not_the_headline(above: str) -> None:
    found = article(above, "Dermaga di Tambak Lorok Ambruk", "Kompas.com - 22/01/2024, 10:48 WIB", LEDE, LAST)
    assert found.title == "Dermaga di Tambak Lorok Ambruk"
    assert (found.published.value, found.published.basis) == ("2024-01-22", "dateline")
    assert above not in bodies(found)


def test_bylines_and_captions_above_the_dateline_are_no_text() -> None:
    above = ("Siti Aminah,", "Budi Santoso", "Tim Redaksi", "Ilustrasi dermaga")
    found = article("Dermaga di Tambak Lorok Ambruk", "Kompas.com - 22/01/2024, 10:48 WIB", *above, LEDE, LAST)
    assert bodies(found) == [LEDE.removeprefix("KOMPAS.com - "), LAST]
    assert found.source == "Kompas.com"


def test_a_summary_above_the_dateline_is_text() -> None:
    summary = "Warga berharap dermaga pengganti segera dibangun."
    found = article("Dermaga di Tambak Lorok Ambruk", summary, "Siti Aminah", "22 Januari 2024", LEDE)
    assert bodies(found)[0] == summary
    assert found.title == "Dermaga di Tambak Lorok Ambruk"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Diterbitkan 17 Des 2023, 16:00 WIB", "2023-12-17"),
        ("Oleh Humas     Dipublikasikan pada 11 Maret 2015", "2015-03-11"),
        ("Tanggal publikasi: 5 Januari 2024", "2024-01-05"),
        ("Siti Aminah - Senin, 22 Januari 2024 | 10:15 WIB", "2024-01-22"),
        ("Senin, 22 Jan 2024 10:15 WIB", "2024-01-22"),
        ("26-Jul-2010", "2010-07-26"),
        ("Ditayangkan: 22/01/2024, 10.15", "2024-01-22"),
        ("Dipublikasikan oleh Humas pada 22 Januari 2024", "2024-01-22"),
        ("Posted on January 22, 2024 by admin", "2024-01-22"),
        ("Diperbarui 23 Jan 2024 · Dipublikasikan 22 Jan 2024", "2024-01-22"),
    ],
)
def test_a_line_that_says_when_it_came_out(line: str, day: str) -> None:
    found = article("Dermaga di Tambak Lorok Ambruk", line, f"Dermaga itu {LEDE[23:]}", LAST)
    assert (found.published.value, found.published.basis) == (day, "dateline")
    assert ("dateline", line) in kinds(found)
    start, end = found.published.start, found.published.end
    assert start is not None and end is not None and found.text[start:end] in line


def test_the_day_of_a_change_counts_last() -> None:
    changed, came_out = "oleh Siti Aminah diperbarui 19 Des 2023, 18:30 WIB", "Diterbitkan 17 Des 2023, 16:00 WIB"
    assert article("Dermaga Ambruk", changed, came_out, LEDE).published.value == "2023-12-17"
    assert article("Dermaga Ambruk", changed, LEDE).published.value == "2023-12-19"


def test_a_day_of_publication_may_stand_at_the_end() -> None:
    found = article("[SALAH] Video Dermaga Ambruk 3 Januari 2024", LAST, "Tanggal publikasi: 5 Januari 2024")
    assert found.published.value == "2024-01-05"


def test_what_the_page_shows_behind_the_text_is_none_of_it() -> None:
    behind = (
        "Baca berita terkait dermaga lainnya: Harga Ikan Naik",
        "Bagikan",
        "Berita Terkait",
        "Kapal Kargo Tenggelam di Selat Sunda",
        "Gubernur Resmikan Terminal Baru Senin, 13 Oktober 2025 Pagi",
    )
    found = article("Dermaga di Tambak Lorok Ambruk", LEDE, f"{LAST} (*)", *behind)
    assert bodies(found) == [LEDE.removeprefix("KOMPAS.com - "), LAST]
    comments = ("Sumber: https://contohmedia.com/1", "Tidak ada komentar:", "Posting Komentar")
    assert bodies(article("Dermaga Ambruk", LEDE, LAST, *comments)) == bodies(found)


def test_links_between_paragraphs_give_nothing() -> None:
    found = article(
        "Dermaga Ambruk", LEDE, "Baca juga: Topan Terjang Luzon", LAST, "(Kompas.com/Siti, Contoh.com/Budi)"
    )
    assert bodies(found) == [LEDE.removeprefix("KOMPAS.com - "), LAST]


def test_a_heading_of_a_list_ends_with_the_next_sentence() -> None:
    found = article("Dermaga Ambruk", LEDE, "Baca Juga", "Harga Ikan Naik", LAST, "Bantuan Pemerintah", LAST)
    assert bodies(found)[1:] == [LAST, "Bantuan Pemerintah", LAST]


def test_a_text_without_a_page_around_it_keeps_its_short_lines() -> None:
    found = article("Dermaga Ambruk", "Kayu jati\nCat kapal", LAST, LAST)
    assert found.title == "Dermaga Ambruk"
    assert bodies(found)[:2] == ["Kayu jati", "Cat kapal"]


@pytest.mark.parametrize(
    "line",
    [
        "Senin, 22 Januari 2024 19:36 WIB waktu baca 2 menit",
        "22 Jan 2024, 10:15 WIB • 3 min read",
        "Dirilis Senin 22 Januari 2024 | Dilihat 4.015 kali",
        "Warta Dermaga | Ditayangkan 22 Januari 2024, oleh Siti Aminah | Editor Budi",
        "By Siti Aminah on January 22, 2024",
        "Ditulis oleh Siti pada Senin, 22/01/2024 10:15 dalam Kabar Pesisir",
        "Senin, 22 Januari 2024 10:15 WIB | Editor: Siti Aminah",
        "Oleh: Siti Aminah (22 Januari 2024)",
    ],
)
def test_beside_the_time_may_stand_who_wrote_it_and_how_often_it_was_read(line: str) -> None:
    found = article("Dermaga di Tambak Lorok Ambruk", line, f"Dermaga itu {LEDE[23:]}", LAST)
    assert (found.title, found.published.value) == ("Dermaga di Tambak Lorok Ambruk", "2024-01-22")
    assert ("dateline", line) in kinds(found)


@pytest.mark.parametrize(
    "sentence", ["Kapal itu berlayar pada 22 Januari 2024 oleh desakan warga.", "Nakhodanya Siti."]
)
def test_a_sentence_with_a_day_is_no_time_of_publication(sentence: str) -> None:
    assert article("Dermaga di Tambak Lorok Ambruk", sentence, LAST).published.value is None


@pytest.mark.parametrize(
    "above",
    [
        ("Beranda", "Hukum"),
        ("Home", "Regional", "Jawa Tengah"),
        ("Home", "Regional", "Ombak Besar di Pantura Jawa"),
        ("Kabar Utama | Daerah",),
    ],
)
def test_the_menu_above_the_headline_is_not_the_headline(above: tuple[str, ...]) -> None:
    title = "Dermaga di Tambak Lorok Ambruk"
    found = article(*above, title, "CNN Indonesia", "Senin, 22 Januari 2024 10:15 WIB", "Ilustrasi dermaga", LEDE, LAST)
    assert (found.title, found.published.value) == (title, "2024-01-22")
    assert bodies(found) == [LEDE.removeprefix("KOMPAS.com - "), LAST]


def test_a_press_release_has_its_number_above_the_headline_and_its_day_in_the_dateline() -> None:
    lede = "Pemerintah kota memperbaiki dermaga yang ambruk kemarin."
    dated = f"Semarang, 22 Januari 2024 - {lede}"
    found = article("SIARAN PERS", "Nomor: 7/HM/01/2024", "Dermaga Tambak Lorok Segera Diperbaiki", dated, LAST)
    assert (found.title, found.published.value) == ("Dermaga Tambak Lorok Segera Diperbaiki", "2024-01-22")
    assert bodies(found) == [lede, LAST]


def test_days_as_headings_are_no_times_of_publication() -> None:
    lines = ("14 Januari 2024", "Ombak merusak tiang dermaga.", "15 Januari 2024", "Dermaga itu ambruk sebelum fajar.")
    found = article("Urutan Ambruknya Dermaga", *lines)
    assert (found.title, found.published.value) == ("Urutan Ambruknya Dermaga", None)
    assert bodies(found) == list(lines)
    found = article("Urutan Ambruknya Dermaga", "22 Januari 2024", LAST, *lines)
    assert found.published.value == "2024-01-22"
    assert bodies(found) == [LAST, *lines]


@pytest.mark.parametrize("beside", ["in in ", "oleh A ", "Editor: Siti ", "1.000 dibaca "])
def test_what_stands_beside_a_time_is_read_at_once(beside: str) -> None:
    line = f"22 Januari 2024 {beside * 40}"[: LONGEST_DATELINE - 1] + "!"
    began = time.process_time()
    find_stamp(line)
    find_published(f"Diterbitkan {line}"[:LONGEST_DATELINE])
    assert time.process_time() - began < 1
