"""Texts with their time expressions marked inline: `{Senin lalu|D 2024-01-15}`, as cover.txt explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factcli.schema import DateExpression

_MARK = re.compile(r"\{([^|}]*)\|([DTPS]) ([^\s}]+)(?: (\w+))?\}")
_TYPES = {"D": "DATE", "T": "TIME", "P": "DURATION", "S": "SET"}


@dataclass(frozen=True)
class Mark:
    """A time expression as marked by hand."""

    start: int
    end: int
    text: str
    type: str
    value: str | None
    mod: str | None


@dataclass(frozen=True)
class MarkedText:
    """A text, its day of publication, and its marks."""

    name: str
    published: str | None
    text: str
    marks: tuple[Mark, ...]


def marked_texts(name: str) -> Iterator[MarkedText]:
    """The texts of a file of this folder, one a line."""
    published, heading = None, ""
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            day, heading = line.removeprefix("## ").split(" ", 1)
            published = None if day == "-" else day
        elif line and not line.startswith("#"):
            yield _read(heading, published, line)


def found_marks(dates: list[DateExpression]) -> tuple[Mark, ...]:
    """What the tagger found, to be compared with what is marked."""
    return tuple(Mark(date.start, date.end, date.text, date.type, date.value, date.mod) for date in dates)


def _read(name: str, published: str | None, line: str) -> MarkedText:
    text, at = "", 0
    marks: list[Mark] = []
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        words, letter, value, mod = match.groups()
        marks.append(
            Mark(len(text), len(text) + len(words), words, _TYPES[letter], None if value == "-" else value, mod)
        )
        text += words
        at = match.end()
    return MarkedText(name, published, text + line[at:], tuple(marks))
