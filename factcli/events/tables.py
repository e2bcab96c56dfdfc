"""The data files of this room."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from factcli.tables import read_table

DATA = Path(__file__).with_name("data")


def tables(name: str) -> dict[str, Any]:
    """A TOML file of this room's data; not to be changed."""
    return read_table(DATA / name)


@cache
def words(table: str) -> frozenset[str]:
    """A list of data/summary.toml."""
    return frozenset(tables("summary.toml")[table]["words"])
