"""A timeline as CSV, one line per entry; its columns have the names of the schema."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcli.formats.cited_events import cited_events, cited_in, participants, source_names, status_of
from factcli.formats.csv_columns import headings, picked
from factcli.formats.csv_text import csv_rows
from factcli.formats.facts_csv import JOINER, joined
from factcli.formats.sources import by_id, quoted, sources_of
from factcli.schema import PARTICIPANT_ROLES, Facts, Figure, Statement, TimelineEntry, When

COLUMNS = (
    "when",
    "earliest",
    "latest",
    "summary",
    "status",
    "type",
    *(column for role in PARTICIPANT_ROLES for column in (role, f"{role}_kb_id")),
    "sources",
    "titles",
    "days",
    "urls",
    "events",
    "figures",
    "document",
    "start",
    "end",
    "evidence",
    "need",
)


def timeline_csv(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> str:
    """Return the line of headings and one line per entry, with the sentence that each rests on and where it stands.

    Several names, ids, sources and figures are joined by `; `; `titles`, `days` and `urls` have a place for each
    article. A figure is what it is of, its numbers with their units and days, the latest last: `dead: 11 person
    2024-05-12 > 12 person 2024-05-13`.
    """
    by_event, known = cited_events(documents), by_id(documents)
    rows: list[list[str | int | float | None]] = []
    for entry in entries:
        cited, when = cited_in(entry, by_event), entry.when or When()
        row: list[str | int | float | None] = [
            when.value,
            when.earliest,
            when.latest,
            entry.summary,
            status_of(cited),
        ]
        row.append(next((event.type for event, *_ in cited if event.type), None))
        for role in PARTICIPANT_ROLES:
            row += joined(participants(cited, role))
        articles, sentence = sources_of(cited), quoted(entry, known)
        row.append(JOINER.join(source_names(cited)))
        row += [_placed(source.title for source in articles), _placed(source.published for source in articles)]
        row += [_placed(source.url for source in articles), JOINER.join(entry.events)]
        row.append(JOINER.join(map(_figure, entry.figures)))
        row += [sentence.document, sentence.start, sentence.end, sentence.text] if sentence else [None] * 4
        rows.append([*row, entry.need])
    return csv_rows([*headings(COLUMNS), *picked(COLUMNS, rows)])


def _figure(figure: Figure) -> str:
    statements: list[Statement | Figure] = [*figure.otherwise, figure]
    line = " > ".join(_stated(each, figure.unit) for each in statements)
    return line if figure.of is None else f"{figure.of}: {line}"


def _stated(stated: Statement | Figure, unit: str) -> str:
    if stated.value is not None:
        amount = str(stated.value)
    else:
        amount = "..".join("" if end is None else str(end) for end in (stated.low, stated.high))
    return " ".join(part for part in (amount, unit, stated.published) if part)


def _placed(values: Iterable[str | None]) -> str:
    """Return the values, place by place; nothing where none is known."""
    places = [value or "" for value in values]
    return JOINER.join(places) if any(places) else ""
