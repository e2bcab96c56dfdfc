"""The data files of this room."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_table(name: str) -> dict[str, Any]:
    """A TOML file of this room's data, read once; not to be changed."""
    return tomllib.loads((files("factcli.events") / "data" / name).read_text(encoding="utf-8"))


@cache
def words(table: str) -> frozenset[str]:
    """A list of data/summary.toml."""
    return frozenset(read_table("summary.toml")[table]["words"])
