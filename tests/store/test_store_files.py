"""The store's file: where it lies, and files that are no store."""

from __future__ import annotations

import contextlib
import gc
import sqlite3
import sys
from pathlib import Path

import msgspec
import pytest
from sqlite_utils import Database

from factcli.schema import Facts
from factcli.store import StoreError, default_path, documents, find, open_existing, open_store, save
from factcli.store.migrations import ADDED_COLUMNS
from factcli.store.tables import FORMAT, TABLES, VIEW
from store.some_facts import article


def test_the_store_lies_where_xdg_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_path() == tmp_path / "factcli" / "facts.db"
    monkeypatch.setenv("XDG_DATA_HOME", "not/absolute")
    assert default_path() == Path.home() / ".local" / "share" / "factcli" / "facts.db"


def test_write_ahead_logging_and_foreign_keys_are_on(tmp_path: Path) -> None:
    with open_store(tmp_path / "a b#?.db") as store:
        assert store.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert store.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert (tmp_path / "a b#?.db").exists()


def test_an_interruption_leaves_a_store_open_to_what_had_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unraisable: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", unraisable.append)
    with contextlib.suppress(KeyboardInterrupt), open_store(tmp_path / "facts.db") as connection:
        # As where Ctrl-C comes between the beginning of a transaction and its block.
        begun = Database(connection).atomic()
        begun.__enter__()
        raise KeyboardInterrupt
    del begun
    gc.collect()
    assert not unraisable


def test_what_is_no_store_is_never_written_to(tmp_path: Path) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("Catatan. " * 200, encoding="utf-8")
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE cats (name TEXT)")
    database.close()
    for path in (text, other):
        before = path.read_bytes()
        for opening in (open_store, open_existing):
            with pytest.raises(StoreError, match=path.name) as refusal, opening(path):
                pass
            assert "\n" not in str(refusal.value)
        assert path.read_bytes() == before


def test_a_store_of_a_later_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    with open_store(path) as store:
        store.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="99"), open_store(path):
        pass


def test_a_store_that_is_not_there_or_empty(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="--save"), open_existing(tmp_path / "tiada.db"):
        pass
    (tmp_path / "kosong.db").touch()
    with pytest.raises(StoreError, match="nothing was ever saved"), open_existing(tmp_path / "kosong.db"):
        pass
    with open_store(tmp_path / "kosong.db") as store:
        save(store, article())


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="folder"), open_store(tmp_path / "file" / "facts.db"):
        pass


def test_a_damaged_store_is_reported_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    with open_store(path) as store:
        for number in range(200):
            save(store, article(f"pasar-{number}"))
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreError, match=r"facts\.db: damaged"), open_existing(path) as store:
        store.execute("SELECT count(*) FROM events").fetchall()


DAMAGE = {
    "ids": "UPDATE entities SET ids = 'nonsense'",
    "ids of another kind": "UPDATE entities SET ids = '[1]'",
    "a role": "UPDATE participants SET role = 'leader'",
    "a status": "UPDATE events SET status = 'sure'",
    "a label": "UPDATE entities SET label = 'WHO'",
    "a day": "UPDATE events SET earliest = '2020-02-30'",
    "a day of publication": "UPDATE documents SET published = 'x'",
    "a number": "UPDATE events SET start = 'x'",
    "a negative offset": "UPDATE mentions SET start = -5",
    "no number": "UPDATE entities SET lat = 9e999",
    "bytes": "UPDATE documents SET title = x'ff00fe'",
    "text of bytes": "UPDATE documents SET title = CAST(x'ff00fe' AS TEXT)",
    "a text for a number": "UPDATE events SET sentence = 'x'",
    "a row that refers to none": "PRAGMA foreign_keys = OFF; DELETE FROM entities",
    "a renamed column": "ALTER TABLE events RENAME COLUMN lemma TO stem",
    "a renamed column of documents": "ALTER TABLE documents RENAME COLUMN published TO day",
    "a table that is gone": "PRAGMA foreign_keys = OFF; DROP TABLE participants",
    "a view in its place": "PRAGMA foreign_keys = OFF; DROP TABLE participants; CREATE VIEW participants AS SELECT 1",
    "deep ids": "UPDATE entities SET ids = '" + "[" * 100_000 + "'",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_rows_that_are_no_facts_are_reported_in_one_line(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "facts.db"
    with open_store(path) as store:
        save(store, article("pasar"))
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(DAMAGE[damage])
        connection.commit()
    with pytest.raises(StoreError) as refusal, open_existing(path) as store:
        list(documents(store))
        list(find(store))
        list(find(store, about="solo", earliest="2020-01-01"))
    assert str(refusal.value).startswith(f"{path}: damaged")
    assert "\n" not in str(refusal.value) and len(str(refusal.value)) < 400


@pytest.mark.parametrize("damage", ["UPDATE entries SET evidence_end = 9999", "UPDATE events SET status = 'pasti'"])
def test_a_damaged_article_costs_no_other(tmp_path: Path, damage: str) -> None:
    reported: list[str] = []
    with open_store(tmp_path / "facts.db") as store:
        for name in ("banjir", "pasar", "gempa"):
            save(store, article(name))
        store.execute("UPDATE entries SET evidence_start = 0, evidence_end = 4")
        store.execute(f"{damage} WHERE document = (SELECT id FROM documents WHERE article = 'pasar')")
        assert [facts.id for facts in find(store, failed=reported.append)] == ["banjir", "gempa"]
    (line,) = reported
    assert line.startswith("damaged (article pasar: ")


@pytest.mark.parametrize("column", ["events.type", "entities.country", "entries.figures", "dates.mod"])
def test_a_column_that_is_gone_costs_one_line_and_is_read_as_empty(tmp_path: Path, column: str) -> None:
    table, _, name = column.partition(".")
    reported: list[str] = []
    with open_store(tmp_path / "facts.db") as store:
        for article_id in ("banjir", "pasar"):
            save(store, article(article_id))
        store.execute(f"ALTER TABLE {table} RENAME COLUMN {name} TO lain")
        assert [facts.id for facts in find(store, failed=reported.append)] == ["banjir", "pasar"]
    (line,) = reported
    assert line.startswith(f"damaged (table {table}: no column {name}: it is read as empty); put a copy in its place")


@pytest.mark.parametrize("column", ["events.lemma", "mentions.text", "participants.role", "entry_events.id"])
def test_a_column_that_every_fact_needs_ends_the_reading_in_one_line(tmp_path: Path, column: str) -> None:
    table, _, name = column.partition(".")
    with open_store(tmp_path / "facts.db") as store:
        save(store, article("pasar"))
        store.execute(f"ALTER TABLE {table} RENAME COLUMN {name} TO lain")
    with pytest.raises(StoreError) as refusal, open_existing(tmp_path / "facts.db") as store:
        list(find(store, failed=lambda line: pytest.fail(line)))
    assert f"facts.db: damaged (table {table}: no column {name}); put a copy" in str(refusal.value)


def in_format(number: int, path: Path) -> None:
    """Turn a store into one as that format had it: without what later ones have added."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"DROP VIEW {VIEW}; PRAGMA user_version = {number}")
        for later in range(number + 1, FORMAT + 1):
            for table, column in ADDED_COLUMNS.get(later, ()):
                connection.execute(f"ALTER TABLE {table} DROP COLUMN {column.split()[0]}")
        for name in [table.name for table in TABLES if table.since > number]:
            connection.execute(f"DROP TABLE {name}")
        view = VIEW if number >= 4 else "happenings"
        connection.execute(f"CREATE VIEW {view} AS SELECT id FROM events")
        connection.commit()


def as_kept_by(number: int, facts: Facts) -> Facts:
    """The facts as that format keeps them: quantities came with the third."""
    if number >= 3:
        return facts
    timeline = [msgspec.structs.replace(entry, figures=[]) for entry in facts.timeline]
    return msgspec.structs.replace(facts, quantities=[], timeline=timeline)


@pytest.mark.parametrize("number", range(1, FORMAT))
def test_a_store_of_an_earlier_format_is_read_as_it_is(tmp_path: Path, number: int) -> None:
    path = tmp_path / "facts.db"
    with open_store(path) as store:
        save(store, article("pasar"))
    in_format(number, path)
    with open_existing(path) as store:
        assert list(find(store)) == [as_kept_by(number, article("pasar"))]
        assert [(document.article, document.url) for document in documents(store)] == [("pasar", None)]
        assert store.execute("PRAGMA user_version").fetchone() == (number,)


@pytest.mark.parametrize("number", range(1, FORMAT))
def test_saving_brings_a_store_of_an_earlier_format_up_to_date(tmp_path: Path, number: int) -> None:
    path = tmp_path / "facts.db"
    with open_store(path) as store:
        save(store, article("pasar"))
    in_format(number, path)
    linked = msgspec.structs.replace(article("banjir"), url="https://contoh.id/banjir")
    with open_store(path) as store:
        save(store, linked)
    with open_existing(path) as store:
        assert list(find(store)) == [as_kept_by(number, article("pasar")), linked]
        assert store.execute("PRAGMA user_version").fetchone() == (FORMAT,)
        shown = store.execute(f"SELECT url FROM {VIEW} ORDER BY id").fetchall()
        assert shown == [(None,), ("https://contoh.id/banjir",)]
