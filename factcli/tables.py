"""The data files of the rooms: what is known of the language, as TOML beside the code that uses it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def read_table(path: Path) -> dict[str, Any]:
    """The TOML table in a data file, read once; callers do not change it."""
    return tomllib.loads(path.read_text(encoding="utf-8"))
