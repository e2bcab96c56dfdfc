"""What a name may stand for, as a table for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from factcli.formats.one_line import one_line
from factcli.formats.plain_table import plain_table
from factcli.formats.words import words
from factcli.gazetteer import Candidate


def candidates_table(candidates: Sequence[Candidate]) -> Table:
    """Return a table of the candidates: the gazetteer's key, the name, what it is, where, and the form that matched."""
    headings = words()["headings"]
    table = plain_table()
    table.add_column(headings["key"], no_wrap=True)
    table.add_column(headings["name"])
    table.add_column(headings["type"])
    table.add_column(headings["country"])
    table.add_column(headings["form"])
    for candidate in candidates:
        record = candidate.record
        kind = f"{record.label} {record.kind}"
        form = f"{candidate.alias} ({candidate.match})"
        cells = (record.key, record.name, kind, record.country or "—", form)
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    return table
