"""A table of articles: rows of fields parted by commas, semicolons, tabs or bars, under a line of column names."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from factcli.reading.objects import Broken, JsonObject
from factcli.reading.records import having, is_known

DELIMITERS = "\t;,|"
LONGEST_HEADER = 2000
LONGEST_COLUMN_NAME = 40
# As long as the longest article in bytes; it also bounds what a quotation mark that is never closed takes in.
LONGEST_FIELD = 4_000_000
FEWEST_KNOWN = 2
_PLAIN_NAME = re.compile(r"[a-z0-9_]*")
_FIELDS = ("text", "title", "published", "url", "source", "id")


class TableError(ValueError):
    """The table holds no articles; the message says why."""


def is_table(text: str) -> bool:
    """Return whether a text is a table of articles: its first line names the columns."""
    return _delimiter(text) is not None


def read_rows(text: str) -> Iterator[tuple[int, JsonObject | Broken]]:
    """Yield the number of a row's first line (from 1) and the row as an object, or the reason why it is not one.

    Raises `TableError` where no column holds text.
    """
    delimiter = _delimiter(text)
    if delimiter is None:
        raise TableError("not a table")
    columns = _columns(_first_line(text), delimiter)
    if not any(is_known("text", column) for column in columns):
        wanted = '"text", "content", "isi" or "berita"'
        raise TableError(f"a table without a column for the text{having(columns)}: name one {wanted}")
    return _rows(text, columns, delimiter)


def _rows(text: str, columns: list[str], delimiter: str) -> Iterator[tuple[int, JsonObject | Broken]]:
    csv.field_size_limit(LONGEST_FIELD)
    rows = csv.reader(_lines(text), delimiter=delimiter, skipinitialspace=True)
    next(rows)
    start = rows.line_num + 1
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield start, f"not a row of a table ({error})"
            return
        if any(field.strip() for field in row):
            yield start, dict(zip(columns, row, strict=False))
        start = rows.line_num + 1


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends, one at a time: a list of all would take more than the text."""
    place = text.find(_first_line(text))
    while place < len(text):
        end = text.find("\n", place)
        end = len(text) if end < 0 else end + 1
        yield text[place:end].replace("\r\n", "\n").replace("\x00", "")
        place = end


def _first_line(text: str) -> str:
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return text[start : len(text) if end < 0 else end].rstrip("\r")


def _delimiter(text: str) -> str | None:
    """Return the delimiter of a table of articles, or None where the text is no such table."""
    line = _first_line(text[:LONGEST_HEADER])
    return next((each for each in DELIMITERS if each in line and _is_header(_columns(line, each))), None)


def _columns(line: str, delimiter: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=delimiter, skipinitialspace=True))]
    except csv.Error:
        return []


def _is_header(columns: list[str]) -> bool:
    """Return whether these are names of columns: two known fields or more, or the text among plain lower-case names."""
    known = {field for field in _FIELDS if any(is_known(field, column) for column in columns)}
    is_plain = "text" in known and all(_PLAIN_NAME.fullmatch(column) for column in columns)
    return (len(known) >= FEWEST_KNOWN or is_plain) and all(len(column) <= LONGEST_COLUMN_NAME for column in columns)
