"""What TIMEX3 values cover."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.dates import days_of


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("197", "1970-01-01", "1979-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
        ("2024-W03", "2024-01-15", "2024-01-21"),
        ("2024-W03-WE", "2024-01-20", "2024-01-21"),
        ("2015-Q2", "2015-04-01", "2015-06-30"),
        ("2015-H2", "2015-07-01", "2015-12-31"),
        ("2014-12-28T06:18", "2014-12-28", "2014-12-28"),
        ("2014-12-28TMO", "2014-12-28", "2014-12-28"),
        ("2018-12-19/2018-12-21", "2018-12-19", "2018-12-21"),
        ("2024-01-W02", "2024-01-01", "2024-01-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("PAST_REF", None, None),
        ("P3D", None, None),
        ("XXXX-WXX-1", None, None),
        ("2014-WI", None, None),
        ("2024-02-31", None, None),
        ("2024-W60", None, None),
        ("", None, None),
    ],
)
def test_days_of(value: str, earliest: str | None, latest: str | None) -> None:
    assert days_of(value) == (earliest, latest)


@given(st.dates())
def test_a_day_covers_itself_and_lies_in_its_month_week_and_year(day: date) -> None:
    year, week, _ = day.isocalendar()
    assert days_of(day.isoformat()) == (day.isoformat(), day.isoformat())
    for value in (f"{day:%Y-%m}".rjust(7, "0"), f"{year:04}-W{week:02}", f"{day.year:04}"):
        first, last = days_of(value)
        assert first is None or last is None or first <= day.isoformat() <= last


@given(st.text(max_size=20))
def test_any_text_is_answered(value: str) -> None:
    first, last = days_of(value)
    assert (first is None) == (last is None) or "/" in value
