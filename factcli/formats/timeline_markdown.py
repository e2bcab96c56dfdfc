"""A timeline as a Markdown table."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.formats.cited_events import CitedEvent, cited_events, cited_in, modifier_of_entry, sources, status_of
from factcli.formats.figures_text import figures_text
from factcli.formats.markdown_text import markdown_table, markdown_text
from factcli.formats.sources import Quoted, address, by_id, sentence_beside
from factcli.formats.when_text import otherwise_texts, when_text
from factcli.formats.words import words
from factcli.schema import Facts, TimelineEntry
from factcli.timeline.times import is_dated


def timeline_markdown(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> str:
    """Return a table, one row per entry: when, what (marked if it did not happen, or not yet) with the sentence that
    it rests on, and who says so, linked where the address is known.

    Who says so is left out where all comes from one document. What has no date stands last.
    """
    headings = words()["headings"]
    several = len(documents) > 1
    by_event, known = cited_events(documents), by_id(documents)
    rows = []
    for entry in sorted(entries, key=lambda entry: not is_dated(entry.when)):
        cited = cited_in(entry, by_event)
        what = markdown_text(entry.summary) + _mark(status_of(cited)) + _figures(entry)
        what += _sentence(sentence_beside(entry, known))
        row = [markdown_text(_time(entry, cited)), what]
        if several:
            row.append(", ".join(dict.fromkeys(map(_linked, sources(cited)))))
        rows.append(row)
    columns = ["when", "summary", "source"] if several else ["when", "summary"]
    return markdown_table([headings[column] for column in columns], rows)


def _time(entry: TimelineEntry, cited: Sequence[CitedEvent]) -> str:
    """Return the time, and in brackets those that are stated against it."""
    time = when_text(entry.when, mod=modifier_of_entry(entry, cited))
    return " ".join([time, *(f"({other})" for other in otherwise_texts(entry))])


def _figures(entry: TimelineEntry) -> str:
    return "".join(f"; {markdown_text(line)}" for line in figures_text(entry.figures))


def _mark(status: str) -> str:
    name = words()["status"].get(status)
    return f" *({name})*" if name else ""


def _sentence(sentence: Quoted | None) -> str:
    """Return the sentence, if any, on a line of its own."""
    return "" if sentence is None else f"<br>“{markdown_text(sentence.text)}”"


def _linked(facts: Facts) -> str:
    name = markdown_text(facts.source or facts.id)
    place = address(facts.url)
    return f"[{name}](<{place}>)" if place else name
