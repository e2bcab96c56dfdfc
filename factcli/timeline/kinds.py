"""What is known of kinds of event, and of the figures that stand at them (`kinds.toml`)."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from factcli.tables import read_table

PATH = Path(__file__).with_name("kinds.toml")


def table(name: str) -> dict[str, Any]:
    """A table of `kinds.toml`."""
    found: dict[str, Any] = read_table(PATH)[name]
    return found


@functools.cache
def kinds(name: str) -> frozenset[str]:
    """The kinds in a table of `kinds.toml`."""
    return frozenset(table(name)["kinds"])


@functools.cache
def ordinals() -> dict[str, str]:
    """Words for a place in a series, with the place that they name."""
    return {word: place for place, words in table("series")["words"].items() for word in words}
