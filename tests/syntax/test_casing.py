"""Headlines and capitals read as plain sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.syntax.casing import case_of, plain_case


@pytest.mark.parametrize(
    ("headline", "plain"),
    [
        ("Polisi Tangkap Dua Pencuri Motor di Surabaya", "Polisi tangkap dua pencuri motor di Surabaya"),
        ("KPK Periksa Mantan Bupati soal Suap Jembatan", "KPK periksa mantan Bupati soal suap jembatan"),
        ("WARGA KELUHKAN JALAN RUSAK DI JAWA BARAT", "Warga keluhkan jalan rusak di Jawa Barat"),
        ("Ini Alasan Warga Tolak Jembatan Ardawana", "Ini alasan warga tolak Jembatan Ardawana"),
    ],
)
def test_headline_becomes_a_sentence(headline: str, plain: str) -> None:
    assert plain_case(headline) == plain


def test_sentences_of_the_article_tell_what_a_word_of_the_headline_is() -> None:
    body = "Warga menanam bunga. Menurut Bunga Mawar Sari, pasar ramai setiap hari."
    headline = "Bunga Mawar Sari Buka Pasar Bunga Baru di Palu"
    assert plain_case(f"{headline}\n{body}") == f"Bunga Mawar Sari buka pasar bunga baru di Palu\n{body}"


def test_text_without_capitals_gets_them() -> None:
    assert plain_case("polisi dan kpk memeriksa warga di surabaya") == "Polisi dan KPK memeriksa warga di Surabaya"


@pytest.mark.parametrize(
    "sentence",
    [
        "Direktur Lembaga Pengelola Dana Pendidikan bertemu Menteri Keuangan di Jakarta.",
        "JAKARTA, KOMPAS.com - Warga mengeluhkan jalan rusak di Palu.",
        "Jakarta",
    ],
)
def test_sentences_stay_as_they_are(sentence: str) -> None:
    assert case_of(sentence) == "plain"
    assert plain_case(sentence) == sentence


@given(st.text(alphabet="AaBbİıß1 -'.\n", max_size=60))
def test_length_and_letters_stay(text: str) -> None:
    plain = plain_case(text)
    assert len(plain) == len(text)
    assert [line.casefold() for line in plain.split("\n")] == [line.casefold() for line in text.split("\n")]
