"""The store's file: where it lies, and files that are none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from factcli.store import StoreError, default_path, open_existing, open_store, save
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


def test_a_damaged_store_is_told_in_one_line(tmp_path: Path) -> None:
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
