"""Fuzzing of the dates with atheris: by hand, not by pytest.

    pip install atheris
    PYTHONPATH=. python tests/weather/fuzz_dates.py -max_total_time=300 -max_len=400 /tmp/corpus

Any text and any day of publication give expressions in order, inside the text, whose days are days. What breaks that
is written to `crash-*` by libFuzzer.
"""

from __future__ import annotations

import datetime
import sys

import atheris  # type: ignore[import-untyped,unused-ignore]

with atheris.instrument_imports(include=["factcli"]):
    from factcli.dates import find_dates

FIRST, LAST = datetime.date.min.toordinal(), datetime.date.max.toordinal()


def find(data: bytes) -> None:
    """One input: three bytes for the day of publication, the rest is the text."""
    number = int.from_bytes(data[:3], "big")
    day = datetime.date.fromordinal(FIRST + number).isoformat() if FIRST + number <= LAST else None
    text = data[3:].decode("utf-8", "replace")
    end = 0
    for found in find_dates(text, published=day):
        assert end <= found.start < found.end <= len(text), found
        assert found.text == text[found.start : found.end], found
        days = [datetime.date.fromisoformat(day) for day in (found.earliest, found.latest) if day is not None]
        assert days == sorted(days), found
        end = found.end


if __name__ == "__main__":
    atheris.Setup(sys.argv, find)
    atheris.Fuzz()
