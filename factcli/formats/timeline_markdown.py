"""A timeline as a Markdown table."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.formats.figures_text import figures_text
from factcli.formats.markdown_text import markdown_table, markdown_text
from factcli.formats.tellings import Telling, modifier_of_entry, source_names, status_of, tellings_of, told
from factcli.formats.when_text import when_text
from factcli.formats.words import words
from factcli.schema import Facts, TimelineEntry
from factcli.timeline.happenings import is_dated


def timeline_markdown(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> str:
    """Return a table, a row an entry: when, what (marked if it did not happen, or not yet), and who says so.

    Who says so is left out where all comes from one document. What has no date stands last.
    """
    headings = words()["headings"]
    several = len(documents) > 1
    tellings = tellings_of(documents)
    rows = []
    for entry in sorted(entries, key=lambda entry: not is_dated(entry.when)):
        telling = told(entry, tellings)
        row = [
            markdown_text(_time(entry, telling)),
            markdown_text(entry.summary) + _mark(status_of(telling)) + _figures(entry),
        ]
        if several:
            names = source_names(telling)
            row.append(markdown_text(", ".join(names)))
        rows.append(row)
    columns = ["when", "summary", "source"] if several else ["when", "summary"]
    return markdown_table([headings[column] for column in columns], rows)


def _time(entry: TimelineEntry, telling: Sequence[Telling]) -> str:
    """Return the time, and in brackets those that are told against it."""
    others = (words()["when"]["otherwise"].format(date=when_text(other)) for other in entry.otherwise)
    return " ".join([when_text(entry.when, mod=modifier_of_entry(entry, telling)), *(f"({other})" for other in others)])


def _figures(entry: TimelineEntry) -> str:
    return "".join(f"; {markdown_text(line)}" for line in figures_text(entry.figures))


def _mark(status: str) -> str:
    name = words()["status"].get(status)
    return f" *({name})*" if name else ""
