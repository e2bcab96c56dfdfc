"""Several processes at one store, and processes that end in the middle of their work."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from hanging import HANG_SECONDS

from factcli.store import StoreError, find, open_existing, open_store, save
from store.some_facts import article

ROOT = Path(__file__).resolve().parents[2]
SAVE = """
import sys
from pathlib import Path
from factcli.store import open_store, save
from store.some_facts import article
path, name, times = sys.argv[1:]
with open_store(Path(path)) as store:
    for number in range(int(times)):
        save(store, article(f"{name}-{number}"))
        save(store, article("shared", f"{name} {number}"))
"""
# Ends itself, as `kill -9` would, when SQLite is about to carry out the given statement of saving.
KILL = """
import os, signal, sys
from pathlib import Path
from factcli.store import open_store, save
from store.some_facts import article
path, number = Path(sys.argv[1]), int(sys.argv[2])
with open_store(path) as store:
    seen = []
    def trace(statement):
        seen.append(statement)
        if len(seen) == number:
            os.kill(os.getpid(), signal.SIGKILL)
    store.set_trace_callback(trace)
    save(store, article("pasar", "Pasar ditutup."))
    print(len(seen))
"""


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}:{':'.join(filter(None, sys.path))}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_processes_save_at_once_in_a_store_that_is_not_there_yet(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    running = [start(SAVE, path, name, 10) for name in "abcd"]
    for process in running:
        _, errors = process.communicate(timeout=HANG_SECONDS)
        assert (process.returncode, errors) == (0, "")
    with open_existing(path) as store:
        found = {facts.id for facts in find(store)}
        assert found == {f"{name}-{number}" for name in "abcd" for number in range(10)} | {"shared"}
        assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert store.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_process_killed_while_saving_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    with open_store(path) as store:
        save(store, article())
    statements = int(start(KILL, tmp_path / "other.db", 0).communicate(timeout=HANG_SECONDS)[0])
    assert statements > 10
    for number in range(1, statements + 1, max(1, statements // 6)):
        process = start(KILL, path, number)
        process.communicate(timeout=HANG_SECONDS)
        assert process.returncode == -signal.SIGKILL
        with open_existing(path) as store:
            assert list(find(store)) == [article()]
            assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_readers_do_not_wait_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    with open_store(path) as writer, open_existing(path) as reader:
        save(writer, article())
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM documents")
        assert [facts.id for facts in find(reader)] == ["pasar"]
        writer.execute("ROLLBACK")


def test_a_store_that_is_being_made_is_never_taken_for_another_database(tmp_path: Path) -> None:
    def make(path: Path) -> None:
        with open_store(path):
            pass

    for number in range(20):
        path = tmp_path / f"{number}.db"
        maker = Thread(target=make, args=(path,))
        maker.start()
        while maker.is_alive():
            try:
                with open_existing(path):
                    pass
            except StoreError as error:
                assert "no such store" in str(error) or "nothing was ever saved" in str(error)
        maker.join()
        with open_existing(path):
            pass
