"""Days of the calendar as ISO 8601 writes them."""

from __future__ import annotations

import datetime
import re

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", re.DOTALL)


def parse_day(value: str) -> str | None:
    """Return the day (`2024-01-22`) that an ISO date or date and time begins with, or None if it is no such thing.

    The day is the one written, in the zone of the writer. A month or day without its leading zero is taken too.
    """
    match = _DAY.fullmatch(value.strip())
    if match is None:
        return None
    year, month, day = map(int, match.groups())
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
