"""Days as ISO 8601 writes them."""

from __future__ import annotations

import pytest

from factcli.reading import parse_day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-01-22", "2024-01-22"),
        (" 2024-1-2 ", "2024-01-02"),
        ("2024-01-22T23:30:00+07:00", "2024-01-22"),
        ("2024-01-22 10:15", "2024-01-22"),
        ("2024-02-30", None),
        ("22-01-2024", None),
        ("2024-01-221", None),
        ("kemarin", None),
        ("", None),
    ],
)
def test_parse_day(written: str, day: str | None) -> None:
    assert parse_day(written) == day
