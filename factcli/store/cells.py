"""Conversion of values for the store and back."""

from __future__ import annotations

from typing import Any


def cell(value: Any) -> Any:
    """Return the value as SQLite stores it: itself, but bytes for a text with lone surrogates, which UTF-8 lacks."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
    return value


def value(kept: Any) -> Any:
    """Return the value from which `cell` made `kept`."""
    return kept.decode("utf-8", "surrogatepass") if isinstance(kept, bytes) else kept
