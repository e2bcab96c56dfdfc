"""Headline, credits, dateline and paragraphs."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from factcli.reading.layout import lay_out

SEED = Path(__file__).resolve().parents[2] / "seeds" / "putin-korea-utara.txt"

PIECES = st.sampled_from(
    [
        *("\n", "\r\n", "\n\n", " ", "\u00a0", "\x00", "\x85", "“", "- ", ". "),
        *("Harga Cabai Naik", "Warga", "JAKARTA, KOMPAS.com - ", "Jakarta (ANTARA) -", "Senin, 22 Januari 2024"),
        *("Baca juga: Harga", "(Foto: Budi)", "ANTARA FOTO/Budi", "(baca: Cabai)", "[Gambas:Video]", "ADVERTISEMENT"),
    ]
)


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in lay_out(text, title=title).blocks]


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)), st.none() | st.just("Harga Cabai Naik"))
def test_every_character_that_is_not_white_lies_in_exactly_one_block(text: str, title: str | None) -> None:
    end = 0
    for block in lay_out(text, title=title).blocks:
        piece = text[block.start : block.end]
        assert piece and piece == piece.strip()
        assert not text[end : block.start].strip()
        assert block.start >= end
        end = block.end
    assert not text[end:].strip()


def test_the_seed_article() -> None:
    text = SEED.read_text(encoding="utf-8")
    layout = lay_out(text)
    assert layout.outlet == "VIVA"
    assert layout.title == text.split("\n", 1)[0]
    found = kinds(text)
    assert [kind for kind, _ in found[:4]] == ["title", "credit", "dateline", "body"]
    assert found[2][1] == "VIVA Dunia –"
    assert found[3][1].startswith("Pada tahun 2023,")
    assert {kind for kind, _ in found[3:]} == {"body"}


def test_the_body_begins_right_after_the_dash() -> None:
    assert kinds("PALU, KOMPAS.com -Warga senang. Pasar ramai.") == [
        ("dateline", "PALU, KOMPAS.com -"),
        ("body", "Warga senang. Pasar ramai."),
    ]


def test_a_dateline_may_follow_a_caption() -> None:
    text = "Pasar Dibuka\nSuasana pasar. (KOMPAS.com/BUDI)\nSOLO, KOMPAS.com - Pasar itu dibuka lagi.\nWarga senang."
    assert kinds(text) == [
        ("title", "Pasar Dibuka"),
        ("body", "Suasana pasar."),
        ("credit", "(KOMPAS.com/BUDI)"),
        ("dateline", "SOLO, KOMPAS.com -"),
        ("body", "Pasar itu dibuka lagi."),
        ("body", "Warga senang."),
    ]


def test_lines_between_paragraphs_that_are_no_text() -> None:
    text = "Jakarta - Pasar dibuka.\nBaca juga: Harga Cabai Turun\nADVERTISEMENT\nWarga senang.\nEditor: Siti Aminah"
    assert [kind for kind, _ in kinds(text)] == ["dateline", "body", "invitation", "credit", "body", "credit"]


def test_a_line_that_says_when_the_article_went_out() -> None:
    text = "Pasar Dibuka\nBudi Santoso - detikNews\nSenin, 22 Jan 2024 10:15 WIB\nSolo - Pasar dibuka lagi."
    assert [kind for kind, _ in kinds(text)] == ["title", "credit", "dateline", "dateline", "body"]


def test_what_is_a_headline() -> None:
    assert kinds("Pasar Dibuka\nWarga senang.")[0][0] == "title"
    assert kinds("Pasar Dibuka, Warga Sen...\nWarga senang.")[0][0] == "title"
    assert kinds("“Pasar Dibuka!”\nWarga senang.")[0][0] == "title"
    assert kinds("Pasar dibuka.\nWarga senang.")[0][0] == "body"
    assert kinds("“Pasar dibuka.”\nWarga senang.")[0][0] == "body"
    assert kinds("Pasar dibuka")[0][0] == "body"
    assert kinds("Pasar dibuka\nFoto: Budi")[0][0] == "body"
    assert kinds("Pasar " * 40 + "\nWarga senang.")[0][0] == "body"


def test_a_headline_on_two_wrapped_lines_is_one_line_in_the_title() -> None:
    text = "Pasar  Dibuka\nWarga senang."
    layout = lay_out(text, title="pasar dibuka")
    assert layout.title == "Pasar Dibuka"
    assert layout.blocks[0].kind == "title"


def test_only_the_opening_of_the_article_is_a_dateline() -> None:
    text = "Pasar dibuka.\nWarga senang.\nHarga turun.\nJAKARTA, KOMPAS.com - Pasar ramai."
    assert [kind for kind, _ in kinds(text)] == ["body"] * 4
    assert [kind for kind, _ in kinds("Pasar dibuka.\nMedan - Warga senang.")] == ["body", "body"]
