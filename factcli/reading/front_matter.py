"""Front matter above the first line of a plain text, and the day in a file's name."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

from factcli.reading.days import parse_day
from factcli.reading.publication import written_day
from factcli.reading.records import known_keys

LONGEST = 4000
_MATTER = re.compile(r"\A(?:---|\+\+\+)[^\S\n]*\n(.*?)\n(?:---|\+\+\+|\.\.\.)[^\S\n]*(?=\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^[^\S\n]*([^\s:=][^:=\n]{0,40}?)[^\S\n]*[:=][^\S\n]*(.*?)[^\S\n]*$", re.MULTILINE)
_QUOTES = "\"'"
_NAMED_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_.]?)(0[1-9]|1[0-2])\2([0-2]\d|3[01])(?!\d)")
_NAMED_DAY_FIRST = re.compile(r"(?<!\d)([0-2]?\d|3[01])([-_. ])(0?[1-9]|1[0-2])\2((?:19|20)\d{2})(?!\d)")
_NAMED_IN_WORDS = re.compile(r"(?<!\d)\d{1,2}[-_. ]?[A-Za-z]{3,9}[-_. ]?(?:19|20)\d{2}(?!\d)")
_BETWEEN = re.compile(r"[-_.]|(?<=\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)")
# `Judul: ...` and `Tanggal: ...` above a blank line, no lines of dashes around them.
_LABELLED = re.compile(r"\A(?:[^\S\n]*[^\W\d_][^:\n]{1,20}:[^\S\n]*\S[^\n]*\n){2,8}(?=[^\S\n]*\n)")
_FEWEST_LABELS = 2


class FrontMatter(NamedTuple):
    """How many characters it takes, and what it gives for the fields of a record (empty: there is none)."""

    length: int
    fields: dict[str, str]


def front_matter(text: str) -> FrontMatter:
    """Return what the text begins with as `key: value`, a line each.

    It stands between two lines of `---` (or `+++`), or above the first blank line, where two of the keys or more are
    known ones.
    """
    match = _MATTER.match(text[:LONGEST])
    if match is not None:
        entries = _entries(match[1])
        return FrontMatter(match.end(), _fields(entries)) if entries else FrontMatter(0, {})
    labels = _LABELLED.match(text[:LONGEST])
    fields = {} if labels is None else _fields(_entries(labels[0]))
    if labels is None or "title" not in fields or len(fields) < _FEWEST_LABELS:
        return FrontMatter(0, {})
    return FrontMatter(labels.end(), fields)


def _entries(matter: str) -> dict[str, str]:
    return {key: value.strip(_QUOTES) for key, value in _ENTRY.findall(matter)}


def _fields(entries: dict[str, str]) -> dict[str, str]:
    return {field: entries[key] for field, key in known_keys(entries).items() if field != "text" and entries[key]}


def day_in_name(name: str) -> str | None:
    """Return the day in a file's name (`2024-01-22-judul.txt`, `judul_20240122.txt`, `22 Januari 2024.txt`)."""
    name = PurePath(name).name
    if found := _NAMED_DAY.search(name):
        return parse_day(f"{found[1]}-{found[3]}-{found[4]}")
    if found := _NAMED_DAY_FIRST.search(name):
        return parse_day(f"{found[4]}-{found[3]}-{found[1]}")
    found = _NAMED_IN_WORDS.search(name)
    return None if found is None else written_day(_BETWEEN.sub(" ", found[0]))
