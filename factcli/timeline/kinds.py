"""What is known of kinds of event when accounts are merged (`kinds.toml`)."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from factcli.tables import read_table

PATH = Path(__file__).with_name("kinds.toml")


@functools.cache
def kinds(table: str) -> frozenset[str]:
    """The types in a table of `kinds.toml`."""
    return frozenset(_tables()[table]["types"])


def further() -> dict[str, Any]:
    """The words that make an event another of its kind, with examples of what they keep apart."""
    table: dict[str, Any] = _tables()["further"]
    return table


@functools.cache
def ordinals() -> dict[str, str]:
    """Words for a place in a series, with the place that they name."""
    return {word: place for place, words in series()["words"].items() for word in words}


def series() -> dict[str, Any]:
    """The words for a place in a series, with examples of what they keep apart."""
    table: dict[str, Any] = _tables()["series"]
    return table


def _tables() -> dict[str, Any]:
    return read_table(PATH)
