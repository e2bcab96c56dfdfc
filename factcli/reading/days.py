"""Days of the calendar as ISO 8601 writes them."""

from __future__ import annotations

import datetime
import re

# The press of Indonesia counts its days in Jakarta; some of its systems write UTC.
JAKARTA = datetime.timezone(datetime.timedelta(hours=7))
# /read/2024/01/22/, /berita/24/01/22/, /2024-01-22/, /20240122140512-20-1/.
_IN_ADDRESS = re.compile(
    r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/-])|/(\d{2})/(\d{2})/(\d{2})(?=/)|/(20\d{2})(\d{2})(\d{2})(?:\d{6})?(?=[/-])"
)
# The first day of a calendar or of a clock: programs write it into a field that holds no time.
_ZEROS = frozenset({"0001-01-01", "1899-12-30", "1900-01-01", "1970-01-01"})
_FIRST_YEAR_ONLINE = "1995"
# Moments are counted in seconds or in milliseconds.
_MOST_SECONDS = 10**11
_MOMENT = re.compile(r"\d{10}(?:\d{3})?")
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


def is_zero(day: str) -> bool:
    """Return whether a day (ISO 8601) is one that programs write for no day at all, such as the first of the year 1."""
    return day in _ZEROS


def moment_day(written: str) -> str | None:
    """Return the day of a moment written as a number of seconds or milliseconds since 1970, or None if it is none."""
    return day_of_moment(int(written)) if _MOMENT.fullmatch(written) else None


def day_of_moment(seconds: float) -> str | None:
    """Return the day (ISO 8601) that Jakarta had at a moment counted in seconds or milliseconds since 1970, or None."""
    try:
        moment = datetime.datetime.fromtimestamp(seconds / (1000 if seconds > _MOST_SECONDS else 1), JAKARTA)
    except (ValueError, OverflowError, OSError):
        return None
    return moment.date().isoformat() if moment.date().isoformat() >= _FIRST_YEAR_ONLINE else None


def address_day(url: str | None) -> str | None:
    """Return the day in the address of an article (`/read/2024/01/22/`, `/20240122140512-20-1/`), or None."""
    if url is None:
        return None
    found = (day for match in _IN_ADDRESS.finditer(url) if (day := parse_day(_written_in_address(match))) is not None)
    return next((day for day in found if day >= _FIRST_YEAR_ONLINE), None)


def _written_in_address(match: re.Match[str]) -> str:
    year, month, day = (part for part in match.groups() if part)
    return f"{year if len(year) == len('2024') else f'20{year}'}-{month}-{day}"
