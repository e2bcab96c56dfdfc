"""The data files of this room, and regular expressions with named parts filled in."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcli.reading.outlets import outlet_pattern

_PART = re.compile(r"\{([a-z_]+)\}")


@functools.cache
def load(name: str) -> dict[str, Any]:
    """Return the TOML table in the data file `name` of this room."""
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Return `pattern` with each part in braces put in, and `{outlet}` as a group of that name."""

    def part(match: re.Match[str]) -> str:
        if match[1] == "outlet":
            return f"(?P<outlet>{outlet_pattern()})"
        return filled(parts[match[1]], parts)

    return _PART.sub(part, pattern)
