"""Feasts of the Christian, Islamic, Chinese, Hindu, Buddhist and Javanese years, and the Islamic calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.dates.feasts import feast_day, feast_days
from factcli.dates.hijri import hijri_day, hijri_feast, hijri_span


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Eid al-Fitr", date(2021, 5, 13)),  # one day with Ascension Day
        ("Easter Sunday", date(2019, 4, 21)),  # no holiday of its own then
        ("Day of Silence", date(2023, 3, 22)),
        ("Javanese New Year", date(2024, 7, 8)),
        ("Javanese New Year", date(1936, 3, 24)),
        ("Vesak Day", date(2022, 5, 16)),
    ],
)
def test_day_of_a_feast(name: str, day: date) -> None:
    assert feast_day(name, day.year) == day


def test_a_lunar_feast_may_fall_twice_in_a_year() -> None:
    assert len(feast_days("Eid al-Fitr", 2000)) == 2


def test_a_feast_that_nobody_keeps() -> None:
    assert feast_day("Thanksgiving", 2024) is None
    assert feast_day("Javanese New Year", 1900) is None


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (1445, 9, 1, date(2024, 3, 12)),
        (1445, 10, 1, date(2024, 4, 10)),
        (1444, 12, 10, date(2023, 6, 29)),
        (1446, 1, 1, date(2024, 7, 7)),
    ],
)
def test_day_of_the_islamic_calendar(year: int, month: int, day: int, expected: date) -> None:
    assert hijri_day(year, month, day) == expected


def test_a_month_of_the_islamic_calendar() -> None:
    assert hijri_span(1445, 9) == (date(2024, 3, 12), date(2024, 4, 9))
    assert hijri_feast("Eid al-Adha", 1445) == date(2024, 6, 17)
    assert hijri_feast("Christmas Day", 1445) is None


@given(st.integers(1, 1600), st.integers(1, 11))
def test_months_follow_each_other(year: int, month: int) -> None:
    first, last = hijri_span(year, month) or (date.max, date.max)
    assert 27 <= (last - first).days + 1 <= 32
    assert hijri_day(year, 13, 1) is hijri_day(year, month, 31) is None
