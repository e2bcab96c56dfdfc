"""The values of durations and of sets (TIMEX3 `P3D`, `PT48H`, `P1Y`, `XXXX-WXX-1`)."""

from __future__ import annotations

from factcli.dates.clock import clock_value
from factcli.dates.counting import UNKNOWN, plain
from factcli.dates.meaning import Meaning

_CLOCK_UNITS = {"TH": "H", "TM": "M", "TS": "S"}
# A half and a quarter, said of a unit that divides into whole smaller ones.
_QUARTERS = {"CE": "P25Y", "TH": "PT15M", "Y": "P3M"}
_HALVES = {"TH": "PT30M", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "TM": "PT30S"}


def duration_value(meaning: Meaning) -> str | None:
    """The value of a duration, None without a unit."""
    return _period(meaning.count or "1", meaning.unit) if meaning.unit else None


def compound_value(coarse: Meaning, fine: Meaning) -> str:
    """The value of two durations said as one: `P4Y6M`, `PT1H30M`, `P1DT12H`."""
    first = coarse.value or duration_value(coarse) or "P"
    second = (duration_value(fine) or "P").removeprefix("P")
    return first + (second.removeprefix("T") if "T" in first else second)


def set_value(meaning: Meaning) -> str | None:
    """The value of a set: how often, or which of the recurring days."""
    if meaning.value is not None:
        return meaning.value
    clock = f"T{clock_value(meaning)}" if meaning.part or meaning.hour is not None else ""
    if meaning.week is not None:
        return f"XXXX-{meaning.month:02}-W{meaning.week:02}-{meaning.weekday}"
    if meaning.weekday is not None:
        weekday = (meaning.weekday - 2) % 7 + 1 if meaning.eve else meaning.weekday
        return f"XXXX-WXX-{weekday}{clock}"
    if meaning.day is not None:
        month = f"{meaning.month:02}" if meaning.month else "XX"
        return f"XXXX-{month}-{meaning.day:02}"
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02}"
    if clock:
        return f"XXXX-XX-XX{clock}"
    return _period(meaning.count or "1", meaning.unit) if meaning.unit else None


def _period(count: str, unit: str) -> str:
    if count == "0.5" and unit in _HALVES:
        return _HALVES[unit]
    if count == "0.25" and unit in _QUARTERS:
        return _QUARTERS[unit]
    if unit in _CLOCK_UNITS:
        return f"PT{count}{_CLOCK_UNITS[unit]}"
    if unit == "S":
        return "PXM" if count == UNKNOWN else f"P{plain(float(count) * 6)}M"
    return f"P{count}{unit}"
