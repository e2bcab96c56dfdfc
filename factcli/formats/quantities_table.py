"""The quantities of articles as tables for the terminal, one an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.table import Table
from rich.text import Text

from factcli.formats.figures_text import range_text, sides_text
from factcli.formats.one_line import one_line
from factcli.formats.plain_table import plain_table
from factcli.formats.words import words
from factcli.schema import Article, Quantity


def quantities_tables(found: Iterable[tuple[Article, Sequence[Quantity]]]) -> Iterator[Table]:
    """Yield a table for each article, in the order of the text: the words, the number, its unit, and what it is of."""
    headings = words()["headings"]
    for _, quantities in found:
        table = plain_table()
        table.add_column(headings["expression"], ratio=1)
        table.add_column(headings["value"], no_wrap=True, justify="right")
        table.add_column(headings["unit"], no_wrap=True)
        table.add_column(headings["of"], no_wrap=True)
        for quantity in quantities:
            cells = (quantity.text, range_text(quantity), quantity.unit, quantity.of or sides_text(quantity) or "—")
            table.add_row(*(Text(one_line(cell)) for cell in cells))
        yield table
