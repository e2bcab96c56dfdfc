"""The columns that another program has renamed or removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from factcli.store.migrations import ADDED_COLUMNS
from factcli.store.tables import TABLES, Table


def lost_columns(store: sqlite3.Connection) -> Iterator[tuple[Table, str]]:
    """Yield each column that a store of this format has and this one lacks, with its table."""
    ((number,),) = store.execute("PRAGMA user_version")
    later = {
        (table, column.split()[0])
        for since, added in ADDED_COLUMNS.items()
        if since > number
        for table, column in added
    }
    for table in TABLES:
        there = {name for _, name, *_ in store.execute(f"PRAGMA table_info({table.name})")}
        if table.since <= number:
            yield from (
                (table, name) for name in table.columns if name not in there and (table.name, name) not in later
            )
