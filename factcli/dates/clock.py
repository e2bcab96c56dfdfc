"""Times finer than a day: their TIMEX3 values, and what lies hours or minutes from one."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from factcli.dates.counting import UNKNOWN
from factcli.dates.meaning import Meaning

UNITS = {"TH": timedelta(hours=1), "TM": timedelta(minutes=1), "TS": timedelta(seconds=1)}
_NOON = 12


def time_value(day: date, meaning: Meaning) -> str:
    """The value of a clock time or part of the day: `2014-12-28T06:18`, `2014-12-28TMO`."""
    return f"{day.isoformat()}T{clock_value(meaning)}"


def clock_value(meaning: Meaning) -> str:
    """What stands behind the `T` of the value: `06:18`, `MO`."""
    if meaning.hour is None and meaning.half_to is None:
        return meaning.part or ""
    if meaning.hour is not None:
        hour, minute = meaning.hour, meaning.minute or 0
    else:
        hour, minute = ((meaning.half_to or 0) - 1) % (2 * _NOON) or _NOON, 30
    if hour == _NOON and meaning.part in ("NI", "DT", "MO"):
        # Midnight ends its day; what follows it begins one.
        hour = 2 * _NOON if meaning.part == "NI" and minute == 0 else 0
    elif meaning.part in ("AF", "EV", "NI") and 1 <= hour < _NOON and not (meaning.part == "AF" and hour >= 10):
        hour += _NOON if not (meaning.part == "NI" and hour < 5) else 0
    return f"{hour:02}:{minute:02}"


def later(value: str, meaning: Meaning) -> str | None:
    """The value of the clock time that lies the counted hours or minutes from `value`; None if that has no hour."""
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})", value)
    if match is None or meaning.unit not in UNITS or meaning.count == UNKNOWN:
        return None
    midnight = datetime.fromisoformat(match[1])
    try:
        clock = midnight + timedelta(hours=int(match[2]), minutes=int(match[3]))
        clock += UNITS[meaning.unit] * float(meaning.count or 1) * (meaning.sign or 1)
    except OverflowError:
        return None
    return clock.isoformat(timespec="minutes")
