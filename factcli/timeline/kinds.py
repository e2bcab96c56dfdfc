"""What is known of kinds of happening when tellings are merged (`kinds.toml`)."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path


@functools.cache
def kinds(table: str) -> frozenset[str]:
    """The types in a table of `kinds.toml`."""
    tables = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))
    return frozenset(tables[table]["types"])
