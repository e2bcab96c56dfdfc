"""The data files of this room, and regular expressions with named parts filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcli.reading.outlets import outlet_pattern
from factcli.tables import read_table

_PART = re.compile(r"\{([a-z_]+)\}")


def load(name: str) -> dict[str, Any]:
    """Return the TOML table in the data file `name` of this room."""
    return read_table(Path(__file__).with_name(name))


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Return `pattern` with each part in braces put in, and `{outlet}` as a group of that name."""

    def part(match: re.Match[str]) -> str:
        if match[1] == "outlet":
            return f"(?P<outlet>{outlet_pattern()})"
        return filled(parts[match[1]], parts)

    return _PART.sub(part, pattern)
