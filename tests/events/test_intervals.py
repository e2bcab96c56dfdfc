"""What an event's date does to its days."""

from __future__ import annotations

from typing import Any

import pytest
from growth import assert_linear
from hypothesis import given
from hypothesis import strategies as st

from factcli.dates import find_dates
from factcli.events.intervals import are_ends, is_range, when_beside, when_of, with_days
from factcli.events.network import BOUNDS
from factcli.events.tables import tables
from factcli.schema import DateExpression, When


def date(value: str, first: str | None, last: str | None, name: str = "t1") -> DateExpression:
    """A date expression with these days."""
    return DateExpression(id=name, start=0, end=1, text=value, type="DATE", value=value, earliest=first, latest=last)


MARCH = date("2021-03", "2021-03-01", "2021-03-31")
MAY = date("2021-05", "2021-05-01", "2021-05-31", "t2")


@pytest.mark.parametrize(
    ("bound", "first", "last"),
    [
        ("in", "2021-03-01", "2021-03-31"),
        ("since", "2021-03-01", None),
        ("until", None, "2021-03-31"),
    ],
)
def test_a_bound_opens_one_end(bound: str, first: str | None, last: str | None) -> None:
    assert when_of(MARCH, bound) == When(value="2021-03", earliest=first, latest=last, date="t1")


def test_a_range_reaches_from_the_first_to_the_last_day() -> None:
    assert when_of(MARCH, "in", MAY) == When(
        value="2021-03/2021-05", earliest="2021-03-01", latest="2021-05-31", date="t1"
    )


def test_a_range_stated_backwards_is_put_in_order_and_keeps_its_own_date() -> None:
    assert when_of(MAY, "in", MARCH) == When(
        value="2021-03/2021-05", earliest="2021-03-01", latest="2021-05-31", date="t2"
    )


def test_a_date_open_at_one_end_stays_open() -> None:
    open_end = date("2021", "2021-01-01", None)
    assert when_of(open_end, "in").latest is None
    assert when_of(MARCH, "in", date("2021-06", "2021-06-01", None, "t3")).latest is None


DAYS = st.none() | st.dates().map(lambda day: day.isoformat())


@given(DAYS, DAYS, DAYS, DAYS, st.sampled_from(BOUNDS))
def test_no_day_is_invented(one: str | None, two: str | None, three: str | None, four: str | None, bound: str) -> None:
    when = when_of(date("a", one, two), bound, date("b", three, four))
    assert {when.earliest, when.latest} <= {one, two, three, four, None}
    assert when.date == "t1" and when.basis == "text"


@pytest.mark.parametrize(
    "example",
    [one for rule in tables("spans.toml").values() for one in rule["examples"]],
    ids=lambda one: one["text"],
)
def test_what_names_no_day_lies_by_the_day_of_publication(example: dict[str, Any]) -> None:
    expression = DateExpression(id="t1", start=0, end=1, text=example["text"], type=example["type"], value="PXM")
    dated = with_days(expression, f"{example['published']}T10:00")
    assert (dated.earliest, dated.latest) == (example.get("earliest"), example.get("latest"))
    assert with_days(expression, None) == expression


def test_days_of_its_own_stay() -> None:
    assert with_days(MARCH, "2024-05-10") == MARCH


@pytest.mark.parametrize(
    "example",
    [one for rule in tables("bounds.toml").values() for one in rule["examples"]],
    ids=lambda one: one["text"],
)
def test_words_beside_a_date_bound_what_it_dates(example: dict[str, Any]) -> None:
    found = next(
        one for one in find_dates(example["text"], published=example.get("published")) if one.text == example["date"]
    )
    before, behind = example["text"][: found.start], example["text"][found.end :]
    when = when_beside(found, before, behind, example.get("says", "in"))
    assert (when.earliest, when.latest) == (example.get("earliest"), example.get("latest"))


def test_nothing_is_before_the_first_day_of_the_calendar() -> None:
    assert when_beside(date("0001", "0001-01-01", "0001-12-31"), "sebelum ", "", "in").latest is None


def test_a_line_may_end_between_the_words_that_bound_a_date() -> None:
    assert when_beside(MARCH, "Pasar itu dibuka sebelum\n", "", "in").latest == "2021-02-28"
    assert when_beside(MARCH, "Laporan itu wajib\nmasuk paling\n  lambat ", "", "in").earliest is None
    assert when_beside(MARCH, "Pasar itu tutup dari ", " hingga\nsaat ini.", "in").latest is None


def test_two_dates_are_a_range_where_the_earlier_is_said_first() -> None:
    term, day = date("2029", "2029-01-01", "2029-12-31"), date("2024-10-01", "2024-10-01", "2024-10-01", "t2")
    day.start = term.end + 10
    assert not is_range(day, term), "periode 2024-2029 dilantik 1 Oktober 2024"
    term.start = day.start + 10
    assert is_range(day, term) and is_range(term, day)


@pytest.mark.parametrize(
    "example",
    [one for rule in tables("ranges.toml").values() for one in rule["examples"]],
    ids=lambda one: one["text"],
)
def test_what_stands_between_two_dates_makes_them_ends(example: dict[str, Any]) -> None:
    text = example["text"]
    first, last = find_dates(text, published="2024-05-15")
    end = last if are_ends(first, text[first.end : last.start], last) else None
    when = when_of(first, "in", end)
    assert (when.earliest, when.latest) == (example["earliest"], example["latest"])


def test_two_hours_of_a_day_are_no_ends() -> None:
    opens, closes = find_dates("Pasar buka Senin (5/2/2024) pukul 08.00 hingga pukul 10.00.")
    assert not are_ends(opens, " hingga ", closes)


def test_a_dash_that_opens_a_line_joins_no_dates() -> None:
    assert are_ends(MARCH, " - ", MAY)
    assert not are_ends(MARCH, "\n- ", MAY)
    assert not are_ends(MARCH, "\n  - ", MAY)


def test_a_range_may_go_on_behind_a_comma_or_on_the_next_line() -> None:
    for between in (", hingga ", " sampai\ndengan ", " -\n", " hingga\npada "):
        assert are_ends(MARCH, between, MAY)


@pytest.mark.parametrize("between", [" ", "\n", " , "])
def test_a_long_blank_between_two_dates_takes_time_in_proportion(between: str) -> None:
    assert_linear(lambda n: between * n, lambda gap: are_ends(MARCH, gap, MAY), 100_000)
