"""A timeline as a table for the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.table import Table
from rich.text import Text

from factcli.formats.cited_events import (
    CitedEvent,
    cited_events,
    cited_in,
    modifier_of_entry,
    source_names,
    sources,
    status_of,
)
from factcli.formats.figures_text import figures_text
from factcli.formats.names_in import Names
from factcli.formats.one_line import one_line
from factcli.formats.plain_table import plain_table
from factcli.formats.when_text import WIDEST_TIME, otherwise_texts, when_text
from factcli.formats.words import words
from factcli.schema import Facts, Label, Status, TimelineEntry
from factcli.timeline.times import is_dated

WIDEST_SOURCE = 18
STATUS_STYLES: dict[Status, str] = {"planned": "cyan", "possible": "yellow", "negated": "red"}
NAME_STYLES: dict[Label, str] = {"PER": "green", "ORG": "green", "LOC": "blue"}


def timeline_table(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> Table:
    """Return a table of the entries, a row each: when, what (marked if it did not happen, or not yet), and who says so.

    Who says so is left out where all comes from one document. What has no date stands last. A time that other accounts
    contradict has theirs below it.
    """
    headings = words()["headings"]
    several = len(documents) > 1
    table = plain_table()
    table.add_column(headings["when"], max_width=WIDEST_TIME, style="bold", overflow="fold")
    table.add_column(headings["summary"], ratio=1, overflow="fold")
    if several:
        table.add_column(headings["source"], max_width=WIDEST_SOURCE, style="dim", overflow="fold")
    by_event = cited_events(documents)
    names_of = {id(facts): Names(facts) for facts in documents}
    for entry in sorted(entries, key=_is_undated):
        cited = cited_in(entry, by_event)
        row = [_time(entry, cited), _summary(entry, cited, names_of)]
        if several:
            names = dict.fromkeys(map(one_line, source_names(cited)))
            row.append(Text(", ".join(names)))
        table.add_row(*row)
    return table


def _is_undated(entry: TimelineEntry) -> bool:
    return not is_dated(entry.when)


def _time(entry: TimelineEntry, cited: Sequence[CitedEvent]) -> Text:
    """Return the time as precise as it is known, and, dimmed, the times that are stated against it."""
    time = Text(when_text(entry.when, mod=modifier_of_entry(entry, cited)))
    for other in otherwise_texts(entry):
        time.append(f"\n{other}", style="not bold dim")
    return time


def _summary(entry: TimelineEntry, cited: Sequence[CitedEvent], names_of: Mapping[int, Names]) -> Text:
    """Return the entry's sentence, names coloured, with its status, given where no account says that it happened,
    and its figures below it."""
    summary = Text(one_line(entry.summary))
    named = [named for facts in sources(cited) for named in names_of[id(facts)].found_in(summary.plain)]
    # The shortest first: the longest is coloured last, over the others.
    for start, end, label in sorted(named, key=lambda named: named.end - named.start):
        summary.stylize(NAME_STYLES[label], start, end)
    if (status := status_of(cited)) != "actual":
        summary.append(f" ({words()['status'][status]})", style=STATUS_STYLES[status])
    for line in figures_text(entry.figures):
        summary.append(f"\n{line}", style="dim")
    return summary
