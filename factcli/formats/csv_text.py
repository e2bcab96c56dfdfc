"""Rows of CSV (RFC 4180, lines ended by a line feed) that a spreadsheet reads as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from factcli.formats.one_line import one_line

# A cell that begins so is a formula to Excel, LibreOffice and Google Sheets (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_rows(rows: Iterable[Iterable[str | int | float | None]]) -> str:
    """Return the rows as lines of CSV; None is an empty cell.

    Text is on one line, without control characters. Where it could be run as a formula it gets an apostrophe
    in front, the mark of text for spreadsheets. Numbers are left as they are.
    """
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([_cell(value) for value in row] for row in rows)
    return stream.getvalue()


def _cell(value: str | int | float | None) -> str | int | float | None:
    if not isinstance(value, str):
        return value
    text = one_line(value).strip()
    return "'" + text if text.startswith(_FORMULA) else text
