"""The store's file: where it lies, how it is opened, and the check that it is a store."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from factcli.home import data_folder
from factcli.store.cells import cell, value
from factcli.store.migrations import make, migrate
from factcli.store.tables import APPLICATION, EVENTS_VIEW, FORMAT, TABLES, VIEW
from factcli.system_errors import reason_of

# Seconds to wait for other processes: each article that they save locks the file for some milliseconds.
PATIENCE = 60.0
_PAUSE = 0.05
REMEDY = "put a copy in its place, or save the articles again in a new file"


class StoreError(Exception):
    """The store cannot be used; the message is one line that names the file and says what to do."""


def default_path() -> Path:
    """Return where the store lies by default: `$XDG_DATA_HOME/factcli/facts.db` (XDG Base Directory)."""
    return data_folder() / "facts.db"


class InconsistentError(StoreError):
    """The facts of one article refer to what they do not hold; other articles are unaffected."""


class DamagedError(StoreError):
    """The store holds what factcli never wrote; the message says what, without the name of the file."""


@contextmanager
def open_store(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the store at `path` to save in it, created with its folder if it is not there; closed after the block.

    Raises `StoreError` for a file that is not a store, or if none can be created there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path}: its folder cannot be created ({reason_of(error)})") from error
    with _explained(path), _connected(path, "rwc") as connection:
        # Before anything is changed in a file that may be somebody else's.
        _format(path, connection)
        _write_ahead(connection)
        _lay_out(path, connection)
        yield connection


@contextmanager
def open_existing(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the store at `path` to read from it; closed when the block is left.

    Raises `StoreError` for a file that is not there or is not a store.
    """
    if not path.exists():
        raise StoreError(f"{path}: no such store; 'factcli extract FILE --save --db {path}' creates it")
    with _explained(path), _connected(path, _mode_of(path)) as connection:
        if _format(path, connection) == 0:
            raise StoreError(f"{path}: not a store: nothing was ever saved in it")
        yield connection


def _mode_of(path: Path) -> str:
    """Return the mode in which SQLite opens a store to read it: on a read-only disk it cannot create its log file."""
    is_whole = not path.with_name(f"{path.name}-wal").exists()
    return "ro&immutable=1" if is_whole and not os.access(path.parent, os.W_OK) else "rw"


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction: all of the block is kept, or nothing if it does not end normally."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def _connected(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    # Transactions begin where `writing` says, not where Python's module guesses.
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.create_function("casefold", 1, _casefold, deterministic=True)
        yield connection
    except KeyboardInterrupt:
        # It stays open: what sqlite_utils had begun just then still asks it when it is collected.
        raise
    except BaseException:
        connection.close()
        raise
    connection.close()


def _casefold(text: Any) -> Any:
    return None if text is None else cell(str(value(text)).casefold())


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn on write-ahead logging: readers never wait for a writer and never see what is half written."""
    # SQLite does not wait by itself here: two processes that turn it on at once would deadlock.
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:
            is_held = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if not is_held or time.monotonic() > until:
                raise
        time.sleep(_PAUSE)
    connection.execute("PRAGMA synchronous = NORMAL")


def _lay_out(path: Path, connection: sqlite3.Connection) -> None:
    """Make the tables where there are none yet, and bring those of an earlier format up to date."""
    number = _format(path, connection)
    if number == FORMAT:
        return
    if number:
        with writing(connection):
            migrate(connection, _format(path, connection))
        return
    from sqlite_utils import Database

    database = Database(connection)
    with writing(connection):
        if _format(path, connection) == FORMAT:
            return
        for table in TABLES:
            make(database, table)
        database.table("documents").create_index(["article"], unique=True)
        database.create_view(VIEW, EVENTS_VIEW)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")


def _format(path: Path, connection: sqlite3.Connection) -> int:
    """Return the number of the store's format, 0 for an empty file; raises `StoreError` if the file is not a store."""
    with _one_moment(connection):
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        ((application,),) = connection.execute("PRAGMA application_id")
        ((number,),) = connection.execute("PRAGMA user_version")
        is_filled = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
    if application == APPLICATION:
        if not 1 <= number <= FORMAT:
            raise StoreError(f"{path}: a store of format {number}, this factcli knows format {FORMAT}: update factcli")
        missing = [table.name for table in TABLES if table.since <= number and table.name not in tables]
        if missing:
            raise DamagedError(f"no table {missing[0]}")
        return int(number)
    if is_filled:
        raise StoreError(f"{path}: a database, but not a store of factcli; give another file")
    return 0


@contextmanager
def _one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Read all of the block as it stood at one moment: another process may be laying out the store meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Say in one line what SQLite could not do."""
    try:
        yield
    except DamagedError as error:
        raise StoreError(f"{path}: damaged ({error}); {REMEDY}") from error
    except UnicodeDecodeError as error:
        # SQLite's own message quotes the bytes of a damaged file.
        raise StoreError(f"{path}: damaged; {REMEDY}") from error
    except sqlite3.Error as error:
        reason = "this is a folder; name a file" if path.is_dir() else _reason(error)
        raise StoreError(f"{path}: {reason}") from error


def _reason(error: sqlite3.Error) -> str:
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_NOTADB:
            return "not a database; give another file"
        case sqlite3.SQLITE_CORRUPT:
            return f"damaged; {REMEDY}"
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return f"another process has held it for more than {PATIENCE:.0f} seconds; try again"
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return "cannot be opened or written here; check the file and its folder"
        case sqlite3.SQLITE_FULL:
            return "the disk is full"
        case 0 | sqlite3.SQLITE_ERROR | sqlite3.SQLITE_SCHEMA | sqlite3.SQLITE_MISMATCH | sqlite3.SQLITE_TOOBIG:
            # Bytes that are not text, a missing column or table, a value of the wrong type.
            return f"damaged ({' '.join(str(error).split())}); {REMEDY}"
        case _:
            return str(error)
