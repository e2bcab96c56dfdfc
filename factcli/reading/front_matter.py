"""Front matter above the first line of a plain text, and the day in a file's name."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

from factcli.reading.days import parse_day
from factcli.reading.records import known_keys

LONGEST = 4000
_MATTER = re.compile(r"\A(?:---|\+\+\+)[^\S\n]*\n(.*?)\n(?:---|\+\+\+|\.\.\.)[^\S\n]*(?=\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^[^\S\n]*([^\s:=][^:=\n]{0,40}?)[^\S\n]*[:=][^\S\n]*(.*?)[^\S\n]*$", re.MULTILINE)
_QUOTES = "\"'"
_NAMED_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_.]?)(0[1-9]|1[0-2])\2([0-2]\d|3[01])(?!\d)")


class FrontMatter(NamedTuple):
    """How many characters it takes, and what it gives for the fields of a record (empty: there is none)."""

    length: int
    fields: dict[str, str]


def front_matter(text: str) -> FrontMatter:
    """Return what stands between two lines of `---` (or `+++`) where the text begins: `key: value`, a line each."""
    match = _MATTER.match(text[:LONGEST])
    if match is None:
        return FrontMatter(0, {})
    entries = {key: value.strip(_QUOTES) for key, value in _ENTRY.findall(match[1])}
    fields = {field: entries[key] for field, key in known_keys(entries).items() if field != "text" and entries[key]}
    return FrontMatter(match.end(), fields) if entries else FrontMatter(0, {})


def day_in_name(name: str) -> str | None:
    """Return the day in a file's name (`2024-01-22-judul.txt`, `judul_20240122.txt`), or None."""
    found = _NAMED_DAY.search(PurePath(name).name)
    return None if found is None else parse_day(f"{found[1]}-{found[3]}-{found[4]}")
