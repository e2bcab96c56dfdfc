"""How a store of an earlier format becomes one of the next: a step a format, each kept whole or not at all.

Reading needs none of them, for a later format only adds columns, and what a store has no column for is not known. A
store is brought up to date when something is saved in it.
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
    ("entries", "need FLOAT"),
)


def _with_addresses(connection: sqlite3.Connection) -> None:
    """Format 2 knows the address of an article, and shows it beside each event; and what else ADDED lists."""
    for table, column in ADDED:
        connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    connection.execute("DROP VIEW happenings")
    connection.execute(f"CREATE VIEW happenings AS {EVENTS_VIEW}")


STEPS: Mapping[int, Callable[[sqlite3.Connection], None]] = {1: _with_addresses}
