"""The events of articles as CSV, one line per event; its columns have the names of the schema."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factcli.formats.csv_columns import headings, picked
from factcli.formats.csv_text import csv_rows
from factcli.schema import ROLES, Entity, Event, Facts, When
from factcli.timeline.lookup import Lookup

JOINER = "; "
COLUMNS = (
    "document",
    "source",
    "published",
    "event",
    "class",
    "type",
    "status",
    "when",
    "earliest",
    "latest",
    "summary",
    *(column for role in ROLES for column in (role, f"{role}_kb_id")),
    "trigger",
    "start",
    "end",
    "score",
    "sentence",
    "quantities",
)


def facts_csv(documents: Iterable[Facts]) -> Iterator[str]:
    """Yield the line of headings, then each article's events. Names, their Wikidata ids and
    quantities are joined by `; `."""
    yield csv_rows(headings(COLUMNS))
    for facts in documents:
        lookup = Lookup(facts)
        measured: defaultdict[str | None, list[str]] = defaultdict(list)
        for quantity in facts.quantities:
            measured[quantity.event].append(quantity.text)
        rows = ([*_row(event, facts, lookup), JOINER.join(measured[event.id])] for event in facts.events)
        yield csv_rows(picked(COLUMNS, rows))


def _row(event: Event, facts: Facts, lookup: Lookup) -> list[str | int | float | None]:
    when = event.when or When()
    row: list[str | int | float | None] = [facts.id, facts.source, facts.published.value, event.id, event.class_]
    row += [event.type, event.status, when.value, when.earliest, when.latest, event.summary]
    for role in ROLES:
        row += joined(lookup.having(event, role))
    sentence = facts.sentences[event.sentence] if event.sentence < len(facts.sentences) else None
    row += [event.trigger.text, event.trigger.start, event.trigger.end, event.score]
    row.append(facts.text[sentence.start : sentence.end] if sentence else None)
    return row


def joined(entities: Sequence[Entity]) -> tuple[str, str]:
    """Return names and Wikidata ids, place by place; an entity without an id leaves its place empty."""
    ids = [entity.kb_id or "" for entity in entities]
    return JOINER.join(entity.name for entity in entities), JOINER.join(ids) if any(ids) else ""
