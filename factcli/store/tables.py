"""The tables of the store: one for each kind of record in the data contract (`schema.py`).

Every table has its own numeric key, so that Datasette can follow each reference and show its label; `code` is
the id that the record has inside its document (`e1`, `t1`, `v1`). Order is that of the keys. `timed` is 0 where the
record has no time at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

# 2: documents have a `url`; events `same`, `main`, `salience` and `basis`; entries `basis` and their evidence.
# 3: there are quantities, and entries have `figures` (JSON) and `need`.
# 4: quantities have `sides` (JSON), and the view of dated events has a name of the schema's.
# 5: entries have `otherwise` (JSON).
# 6: events have `printable`.
FORMAT = 6
# The view to begin with.
VIEW = "dated_events"
# "fact": distinguishes the store from any other SQLite file.
APPLICATION = 0x66616374

Columns = dict[str, type]
SPAN: Columns = {"start": int, "end": int}
WHEN: Columns = {"timed": int, "value": str, "earliest": str, "latest": str, "basis": str}
# What the store keeps of a record as it is, under its own name.
ENTITY_FIELDS = ("label", "name", "kb_id", "lat", "lon", "country", "score")
DATE_FIELDS = ("start", "end", "text", "type", "value", "mod", "earliest", "latest", "anchor")
QUANTITY_FIELDS = ("start", "end", "text", "value", "low", "high", "unit", "of", "mod")


class Table(NamedTuple):
    """A table: its columns, the tables they refer to, and which are required, indexed, and searched by words.

    `since` is the format that first had it.
    """

    name: str
    columns: Columns
    references: Mapping[str, str] = MappingProxyType({})
    required: frozenset[str] = frozenset()
    indexed: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    since: int = 1

    @property
    def needed(self) -> frozenset[str]:
        """The columns without which no fact can be read."""
        return self.required | {"id"}


TABLES = (
    Table(
        "documents",
        {"id": int, "article": str, "title": str, "source": str, "url": str, "published": str, "published_basis": str}
        | {"published_start": int, "published_end": int, "language": str, "text": str, "schema": str, "saved": str},
        required=frozenset({"article", "published_basis", "language", "text", "schema", "saved"}),
        indexed=("published", "source"),
        searched=("title", "text"),
    ),
    Table(
        "sentences",
        {"id": int, "document": int, **SPAN, "section": str},
        {"document": "documents"},
        frozenset({"document", "start", "end", "section"}),
    ),
    Table(
        "entities",
        {"id": int, "document": int, "code": str, "name": str, "label": str, "kb_id": str, "ids": str}
        | {"lat": float, "lon": float, "country": str, "score": float},
        {"document": "documents"},
        frozenset({"document", "code", "name", "label", "ids"}),
        ("name", "kb_id"),
    ),
    Table(
        "mentions",
        {"id": int, "entity": int, **SPAN, "text": str},
        {"entity": "entities"},
        frozenset({"entity", "start", "end", "text"}),
    ),
    Table(
        "dates",
        {"id": int, "document": int, "code": str, "text": str, "type": str, "value": str, "mod": str}
        | {"earliest": str, "latest": str, "anchor": str, **SPAN},
        {"document": "documents"},
        frozenset({"document", "code", "text", "type", "start", "end"}),
    ),
    Table(
        "events",
        {"id": int, "document": int, "code": str, "summary": str, "type": str, "status": str, "class": str, **WHEN}
        | {"date": int, "trigger": str, "lemma": str, **SPAN, "sentence": int, "same": str}
        | {"main": int, "salience": float, "score": float, "printable": float},
        {"document": "documents", "date": "dates"},
        frozenset({"document", "code", "summary", "status", "class", "timed", "trigger", "lemma", "start", "end"})
        | {"sentence"},
        ("earliest", "latest"),
        ("summary",),
    ),
    Table(
        "quantities",
        # Columns of whole numbers keep fractions too, and whole numbers whole.
        {"id": int, "document": int, "code": str, "text": str, "value": int, "low": int, "high": int, "unit": str}
        | {"of": str, "mod": str, "event": int, **SPAN, "sides": str},
        {"document": "documents", "event": "events"},
        frozenset({"document", "code", "text", "unit", "start", "end"}),
        ("of",),
        since=3,
    ),
    Table(
        "participants",
        {"id": int, "event": int, "role": str, "entity": int},
        {"event": "events", "entity": "entities"},
        frozenset({"event", "role", "entity"}),
    ),
    Table(
        "entries",
        {"id": int, "document": int, "summary": str, **WHEN, "date": int}
        | {"evidence_start": int, "evidence_end": int, "otherwise": str, "figures": str, "need": float},
        {"document": "documents", "date": "dates"},
        frozenset({"document", "summary", "timed"}),
    ),
    Table(
        "entry_events",
        {"id": int, "entry": int, "event": int},
        {"entry": "entries", "event": "events"},
        frozenset({"entry", "event"}),
    ),
)

# The table to read: each dated event with who, where, how many and which article says so. Who and where are JSON
# arrays, of which Datasette counts each name.
_NAMES = """
  (SELECT json_group_array(DISTINCT CAST(entities.name AS TEXT))
   FROM participants JOIN entities ON entities.id = participants.entity
   WHERE participants.event = events.id AND participants.role IN ({roles}))"""
EVENTS_VIEW = f"""
SELECT events.id, events.earliest, events.latest, events.summary, events.type, events.status,
{_NAMES.format(roles="'agents', 'patients'")} AS who,
{_NAMES.format(roles="'places'")} AS place,
  (SELECT json_group_array(CAST(quantities.text AS TEXT))
   FROM quantities WHERE quantities.event = events.id) AS figures,
  documents.title AS article, documents.source, documents.url, documents.published, events.document
FROM events JOIN documents ON documents.id = events.document
WHERE events.timed = 1
ORDER BY coalesce(events.earliest, events.latest), events.latest, events.id
"""
