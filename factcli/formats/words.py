"""The Indonesian words of the tables (`indonesian.toml`)."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any


@functools.cache
def words() -> dict[str, Any]:
    """Return the table of words."""
    return tomllib.loads(Path(__file__).with_name("indonesian.toml").read_text(encoding="utf-8"))
