"""Migration of a store from each format to the next, one step a format, each kept whole or not at all.

Reading needs no migration: a later format only adds columns, and values of a missing column are null. A
store is migrated when something is saved in it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from factcli.store.tables import EVENTS_VIEW, FORMAT


def migrate(connection: sqlite3.Connection, number: int) -> None:
    """Bring a store of format `number` to the present one, inside the transaction that is open."""
    for earlier in range(number, FORMAT):
        STEPS[earlier](connection)
    connection.execute(f"PRAGMA user_version = {FORMAT}")


ADDED = (
    ("documents", "url TEXT"),
    ("events", "basis TEXT"),
    ("events", "same TEXT"),
    ("events", "main INTEGER"),
    ("events", "salience FLOAT"),
    ("entries", "basis TEXT"),
    ("entries", "evidence_start INTEGER"),
    ("entries", "evidence_end INTEGER"),
)


def _with_addresses(connection: sqlite3.Connection) -> None:
    """Format 2 has the address of an article, shown beside each event, and the other columns in ADDED."""
    for table, column in ADDED:
        connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    connection.execute("DROP VIEW happenings")
    connection.execute(f"CREATE VIEW happenings AS {EVENTS_VIEW}")


STEPS: Mapping[int, Callable[[sqlite3.Connection], None]] = {1: _with_addresses}
