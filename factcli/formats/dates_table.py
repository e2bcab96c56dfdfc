"""The date expressions of an article as a table for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from factcli.formats.one_line import one_line
from factcli.formats.plain_table import plain_table
from factcli.formats.words import words
from factcli.schema import Article, DateExpression


def dates_table(_article: Article, dates: Sequence[DateExpression]) -> Table:
    """Return a table of the expressions in the order of the text: the words, TIMEX3 type and value, and the days."""
    headings = words()["headings"]
    table = plain_table()
    table.add_column(headings["expression"], ratio=1)
    table.add_column(headings["type"], no_wrap=True)
    table.add_column(headings["value"], no_wrap=True)
    table.add_column(headings["days"], max_width=24)
    for date in dates:
        value = (date.value or "—") + (f" {date.mod}" if date.mod else "")
        table.add_row(Text(one_line(date.text)), Text(date.type), Text(one_line(value)), Text(_days(date)))
    return table


def _days(date: DateExpression) -> str:
    if date.earliest == date.latest:
        return date.earliest or "—"
    return f"{date.earliest or '…'} – {date.latest or '…'}"
