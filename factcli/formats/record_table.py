"""An entry of the gazetteer, as a table for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from factcli.formats.one_line import one_line
from factcli.formats.words import words
from factcli.gazetteer import GazetteerRecord


def record_table(record: GazetteerRecord, aliases: Sequence[tuple[str, str]]) -> Table:
    """Return a table of what is known of one entity, one line per fact: names with their kinds, ids, place, sources."""
    headings = words()["headings"]
    others = [f"{form} ({kind})" for form, kind in aliases if form != record.name]
    place = f"{record.lat:g}, {record.lon:g}" if record.lat is not None and record.lon is not None else ""
    lines = [
        (headings["key"], record.key),
        (headings["name"], record.name),
        (headings["type"], f"{record.label} {record.kind}"),
        (headings["country"], record.country or ""),
        (headings["place"], place),
        *((f"{headings['identifier']} {scheme}", value) for scheme, value in record.ids.items()),
        (headings["form"], "\n".join(others)),
        (headings["prior"], f"{record.prior:g}"),
        (headings["source"], ", ".join(record.sources)),
    ]
    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False, show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for heading, value in lines:
        if value:
            table.add_row(Text(heading), Text(one_line(value)))
    return table
