"""The days that durations cover which end or begin at a day that is known."""

from __future__ import annotations

import pytest

from factcli.dates import find_dates


@pytest.mark.parametrize(
    ("words", "value", "earliest", "latest"),
    [
        ("tiga pekan terakhir", "P3W", "2024-01-01", "2024-01-22"),
        ("tiga tahun terakhir", "P3Y", "2021-01-22", "2024-01-22"),
        ("dua bulan belakangan ini", "P2M", "2023-11-22", "2024-01-22"),
        ("10 hari ke depan", "P10D", "2024-01-22", "2024-02-01"),
        ("dua tahun mendatang", "P2Y", "2024-01-22", "2026-01-22"),
        ("sebulan terakhir", "P1M", "2023-12-22", "2024-01-22"),
    ],
)
def test_up_to_publication_or_on_from_it(words: str, value: str, earliest: str, latest: str) -> None:
    (found,) = find_dates(f"Harga naik dalam {words}.", published="2024-01-22")
    assert (found.text, found.type, found.value) == (words, "DURATION", value)
    assert (found.earliest, found.latest, found.anchor) == (earliest, latest, "published")


@pytest.mark.parametrize(
    ("words", "earliest", "latest", "anchor"),
    [
        ("enam bulan pertama 2025", "2025-01-01", "2025-06-30", None),
        ("tiga bulan pertama tahun ini", "2024-01-01", "2024-03-31", "published"),
        ("100 hari pertama", None, None, None),
    ],
)
def test_from_the_beginning_of_a_year(words: str, earliest: str | None, latest: str | None, anchor: str | None) -> None:
    (found,) = find_dates(f"Laba {words} naik.", published="2024-01-22")
    assert (found.type, found.earliest, found.latest, found.anchor) == ("DURATION", earliest, latest, anchor)


@pytest.mark.parametrize(
    "words", ["beberapa tahun terakhir", "lebih dari lima tahun terakhir", "48 jam terakhir", "tiga tahun"]
)
def test_what_is_only_bounded_or_not_anchored_covers_no_days(words: str) -> None:
    (found,) = find_dates(f"Harga naik dalam {words}.", published="2024-01-22")
    assert (found.earliest, found.latest, found.anchor) == (None, None, None)


def test_the_last_of_a_short_month_stands_for_a_day_it_has_not() -> None:
    (found,) = find_dates("Harga naik dalam sebulan terakhir.", published="2024-03-31")
    assert found.earliest == "2024-02-29"


def test_without_publication_a_duration_stays_a_length() -> None:
    (found,) = find_dates("Harga naik dalam tiga tahun terakhir.")
    assert (found.value, found.earliest, found.anchor) == ("P3Y", None, None)
