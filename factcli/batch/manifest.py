"""What a run was begun with and what is done, in a SQLite file that outlives a kill at any moment.

SQLite, because it sorts the names of a million files on disk, and because its commits are all or nothing.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from factcli.batch.problems import BatchError, InputsError
from factcli.batch.sources import Source, pieces_of, stat_of
from factcli.batch.work import Piece, Record
from factcli.reading.folders import SUFFIXES, files_in

NAME = "manifest.sqlite"
_TABLES = """
create table if not exists run (key text primary key, value text not null) without rowid;
create table if not exists inputs (number integer primary key, path blob not null, size integer, modified integer);
create unique index if not exists input_paths on inputs (path);
create table if not exists shards (
    number integer primary key, file text, articles integer, problems integer, undated integer, share integer,
    pieces integer, last_input integer, last_end integer, last_line integer, errors_size integer
);
create table if not exists languages (
    shard integer, language text, articles integer, primary key (shard, language)
) without rowid;
"""
_FOUND = """
drop table if exists temp.found;
create temp table found (path blob primary key, argument integer, size integer, modified integer) without rowid;
"""
_DIFFERENCES = {
    "new": "select path from temp.found where path not in (select path from inputs)",
    "gone": "select path from inputs where path not in (select path from temp.found)",
    "changed": "select inputs.path from inputs join temp.found using (path) "
    "where inputs.size is not found.size or inputs.modified is not found.modified",
}


class Sealed(Record, frozen=True):
    """A shard that is written: its file (None: nothing in it), what it holds, and where the next one begins.

    `foreign`: language -> articles in it, Indonesian left out.
    """

    number: int
    file: str | None
    articles: int
    problems: int
    undated: int
    share: int
    pieces: int
    last_input: int
    last_end: int
    last_line: int
    errors_size: int
    foreign: dict[str, int]


class Totals(NamedTuple):
    """What is done: shards, articles, problems, articles without a day, bytes of the input, size of errors.jsonl.

    `foreign`: language -> articles in it, Indonesian left out.
    """

    shards: int
    articles: int
    problems: int
    undated: int
    share: int
    pieces: int
    errors_size: int
    foreign: Counter[str]


class Manifest:
    """The manifest of one output folder; while it is open, no other process can open it."""

    def __init__(self, database: sqlite3.Connection, folder: Path) -> None:
        self._database = database
        self._folder = folder

    def settings(self) -> dict[str, str]:
        """Return what the run was begun with, empty before it was."""
        return dict(self._database.execute("select key, value from run"))

    def begin(self, settings: dict[str, str], names: Sequence[str], failed: Callable[[OSError], None]) -> None:
        """Write down the options and every file that the names stand for; a folder that cannot be read is told."""
        self._find(names, failed)
        if self._database.execute("select not exists (select 1 from temp.found)").fetchone()[0]:
            raise InputsError(f"{', '.join(names)}: no file in it that ends in {', '.join(SUFFIXES)}")
        with self._database:
            self._database.execute("delete from inputs")
            self._database.execute(
                "insert into inputs (path, size, modified) "
                "select path, size, modified from temp.found order by argument, path"
            )
            self._database.executemany("insert or replace into run values (?, ?)", settings.items())

    def compare(self, names: Sequence[str], failed: Callable[[OSError], None]) -> None:
        """Raise InputsError where the names stand for other files than when the run was begun."""
        self._find(names, failed)
        told = []
        for word, query in _DIFFERENCES.items():
            (count,) = self._database.execute(f"select count(*) from ({query})").fetchone()
            if count:
                (path,) = self._database.execute(f"select min(path) from ({query})").fetchone()
                others = f" and {count - 1} more" if count > 1 else ""
                told.append(f"{word}: {os.fsdecode(path)}{others}")
        if told:
            raise InputsError(
                f"{self._folder}: the inputs are not those it was begun with ({'; '.join(told)}): name another --out"
            )

    def number_of_inputs(self) -> tuple[int, int]:
        """Return how many files there are to read, and their bytes."""
        count, size = self._database.execute("select count(*), coalesce(sum(size), 0) from inputs").fetchone()
        return count, size

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces of the inputs that no sealed shard holds, in order."""
        last = self._database.execute(
            "select last_input, last_end, last_line from shards order by number desc limit 1"
        ).fetchone()
        start, offset, line = last or (1, 0, 0)
        first = self.totals().pieces
        while row := self._database.execute(
            "select number, path, size from inputs where number >= ? order by number limit 1", (start,)
        ).fetchone():
            source = Source(row[0], row[1], row[2] or 0)
            for piece in pieces_of(source, offset=offset, line=line, first=first):
                first = piece.number + 1
                yield piece
            start, offset, line = source.number + 1, 0, 0

    def seal(self, shard: Sealed) -> None:
        """Write down that a shard lies whole in its file, and its problems in errors.jsonl."""
        *values, _ = msgspec.structs.astuple(shard)
        languages = [(shard.number, language, articles) for language, articles in shard.foreign.items()]
        with self._database:
            self._database.execute(f"insert into shards values ({', '.join('?' * len(values))})", values)
            self._database.executemany("insert into languages values (?, ?, ?)", languages)

    def totals(self) -> Totals:
        """Return what the sealed shards hold together."""
        row = self._database.execute(
            "select count(*), sum(articles), sum(problems), sum(undated), sum(share), sum(pieces), max(errors_size) "
            "from shards"
        ).fetchone()
        foreign = dict(self._database.execute("select language, sum(articles) from languages group by language"))
        return Totals._make([*(value or 0 for value in row), Counter(foreign)])

    def is_finished(self) -> bool:
        """Tell whether everything is done."""
        return "finished" in self.settings()

    def finish(self) -> None:
        """Write down that everything is done."""
        with self._database:
            self._database.execute("insert or replace into run values ('finished', 'yes')")

    def _find(self, names: Sequence[str], failed: Callable[[OSError], None]) -> None:
        self._database.executescript(_FOUND)
        with self._database:
            for argument, name in enumerate(names):
                self._database.executemany(
                    "insert or ignore into temp.found values (?, ?, ?, ?)",
                    ((path, argument, *_size_and_time(path)) for path in self._paths(name, failed)),
                )

    def _paths(self, name: str, failed: Callable[[OSError], None]) -> Iterator[bytes]:
        """Yield the absolute paths of the files that a name stands for, none of this output's own among them."""
        path = Path(name)
        if not path.is_dir():
            # Not where a link leads: the article's id is made of the name that it has here.
            yield os.fsencode(path.parent.resolve() / path.name)
            return
        own = os.fsencode(self._folder.resolve()) + os.fsencode(os.sep)
        for entry in files_in(str(path.resolve()), failed):
            found = os.fsencode(entry.path)
            if not found.startswith(own):
                yield found


@contextmanager
def open_manifest(folder: Path) -> Iterator[Manifest]:
    """Open the manifest of an output folder for one process alone, and make it if there is none yet.

    Raises BatchError where another run has it, or it is damaged.
    """
    path = folder / NAME
    database = sqlite3.connect(path, timeout=0, isolation_level="DEFERRED")
    try:
        database.execute("pragma locking_mode = exclusive")
        database.execute("pragma synchronous = full")
        database.executescript(f"begin exclusive; {_TABLES} commit;")
        yield Manifest(database, folder)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            raise BatchError(f"{folder}: another run writes there") from error
        raise BatchError(f"{path}: {error}") from error
    finally:
        database.close()


def _size_and_time(path: bytes) -> tuple[int | None, int | None]:
    """Return a file's size and time of change, None where it cannot be asked: reading will tell why."""
    try:
        return stat_of(path)
    except OSError:
        return None, None
