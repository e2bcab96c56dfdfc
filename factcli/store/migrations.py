"""Migration of a store from each format to the next, one step a format, each kept whole or not at all.

Reading needs no migration: a later format only adds tables and columns, and values of a missing column are null. A
store is migrated when something is saved in it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING

from factcli.store.tables import EVENTS_VIEW, FORMAT, TABLES, VIEW, Table

if TYPE_CHECKING:
    from sqlite_utils import Database

# What each format has added to tables that there were before it.
ADDED_COLUMNS: Mapping[int, tuple[tuple[str, str], ...]] = {
    2: (
        ("documents", "url TEXT"),
        ("events", "basis TEXT"),
        ("events", "same TEXT"),
        ("events", "main INTEGER"),
        ("events", "salience FLOAT"),
        ("entries", "basis TEXT"),
        ("entries", "evidence_start INTEGER"),
        ("entries", "evidence_end INTEGER"),
    ),
    3: (("entries", "figures TEXT"), ("entries", "need FLOAT")),
    4: (("quantities", "sides TEXT"),),
    5: (("entries", "otherwise TEXT"),),
    6: (("events", "printable FLOAT"),),
}
# What formats before this one called the view.
_NAMED = 4
_EARLIER_VIEW = "happenings"


def migrate(connection: sqlite3.Connection, number: int) -> None:
    """Bring a store of format `number` to the present one, inside the transaction that is open."""
    from sqlite_utils import Database

    connection.execute(f"DROP VIEW {VIEW if number >= _NAMED else _EARLIER_VIEW}")
    new = [table for table in TABLES if table.since > number]
    for later in range(number + 1, FORMAT + 1):
        for name, column in ADDED_COLUMNS.get(later, ()):
            if all(table.name != name for table in new):
                connection.execute(f"ALTER TABLE {name} ADD COLUMN {column}")
    for table in new:
        make(Database(connection), table)
    connection.execute(f"CREATE VIEW {VIEW} AS {EVENTS_VIEW}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")


def make(database: Database, table: Table) -> None:
    """Make an empty table, with its references, its indexes and its search."""
    from sqlite_utils.db import ForeignKey

    made = database.table(table.name)
    made.create(
        table.columns,
        pk="id",
        not_null=table.required,
        foreign_keys=[
            ForeignKey(table.name, column, other, "id", on_delete="CASCADE")
            for column, other in table.references.items()
        ],
    )
    for column in (*table.references, *table.indexed):
        made.create_index([column])
    if table.searched:
        made.enable_fts(table.searched, create_triggers=True, tokenize="unicode61 remove_diacritics 2")
