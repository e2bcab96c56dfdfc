"""Values on their way into the store and back."""

from __future__ import annotations

from typing import Any


def cell(value: Any) -> Any:
    """Return what SQLite keeps for a value: itself, but bytes for a text with lone surrogates, which is no UTF-8."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
    return value


def value(kept: Any) -> Any:
    """Return the value that `cell` made `kept` of."""
    return kept.decode("utf-8", "surrogatepass") if isinstance(kept, bytes) else kept
