"""The rows of tables on a web page: a row of short cells is one line, so that a day stands beside what it dates."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factcli.reading.datelines import is_day
from factcli.reading.page_lines import Line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A longer row, or one whose first cell is longer, is a frame around parts of the page.
LONGEST_ROW = 300
LONGEST_FIRST_CELL = 60


def with_rows(lines: list[Line]) -> list[Line]:
    """Return the lines of a page with each row of short cells as one: `22 Januari 2024: Pembukaan, Balai Kota`.

    The rows of a table with days in it are items of a list.
    """
    found: list[Line] = []
    dated: set[HtmlElement] = set()
    rows: list[tuple[HtmlElement, Line]] = []
    for row, group in itertools.groupby(lines, key=_row):
        cells = list(group)
        if row is None or not _is_row(cells):
            found += cells
            continue
        line = _joined(row, cells)
        found.append(line)
        table = next(row.iterancestors("table"), row)
        rows.append((table, line))
        if is_day(cells[0].text):
            dated.add(table)
    for table, line in rows:
        line.is_item = table in dated
    return found


def _row(line: Line) -> HtmlElement | None:
    return _innermost(line.block, "tr")


def _innermost(element: HtmlElement, *tags: str) -> HtmlElement | None:
    """Return the element, or else the nearest around it, that has one of the tags."""
    return element if element.tag in tags else next(element.iterancestors(*tags), None)


def _is_row(cells: list[Line]) -> bool:
    """Return whether lines of one row stand in a cell each, and are short."""
    own = {_innermost(cell.block, "td", "th") for cell in cells}
    is_short = len(cells[0].text) <= LONGEST_FIRST_CELL and sum(len(cell.text) for cell in cells) <= LONGEST_ROW
    return len(own) == len(cells) > 1 and is_short


def _joined(row: HtmlElement, cells: list[Line]) -> Line:
    first, *others = [cell.text for cell in cells]
    text = f"{first.rstrip(':')}: {', '.join(others)}"
    return Line(text=text, linked=sum(cell.linked for cell in cells), block=row)
