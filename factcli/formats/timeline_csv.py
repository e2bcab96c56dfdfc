"""A timeline as CSV, a line an entry; its columns have the names of the schema."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.formats.csv_columns import headings, picked
from factcli.formats.csv_text import csv_rows
from factcli.formats.facts_csv import JOINER, joined
from factcli.formats.tellings import participants, source_names, status_of, tellings_of, told
from factcli.schema import Facts, Figure, Statement, TimelineEntry, When
from factcli.timeline.happenings import ROLES

COLUMNS = (
    "when",
    "earliest",
    "latest",
    "summary",
    "status",
    "type",
    *(column for role in ROLES for column in (role, f"{role}_kb_id")),
    "sources",
    "events",
    "figures",
)


def timeline_csv(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> str:
    """Return the line of headings and a line an entry. Several names, ids, sources and figures are joined by `; `.

    A figure is what it is of, its numbers with their units and days, the latest last: `dead: 11 person 2024-05-12 > 12
    person 2024-05-13`.
    """
    tellings = tellings_of(documents)
    rows: list[list[str | None]] = []
    for entry in entries:
        telling, when = told(entry, tellings), entry.when or When()
        row = [when.value, when.earliest, when.latest, entry.summary, status_of(telling)]
        row.append(next((event.type for event, *_ in telling if event.type), None))
        for role in ROLES:
            row += joined(participants(telling, role))
        row += [JOINER.join(source_names(telling))]
        rows.append([*row, JOINER.join(entry.events), JOINER.join(map(_figure, entry.figures))])
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
