"""The events of articles as tables for the terminal, one an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.table import Table
from rich.text import Text

from factcli.formats.one_line import one_line
from factcli.formats.plain_table import plain_table
from factcli.formats.when_text import WIDEST_TIME, when_text
from factcli.formats.words import words
from factcli.schema import Event, Facts
from factcli.timeline.lookup import Lookup


def facts_tables(documents: Iterable[Facts]) -> Iterator[Table]:
    """Yield a table for each article, all its events in the order of the text: when, what, and of which type."""
    headings = words()["headings"]
    for facts in documents:
        title = Text(one_line(facts.title or facts.id), style="bold")
        table = plain_table(title)
        table.add_column(headings["when"], max_width=WIDEST_TIME, style="bold")
        table.add_column(headings["summary"], ratio=1)
        table.add_column(headings["type"], no_wrap=True, style="dim")
        lookup = Lookup(facts)
        for event in facts.events:
            when = when_text(event.when, mod=lookup.modifier_of(event.when)) if event.when is not None else "—"
            table.add_row(Text(when), _summary(event), Text(one_line(event.type or event.class_.lower())))
        yield table


def _summary(event: Event) -> Text:
    status = words()["status"].get(event.status)
    return Text(one_line(event.summary) + (f" ({status})" if status else ""))
