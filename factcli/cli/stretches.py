"""A day, month or year on the command line: its first and its last day."""

from __future__ import annotations

import calendar
import datetime
import re

import typer

_STRETCH = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def first_day(written: str) -> str:
    """Return the first day (ISO 8601) of `2024`, `2024-01` or `2024-01-22`."""
    return _edge(written, is_last=False)


def last_day(written: str) -> str:
    """Return the last day (ISO 8601) of `2024`, `2024-01` or `2024-01-22`."""
    return _edge(written, is_last=True)


def _edge(written: str, *, is_last: bool) -> str:
    refused = typer.BadParameter(f"{written!r} is not a day, month or year; write it as 2024-01-22, 2024-01 or 2024")
    match = _STRETCH.fullmatch(written)
    if match is None:
        raise refused
    year = int(match[1])
    month = int(match[2] or (12 if is_last else 1))
    try:
        whole_month = calendar.monthrange(year, month)[1]
        return datetime.date(year, month, int(match[3] or (whole_month if is_last else 1))).isoformat()
    except ValueError:
        raise refused from None
