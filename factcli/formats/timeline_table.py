"""A timeline as a table for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from factcli.formats.printable import printable
from factcli.formats.when_text import when_text
from factcli.formats.words import words
from factcli.schema import Event, Facts, Status, TimelineEntry

# Long times ("akhir pekan 20–21 Jan 2024") go onto two lines, so that the happening has the width.
WIDEST_TIME = 18
WIDEST_SOURCE = 18
STYLES: dict[Status, str] = {"planned": "cyan", "possible": "yellow", "negated": "red"}


def timeline_table(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> Table:
    """Return a table of the entries, a row each: when, what (marked if it did not happen, or not yet), and who says so.

    Who says so is left out where all comes from one document. What has no date stands last.
    """
    headings = words()["headings"]
    several = len(documents) > 1
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    table.add_column(headings["when"], max_width=WIDEST_TIME, style="bold")
    table.add_column(headings["summary"], ratio=1)
    if several:
        table.add_column(headings["source"], max_width=WIDEST_SOURCE, style="dim")
    tellings = {name: (event, facts) for facts in documents for name, event in _named(facts, several)}
    for entry in sorted(entries, key=_is_undated):
        told = [tellings[name] for name in entry.events if name in tellings]
        row = [Text(when_text(entry.when)), _summary(entry, [event for event, _ in told])]
        if several:
            sources = dict.fromkeys(printable(facts.source or facts.id) for _, facts in told)
            row.append(Text(", ".join(sources)))
        table.add_row(*row)
    return table


def _named(facts: Facts, several: bool) -> list[tuple[str, Event]]:
    prefix = f"{facts.id}#" if several else ""
    return [(prefix + event.id, event) for event in facts.events]


def _is_undated(entry: TimelineEntry) -> bool:
    return entry.when is None or not (entry.when.earliest or entry.when.latest)


def _summary(entry: TimelineEntry, events: Sequence[Event]) -> Text:
    """Return the entry's sentence with its status, which is told where no telling says that it happened."""
    summary = Text(printable(entry.summary))
    statuses: set[Status] = {event.status for event in events}
    if "actual" not in statuses:
        for status in sorted(statuses):
            summary.append(f" ({words()['status'][status]})", style=STYLES[status])
    return summary
