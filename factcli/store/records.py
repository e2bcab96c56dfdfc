"""The rows of the store's tables as facts again."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec

from factcli.schema import (
    DateExpression,
    Entity,
    Event,
    Evidence,
    Facts,
    Figure,
    Mention,
    Published,
    Quantity,
    Sentence,
    Side,
    TimelineEntry,
    Trigger,
    When,
)
from factcli.shown import shortened
from factcli.soundness import fault_in
from factcli.store.cells import value
from factcli.store.opening import DamagedError
from factcli.store.tables import DATE_FIELDS, ENTITY_FIELDS, QUANTITY_FIELDS, TABLES

Row = dict[str, Any]
_COLUMNS = {table.name: table.columns for table in TABLES}


class Records:
    """The rows of some documents, under the row to which they belong."""

    def __init__(self, store: sqlite3.Connection, chosen: Sequence[int]) -> None:
        self._store, self._chosen = store, json.dumps(list(chosen))
        self.documents = self._of("documents", "id")
        self.sentences = self._of("sentences", "document")
        self.entities = self._of("entities", "document")
        self.dates = self._of("dates", "document")
        self.events = self._of("events", "document")
        self.quantities = self._of("quantities", "document") if self._has("quantities") else {}
        self.entries = self._of("entries", "document")
        self.mentions = self._of("mentions", "entity", "entities")
        self.participants = self._of("participants", "event", "events")
        self.entry_events = self._of("entry_events", "entry", "entries")
        self.codes = {
            table: {row["id"]: row["code"] for rows in found.values() for row in rows}
            for table, found in (("entities", self.entities), ("dates", self.dates), ("events", self.events))
        }

    def _has(self, table: str) -> bool:
        """Return whether the store has the table; an earlier format has not all."""
        return self._store.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None

    def _of(self, table: str, owner: str, owners: str | None = None) -> dict[int, list[Row]]:
        chosen = "SELECT value FROM json_each(?)"
        if owners is not None:
            chosen = f"SELECT id FROM {owners} WHERE document IN ({chosen})"
        cursor = self._store.execute(f"SELECT * FROM {table} WHERE {owner} IN ({chosen}) ORDER BY id", (self._chosen,))
        names = [column[0] for column in cursor.description]
        empty: Row = dict.fromkeys(_COLUMNS[table])
        rows: dict[int, list[Row]] = defaultdict(list)
        for row in cursor:
            found = empty | dict(zip(names, map(value, row), strict=True))
            rows[found[owner]].append(found)
        return rows

    def facts(self, key: int) -> Facts:
        """Return the facts of the document with that key; raises `DamagedError` where the rows are no facts."""
        article = f"article {self.documents[key][0]['article']}"
        try:
            # A record that is made does not check what it is made of.
            facts = msgspec.convert(msgspec.to_builtins(self._facts(key)), Facts)
        except (LookupError, TypeError, ValueError, RecursionError) as error:
            is_reference = isinstance(error, KeyError)
            reason = "a row refers to one that is not there" if is_reference else " ".join(str(error).split())
            raise DamagedError(f"{article}: {shortened(reason)}") from error
        fault = fault_in(facts)
        if fault is not None:
            raise DamagedError(f"{article}: {fault}")
        return facts

    def _facts(self, key: int) -> Facts:
        (document,) = self.documents[key]
        published = Published(
            value=document["published"],
            basis=document["published_basis"],
            start=document["published_start"],
            end=document["published_end"],
        )
        return Facts(
            id=document["article"],
            url=document["url"],
            **_only(document, "source", "language", "title", "text", "schema"),
            published=published,
            sentences=[Sentence(**_only(row, "start", "end", "section")) for row in self.sentences[key]],
            entities=[self._entity(row) for row in self.entities[key]],
            dates=[_date(row) for row in self.dates[key]],
            quantities=[self._quantity(row) for row in self.quantities.get(key, ())],
            events=[self._event(row) for row in self.events[key]],
            timeline=[self._entry(row) for row in self.entries[key]],
        )

    def _entity(self, row: Row) -> Entity:
        return Entity(
            id=row["code"],
            ids=json.loads(row["ids"]),
            **_only(row, *ENTITY_FIELDS),
            mentions=[Mention(**_only(mention, "start", "end", "text")) for mention in self.mentions[row["id"]]],
        )

    def _event(self, row: Row) -> Event:
        roles: Row = defaultdict(list)
        for participant in self.participants[row["id"]]:
            roles[participant["role"]].append(self.codes["entities"][participant["entity"]])
        return Event(
            id=row["code"],
            trigger=Trigger(text=row["trigger"], **_only(row, "start", "end", "lemma")),
            class_=row["class"],
            when=self._when(row),
            **roles,
            same=row["same"],
            main=bool(row["main"]),
            salience=row["salience"],
            printable=row["printable"],
            **_only(row, "type", "status", "sentence", "score", "summary"),
        )

    def _quantity(self, row: Row) -> Quantity:
        event = None if row["event"] is None else self.codes["events"][row["event"]]
        sides = msgspec.json.decode(row["sides"] or "[]", type=list[Side])
        return Quantity(id=row["code"], event=event, sides=sides, **_only(row, *QUANTITY_FIELDS))

    def _entry(self, row: Row) -> TimelineEntry:
        events = [self.codes["events"][each["event"]] for each in self.entry_events[row["id"]]]
        start, end = row["evidence_start"], row["evidence_end"]
        evidence = None if start is None or end is None else Evidence(document=None, start=start, end=end)
        otherwise = msgspec.json.decode(row["otherwise"] or "[]", type=list[When])
        figures = msgspec.json.decode(row["figures"] or "[]", type=list[Figure])
        return TimelineEntry(
            when=self._when(row),
            events=events,
            summary=row["summary"],
            otherwise=otherwise,
            evidence=evidence,
            figures=figures,
            need=row["need"],
        )

    def _when(self, row: Row) -> When | None:
        if not row["timed"]:
            return None
        date = None if row["date"] is None else self.codes["dates"][row["date"]]
        return When(date=date, basis=row["basis"] or "text", **_only(row, "value", "earliest", "latest"))


def _date(row: Row) -> DateExpression:
    return DateExpression(id=row["code"], **_only(row, *DATE_FIELDS))


def _only(row: Row, *names: str) -> Row:
    return {name: row[name] for name in names}
