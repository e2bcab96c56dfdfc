"""What every answer of `find_dates` keeps to, whatever the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from growth import assert_linear, calls
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.dates import find_dates
from factcli.dates.grammar import load_grammar
from factcli.dates.tokens import tokenise
from factcli.schema import Block

PIECES = st.sampled_from(
    [
        "kemarin",
        "Senin",
        "Minggu",
        "minggu",
        "lalu",
        "ini",
        "depan",
        "(",
        ")",
        ",",
        ".",
        "-",
        "/",
        "12",
        "31",
        "2024",
        "29/12",
        "2.014",
        "Januari",
        "Mei",
        "bulan",
        "tahun",
        "pukul",
        "07.30",
        "WIB",
        "tiga",
        "dua",
        "puluh",
        "setengah",
        "beberapa",
        "hari",
        "akhir",
        "awal",
        "sekitar",
        "lebih",
        "dari",
        "hingga",
        "dan",
        "pagi",
        "malam",
        "tadi",
        "nanti",
        "akan",
        "telah",
        "setiap",
        "kuartal",
        "III",
        "abad",
        "ke-19",
        "1980-an",
        "itu",
        "sebelumnya",
        "kemudian",
        "Lebaran",
        "Rp",
        '"',
        "'",
        "Ling",
        "%",
        "5,5",
        "se",
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=60)


@given(TEXTS, st.sampled_from([None, "2024-01-22", "0001-01-01", "9999-12-31"]))
@settings(max_examples=300, deadline=None)
def test_expressions_stand_in_order_and_quote_the_text(text: str, published: str | None) -> None:
    dates = find_dates(text, published=published)
    assert [date.id for date in dates] == [f"t{number}" for number in range(1, len(dates) + 1)]
    for before, after in pairwise(dates):
        assert before.end <= after.start
    for date in dates:
        assert text[date.start : date.end] == date.text
        assert date.text.strip() == date.text != ""
        assert (date.earliest is None) == (date.latest is None)
        assert date.value is not None or (date.earliest is None and date.anchor is None)
        if date.earliest and date.latest:
            assert date.earliest <= date.latest


@pytest.mark.parametrize(
    ("count", "value"),
    [
        ("1" + ".000" * 200, "PXY"),
        ("1.000.000.000.000.000", "PXY"),
        ("999.999.999", "P999999999Y"),
        ("2,5", "P2.5Y"),
        ("0,00001", "P0.00001Y"),
    ],
)
def test_a_count_of_any_size_has_a_value_of_timex3(count: str, value: str) -> None:
    (found,) = find_dates(f"Batu itu terbentuk selama {count} tahun.")
    assert (found.text, found.value) == (f"{count} tahun", value)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_without_publication_nothing_is_resolved_against_it(text: str) -> None:
    assert all(date.anchor != "published" for date in find_dates(text))


ADVERSE = [
    "kemarin ",
    "satu ",
    "12/",
    "(Senin ",
    "2024-",
    "20, ",
    "Juni dan ",
    "belum ",
    "1.000",
    "1/1/1/1/",
    "lalu lalu ",
    "7",
    "Senin (29/12/2014) ",
    '"Kemarin," kata Rini, ',
    "Dua jam kemudian ",
    "dua puluh ",
    "H-7 ",
    "a'",
    "...",
]


def find(text: str) -> object:
    return find_dates(text, published="2024-01-22")


@pytest.mark.parametrize("piece", ADVERSE)
def test_work_grows_with_length_only(piece: str) -> None:
    find(piece)
    assert calls(find, piece * 1_600) < 5 * calls(find, piece * 400) + 1_000


@pytest.mark.parametrize("piece", ["7", "1/", "1.000", "a", ".", "12-"])
def test_a_hundred_thousand_characters_without_a_space(piece: str) -> None:
    assert_linear(lambda n: piece * (50_000 * n // len(piece)), find)


def test_a_paragraph_of_thousands_of_dates() -> None:
    assert_linear(lambda n: "Siti tiba di kota Bandung untuk rapat besok pagi, " * 8_000 * n, find)


def test_a_wrong_day_of_publication_is_named() -> None:
    with pytest.raises(ValueError, match="'22 Januari' is not an ISO 8601 day"):
        find_dates("kemarin", published="22 Januari")


def test_no_expression_crosses_a_line_where_no_blocks_are_given() -> None:
    assert [date.text for date in find_dates("Rapat Senin\n22 Januari 2024")] == ["Senin", "22 Januari 2024"]


def test_within_a_block_a_broken_line_is_a_space() -> None:
    text = "Rapat digelar 22\nJanuari 2024 di Solo."
    (found,) = find_dates(text, blocks=[Block(start=0, end=len(text), kind="body")])
    assert (found.text, found.value) == ("22\nJanuari 2024", "2024-01-22")


@pytest.mark.parametrize("left", ["\u200b", "\u00ad", "\u200e", "\u2060", "\ufeff"])
def test_what_nobody_sees_beside_a_word_parts_no_date(left: str) -> None:
    (found,) = find_dates(f"Siti tiba pada {left}13{left} Mei{left} 2024{left}.")
    assert (found.text, found.value) == (f"13{left} Mei{left} 2024", "2024-05-13")


def test_no_expression_crosses_the_edge_of_a_block() -> None:
    text = "Rapat Senin 22 Januari 2024"
    blocks = [Block(start=0, end=11, kind="title"), Block(start=12, end=len(text), kind="body")]
    assert [date.text for date in find_dates(text, blocks=blocks)] == ["Senin", "22 Januari 2024"]


def test_any_number_may_stand_in_a_text() -> None:
    numbers = [str(number).zfill(length) for length in (1, 2, 3, 4) for number in range(10**length)]
    text = "; ".join(numbers)
    assert load_grammar().signatures.of(tokenise(text, 0, len(text)))
