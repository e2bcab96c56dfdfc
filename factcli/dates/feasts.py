"""The days of moving feasts, from the `holidays` library, which is loaded only when a feast is met."""

from __future__ import annotations

from datetime import date
from functools import cache


@cache
def feast_day(name: str, year: int) -> date | None:
    """The first day of the feast (its name in English, as in `holidays`) in Indonesia in `year`, None if not known."""
    try:
        import holidays
    except ImportError:
        return None
    days = holidays.country_holidays("ID", years=year, language="en_US")
    found = sorted(day for day, title in days.items() if title.startswith(name))
    return found[0] if found else None
