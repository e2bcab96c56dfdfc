"""A table of articles: rows of fields parted by commas, semicolons, tabs or bars, with column names or without."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence

from factcli.reading.objects import Broken, JsonObject
from factcli.reading.publication import stated_day
from factcli.reading.records import ArticleRecord, having, is_known

DELIMITERS = "\t;,|"
LONGEST_HEADER = 2000
LONGEST_COLUMN_NAME = 40
SHORTEST_NAME = 2
# As long as the longest article in bytes; it also bounds what a quotation mark that is never closed takes in.
LONGEST_FIELD = 4_000_000
FEWEST_KNOWN = 2
# What is looked at of a table without column names, and how much of one it takes.
LONGEST_SAMPLE = 100_000
FEWEST_ROWS = 2
FEWEST_WORDS = 2
FEWEST_WORDS_OF_TEXT = 10
LONGEST_DAY = 40
# What spreadsheets write above a table: `sep=;`.
_SEPARATOR = re.compile(r"\s*[\"']?sep=([\t;,|])[\"']?[^\S\n]*\n", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"[a-z0-9_]*")


class TableError(ValueError):
    """The table holds no articles; the message says why."""


def is_table(text: str) -> bool:
    """Return whether a text is a table of articles: its first line names the columns or, as `sep=;`, what parts them,
    or its rows are alike.
    """
    return _SEPARATOR.match(text) is not None or _delimiter(text) is not None


def read_rows(text: str) -> Iterator[tuple[int, JsonObject | Broken]]:
    """Yield the number of a row's first line (from 1) and the row as an object, or the reason why it is not one.

    Raises `TableError` where no column holds text.
    """
    stated = _SEPARATOR.match(text)
    if stated is None:
        return _rows_of(text, _delimiter(text))
    above = text.count("\n", 0, stated.end())
    return ((line + above, row) for line, row in _rows_of(text[stated.end() :], stated[1]))


def _rows_of(text: str, delimiter: str | None) -> Iterator[tuple[int, JsonObject | Broken]]:
    if delimiter is None or not text.strip():
        raise TableError("not a table")
    columns = _columns(_first_line(text), delimiter)
    if not _is_header(columns) and (unnamed := _columns_by_content(text, delimiter)):
        return _rows(text, unnamed, delimiter, has_header=False)
    if not any(is_known("text", column) for column in columns):
        wanted = '"text", "content", "isi" or "berita"'
        raise TableError(f"a table without a column for the text{having(columns)}: name one {wanted}")
    return _rows(text, columns, delimiter, has_header=True)


def _rows(
    text: str, columns: list[str], delimiter: str, *, has_header: bool
) -> Iterator[tuple[int, JsonObject | Broken]]:
    csv.field_size_limit(LONGEST_FIELD)
    rows = csv.reader(_lines(text), delimiter=delimiter, skipinitialspace=True)
    if has_header:
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
    named = (each for each in DELIMITERS if each in line and _is_header(_columns(line, each)))
    unnamed = (each for each in DELIMITERS if each in line and _columns_by_content(text, each))
    other = (each for each in DELIMITERS if each in line and _has_plain_names(text, each))
    return next(named, None) or next(unnamed, None) or next(other, None)


def _has_plain_names(text: str, delimiter: str) -> bool:
    """Whether this is a table of something else: rows of one width under distinct names in small letters."""
    names = _columns(_first_line(text), delimiter)
    is_plain = all(len(name) >= SHORTEST_NAME and _PLAIN_NAME.fullmatch(name) for name in names)
    return (
        len(names) > 1
        and len(set(names)) == len(names)
        and is_plain
        and len(_first_rows(text[:LONGEST_SAMPLE], delimiter)) > FEWEST_ROWS
    )


def _columns_by_content(text: str, delimiter: str) -> list[str]:
    """Return the columns of a table whose first line is an article already, or none where it is no such table.

    Its rows are alike: one column holds texts, another days or addresses. Of the others, the one of most words is the
    title.
    """
    rows = _first_rows(text[:LONGEST_SAMPLE], delimiter)
    if len(rows) < FEWEST_ROWS:
        return []
    columns = list(zip(*rows, strict=True))
    names = [_kind(column) or "" for column in columns]
    if names.count("text") != 1 or not {"published", "url"} & set(names):
        return []
    unnamed = [place for place, name in enumerate(names) if not name]
    titles = [place for place in unnamed if all(len(cell.split()) >= FEWEST_WORDS for cell in columns[place])]
    if titles:
        names[max(titles, key=lambda place: sum(map(len, columns[place])))] = "title"
    return [name if name and name not in names[:place] else f"column {place + 1}" for place, name in enumerate(names)]


def _first_rows(text: str, delimiter: str) -> list[list[str]]:
    """Return the rows at the beginning of a text, the last aside where it may be cut off; none where their widths
    differ.
    """
    csv.field_size_limit(LONGEST_FIELD)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(_lines(text), delimiter=delimiter, skipinitialspace=True):
            if rows and row and len(row) != len(rows[0]):
                return []
            rows += [row] if any(row) else []
    except csv.Error:
        return []
    return rows[:-1] if len(text) == LONGEST_SAMPLE else rows


def _kind(column: Sequence[str]) -> str | None:
    """Return what all cells of a column are: texts, days, addresses, or nothing of these."""
    if all(cell.startswith(("http://", "https://")) for cell in column):
        return "url"
    if all(len(cell) <= LONGEST_DAY and any(map(str.isdigit, cell)) and stated_day(cell) for cell in column):
        return "published"
    return "text" if all(len(cell.split()) >= FEWEST_WORDS_OF_TEXT for cell in column) else None


def _columns(line: str, delimiter: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=delimiter, skipinitialspace=True))]
    except csv.Error:
        return []


def _is_header(columns: list[str]) -> bool:
    """Return whether these are names of columns: two known fields or more, or the text among plain lower-case names."""
    known = {field for field in ArticleRecord.__struct_fields__ if any(is_known(field, column) for column in columns)}
    is_plain = "text" in known and all(_PLAIN_NAME.fullmatch(column) for column in columns)
    return (len(known) >= FEWEST_KNOWN or is_plain) and all(len(column) <= LONGEST_COLUMN_NAME for column in columns)
