"""What is known of kinds of happening when tellings are merged (`kinds.toml`)."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any


@functools.cache
def kinds(table: str) -> frozenset[str]:
    """The types in a table of `kinds.toml`."""
    return frozenset(_tables()[table]["types"])


@functools.cache
def ordinals() -> dict[str, str]:
    """Words for a place in a series, with the place that they name."""
    return {word: place for place, words in _tables()["series"]["words"].items() for word in words}


@functools.cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))
