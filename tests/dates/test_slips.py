"""Dates whose weekday and number disagree."""

from __future__ import annotations

import pytest

from factcli.dates import find_dates


@pytest.mark.parametrize(
    ("words", "published", "value"),
    [
        ("Senin (21/1/2018)", "2019-01-21", "2019-01-21"),
        ("Selasa (7/10/2023)", "2023-11-07", "2023-11-07"),
        ("Senin (22/7/2025)", "2025-07-21", "2025-07-21"),
        ("Rabu (5/8/2025)", "2025-08-06", "2025-08-06"),
    ],
)
def test_one_slip_is_mended_where_the_weekday_leads_to_the_news(words: str, published: str, value: str) -> None:
    (found,) = find_dates(f"Jembatan itu putus, kata Rini, {words}.", published=published)
    assert (found.text, found.value, found.anchor) == (words, value, "published")


@pytest.mark.parametrize(
    ("words", "published", "value"),
    [
        ("Senin (15/4/2021)", "2021-04-15", "2021-04-15"),
        ("Selasa (30/7/2025)", "2025-07-31", "2025-07-30"),
        ("Senin (3/5/1998)", "2024-01-22", "1998-05-03"),
    ],
)
def test_a_day_at_hand_or_long_past_stands_as_written(words: str, published: str, value: str) -> None:
    (found,) = find_dates(f"Jembatan itu putus, kata Rini, {words}.", published=published)
    assert (found.value, found.anchor) == (value, None)


def test_without_publication_nothing_is_mended() -> None:
    (found,) = find_dates("Jembatan itu putus, kata Rini, Senin (21/1/2018).")
    assert found.value == "2018-01-21"


def test_the_weekday_of_a_slip_is_meant_again() -> None:
    dates = find_dates("Ia datang hari ini, Kamis (6/12/2023). Ia berpidato, Kamis.", published="2023-12-06")
    assert [date.value for date in dates] == ["2023-12-06", "2023-12-06"]
