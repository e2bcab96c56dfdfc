"""A day, month or year on the command line: its first and its last day."""

from __future__ import annotations

import calendar
import datetime
import re

_STRETCH = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day(written: str) -> str | None:
    """Return the first day (ISO 8601) of `2024`, `2024-01` or `2024-01-22`, or None for anything else."""
    return _edge(written, is_last=False)


def last_day(written: str) -> str | None:
    """Return the last day (ISO 8601) of `2024`, `2024-01` or `2024-01-22`, or None for anything else."""
    return _edge(written, is_last=True)


def _edge(written: str, *, is_last: bool) -> str | None:
    match = _STRETCH.fullmatch(written)
    if match is None:
        return None
    year = int(match[1])
    month = int(match[2] or (12 if is_last else 1))
    try:
        whole_month = calendar.monthrange(year, month)[1]
        return datetime.date(year, month, int(match[3] or (whole_month if is_last else 1))).isoformat()
    except ValueError:
        return None
