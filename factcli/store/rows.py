"""Facts as rows of the store's tables."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from factcli.schema import ROLES, Event, Facts, TimelineEntry, When
from factcli.store.cells import cell
from factcli.store.opening import InconsistentError
from factcli.store.tables import DATE_FIELDS, ENTITY_FIELDS, QUANTITY_FIELDS

Row = dict[str, Any]


def rows_of(facts: Facts, document: int, next_keys: Mapping[str, int]) -> dict[str, list[Row]]:
    """Return the rows of every table but `documents`, in an order such that each refers only to rows before it.

    `document` is the document's key, `next_keys` the first free key of each table. Raises
    `InconsistentError` where an event refers to what the facts do not hold.
    """
    rows = _Rows(facts.id, next_keys)
    for sentence in facts.sentences:
        rows.add("sentences", document=document, start=sentence.start, end=sentence.end, section=sentence.section)
    for entity in facts.entities:
        columns = {name: getattr(entity, name) for name in ENTITY_FIELDS}
        ids = json.dumps(entity.ids, ensure_ascii=True)
        key = rows.add("entities", entity.id, document=document, ids=ids, **columns)
        for mention in entity.mentions:
            rows.add("mentions", entity=key, start=mention.start, end=mention.end, text=mention.text)
    for date in facts.dates:
        rows.add("dates", date.id, document=document, **{name: getattr(date, name) for name in DATE_FIELDS})
    for event in facts.events:
        key = rows.add("events", event.id, document=document, **_event(event), **rows.time(event.when))
        for role in ROLES:
            for participant in getattr(event, role):
                rows.add("participants", event=key, role=role, entity=rows.key_of("entities", participant))
    for quantity in facts.quantities:
        measured = None if quantity.event is None else rows.key_of("events", quantity.event)
        columns = {name: getattr(quantity, name) for name in QUANTITY_FIELDS}
        rows.add("quantities", quantity.id, document=document, event=measured, sides=_json(quantity.sides), **columns)
    for entry in facts.timeline:
        key = rows.add("entries", document=document, **_entry(entry), **rows.time(entry.when))
        for code in entry.events:
            rows.add("entry_events", entry=key, event=rows.key_of("events", code))
    return rows.of


class _Rows:
    """The rows of each table so far (`of`), and the keys of those that have an id in the article."""

    def __init__(self, article: str, next_keys: Mapping[str, int]) -> None:
        self.of: dict[str, list[Row]] = defaultdict(list)
        self._article = article
        self._next_keys = next_keys
        self._keys: dict[tuple[str, str], int] = {}

    def add(self, table: str, code: str | None = None, **columns: Any) -> int:
        """Add a row, with its id in the article where it has one; return its key."""
        key = self._next_keys[table] + len(self.of[table])
        if code is not None:
            if (table, code) in self._keys:
                raise InconsistentError(f"article {self._article}: two {table} with the id {code}")
            self._keys[table, code] = key
            columns["code"] = code
        self.of[table].append({"id": key, **{name: cell(each) for name, each in columns.items()}})
        return key

    def key_of(self, table: str, code: str) -> int:
        """Return the key of the row with that id; raises InconsistentError where there is none."""
        try:
            return self._keys[table, code]
        except KeyError:
            raise InconsistentError(f"article {self._article}: {code} is not one of its {table}") from None

    def time(self, when: When | None) -> Row:
        """Return the columns of a time."""
        if when is None:
            return {"timed": 0, "value": None, "earliest": None, "latest": None, "basis": None, "date": None}
        date = None if when.date is None else self.key_of("dates", when.date)
        days = {"value": when.value, "earliest": when.earliest, "latest": when.latest}
        return {"timed": 1, **days, "basis": when.basis, "date": date}


def _json(records: Sequence[object]) -> str | None:
    return msgspec.json.encode(records).decode() if records else None


def _entry(entry: TimelineEntry) -> Row:
    evidence = entry.evidence
    return {
        "summary": entry.summary,
        "evidence_start": evidence and evidence.start,
        "evidence_end": evidence and evidence.end,
        "otherwise": _json(entry.otherwise),
        "figures": _json(entry.figures),
        "need": entry.need,
    }


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
