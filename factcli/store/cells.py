"""Conversion of values for the store and back."""

from __future__ import annotations

from typing import Any


def cell(given: Any) -> Any:
    """Return the value as SQLite stores it: itself, but bytes for a text with lone surrogates, which UTF-8 lacks."""
    if isinstance(given, str):
        try:
            given.encode()
        except UnicodeEncodeError:
            return given.encode("utf-8", "surrogatepass")
    return given


def value(kept: Any) -> Any:
    """Return the value from which `cell` made `kept`."""
    return kept.decode("utf-8", "surrogatepass") if isinstance(kept, bytes) else kept
