"""Quantities as CSV, one line per quantity; its columns have the names of the schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcli.formats.csv_columns import headings, picked
from factcli.formats.csv_text import csv_rows
from factcli.formats.figures_text import sides_text
from factcli.schema import Article, Quantity

OF_QUANTITY = ("text", "value", "low", "high", "unit", "of", "mod", "start", "end")
COLUMNS = ("document", "source", "published", "quantity", *OF_QUANTITY, "sides")


def quantities_csv(found: Iterable[tuple[Article, Sequence[Quantity]]]) -> Iterator[str]:
    """Yield the line of headings, then each article's quantities."""
    yield csv_rows(headings(COLUMNS))
    for article, quantities in found:
        yield csv_rows(picked(COLUMNS, (_row(article, quantity) for quantity in quantities)))


def _row(article: Article, quantity: Quantity) -> list[str | int | float | None]:
    origin = [article.id, article.source, article.published.value, quantity.id]
    return [*origin, *(getattr(quantity, name) for name in OF_QUANTITY), sides_text(quantity)]
