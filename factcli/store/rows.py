"""Facts as rows of the store's tables."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import msgspec

from factcli.schema import ROLES, Event, Facts, When
from factcli.store.cells import cell
from factcli.store.opening import InconsistentError
from factcli.store.tables import DATE_FIELDS, ENTITY_FIELDS, QUANTITY_FIELDS

Row = dict[str, Any]


def rows_of(facts: Facts, document: int, next_keys: Mapping[str, int]) -> dict[str, list[Row]]:
    """Return the rows of every table but `documents`, in an order such that each refers only to rows before it.

    `document` is the document's key, `next_keys` the first free key of each table. Raises
    `InconsistentError` where an event refers to what the facts do not hold.
    """
    rows: dict[str, list[Row]] = defaultdict(list)
    keys: dict[tuple[str, str], int] = {}

    def add(table: str, code: str | None = None, **columns: Any) -> int:
        key = next_keys[table] + len(rows[table])
        if code is not None:
            if (table, code) in keys:
                raise InconsistentError(f"article {facts.id}: two {table} with the id {code}")
            keys[table, code] = key
            columns["code"] = code
        rows[table].append({"id": key, **{name: cell(each) for name, each in columns.items()}})
        return key

    def key_of(table: str, code: str) -> int:
        try:
            return keys[table, code]
        except KeyError:
            raise InconsistentError(f"article {facts.id}: {code} is not one of its {table}") from None

    def time(when: When | None) -> Row:
        if when is None:
            return {"timed": 0, "value": None, "earliest": None, "latest": None, "basis": None, "date": None}
        date = None if when.date is None else key_of("dates", when.date)
        days = {"value": when.value, "earliest": when.earliest, "latest": when.latest}
        return {"timed": 1, **days, "basis": when.basis, "date": date}

    for sentence in facts.sentences:
        add("sentences", document=document, start=sentence.start, end=sentence.end, section=sentence.section)
    for entity in facts.entities:
        columns = {name: getattr(entity, name) for name in ENTITY_FIELDS}
        ids = json.dumps(entity.ids, ensure_ascii=True)
        key = add("entities", entity.id, document=document, ids=ids, **columns)
        for mention in entity.mentions:
            add("mentions", entity=key, start=mention.start, end=mention.end, text=mention.text)
    for date in facts.dates:
        add("dates", date.id, document=document, **{name: getattr(date, name) for name in DATE_FIELDS})
    for event in facts.events:
        key = add("events", event.id, document=document, **_event(event), **time(event.when))
        for role in ROLES:
            for participant in getattr(event, role):
                add("participants", event=key, role=role, entity=key_of("entities", participant))
    for quantity in facts.quantities:
        event_key = None if quantity.event is None else key_of("events", quantity.event)
        columns = {name: getattr(quantity, name) for name in QUANTITY_FIELDS}
        columns["sides"] = msgspec.json.encode(quantity.sides).decode() if quantity.sides else None
        add("quantities", quantity.id, document=document, event=event_key, **columns)
    for entry in facts.timeline:
        evidence = entry.evidence
        key = add(
            "entries",
            document=document,
            summary=entry.summary,
            evidence_start=evidence and evidence.start,
            evidence_end=evidence and evidence.end,
            otherwise=msgspec.json.encode(entry.otherwise).decode() if entry.otherwise else None,
            figures=msgspec.json.encode(entry.figures).decode() if entry.figures else None,
            need=entry.need,
            **time(entry.when),
        )
        for code in entry.events:
            add("entry_events", entry=key, event=key_of("events", code))
    return rows


def _event(event: Event) -> Row:
    return {
        "summary": event.summary,
        "type": event.type,
        "status": event.status,
        "class": event.class_,
        "trigger": event.trigger.text,
        "lemma": event.trigger.lemma,
        "start": event.trigger.start,
        "end": event.trigger.end,
        "sentence": event.sentence,
        "same": event.same,
        "main": int(event.main),
        "salience": event.salience,
        "score": event.score,
        "printable": event.printable,
    }
