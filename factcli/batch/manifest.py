"""The options of a run and what is done, in a SQLite file that survives a kill at any moment.

SQLite, because it sorts the names of a million files on disk, and because its commits are all or nothing.
"""

from __future__ import annotations

import itertools
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from factcli.batch.listing import listed
from factcli.batch.problems import BatchError, InputsError
from factcli.batch.sources import Source, pieces_of
from factcli.batch.work import Message, Piece
from factcli.reading.folders import MANIFEST, SUFFIXES

_TABLES = """
create table if not exists run (key text primary key, value text not null) without rowid;
create table if not exists inputs (number integer primary key, path blob not null, size integer, modified integer);
create unique index if not exists input_paths on inputs (path);
create table if not exists shards (
    number integer primary key, file text, pieces integer, last_input integer, last_end integer, last_line integer
);
create table if not exists parts (
    shard integer, input integer, articles integer, problems integer, undated integer, share integer,
    primary key (shard, input)
) without rowid;
create index if not exists part_inputs on parts (input);
create table if not exists languages (
    shard integer, input integer, language text, articles integer, primary key (shard, input, language)
) without rowid;
create table if not exists replaced (file text primary key, is_kept integer not null) without rowid;
"""
# Raised whenever the tables change: the output of another format is not resumed.
_FORMAT = 2
_FOUND = """
drop table if exists temp.found;
create temp table found (path blob primary key, argument integer, size integer, modified integer) without rowid;
"""
_NEW = "select path from temp.found where path not in (select path from inputs)"
_CHANGED = (
    "select inputs.path from inputs join temp.found using (path) "
    "where inputs.size is not found.size or inputs.modified is not found.modified"
)
_GONE = "select path from inputs where path not in (select path from temp.found)"


class Part(Message, frozen=True):
    """What a shard holds of one input; `foreign`: language -> articles in it, Indonesian left out."""

    input: int
    articles: int
    problems: int
    undated: int
    share: int
    foreign: dict[str, int]


class Sealed(Message, frozen=True):
    """A shard that is written: its file (None: it has no facts), its parts in order, and where the next one begins."""

    number: int
    file: str | None
    parts: tuple[Part, ...]
    pieces: int
    last_input: int
    last_end: int
    last_line: int
    errors_size: int


class Changes(NamedTuple):
    """How the inputs differ from those of before: how many are new, changed and gone, and one that is gone."""

    new: int = 0
    changed: int = 0
    gone: int = 0
    example: str | None = None


class Totals(NamedTuple):
    """What is done, in counts: shards (`sealed`), of these with facts (`shards`), articles, problems, articles without
    a known day, bytes of input (`share`), pieces of input.

    `errors_size` is the size of errors.jsonl in bytes. `foreign`: language -> articles in it, Indonesian left out.
    """

    sealed: int
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
        """Record the options and every file that the names stand for; `failed` gets each folder that cannot be read."""
        self._find(names, failed)
        if self._database.execute("select not exists (select 1 from temp.found)").fetchone()[0]:
            raise InputsError(f"{', '.join(names)}: no file in this folder ends in {', '.join(SUFFIXES)}")
        with self._database:
            self._database.execute("delete from inputs")
            self._database.execute(
                "insert into inputs (path, size, modified) "
                "select path, size, modified from temp.found order by argument, path"
            )
            self._database.executemany("insert or replace into run values (?, ?)", settings.items())

    def changes(self, names: Sequence[str], failed: Callable[[OSError], None]) -> Changes:
        """Return how the files that the names stand for differ from those that the manifest knows."""
        self._find(names, failed)
        new, changed = (
            int(self._database.execute(f"select count(*) from ({query})").fetchone()[0]) for query in (_NEW, _CHANGED)
        )
        gone, example = self._database.execute(f"select count(*), min(path) from ({_GONE})").fetchone()
        return Changes(new, changed, gone, None if example is None else os.fsdecode(example))

    def changed_parts(self) -> Iterator[tuple[str | None, Iterator[tuple[bool, int, int]]]]:
        """Yield for each shard its file and its parts in order: whether the input changed, articles, problems.

        Shards of which nothing changed are yielded too: their problems stand in errors.jsonl before those of others.
        """
        rows = self._database.execute(
            "select shards.number, shards.file, parts.articles, parts.problems, "
            f"inputs.path in ({_CHANGED}) from shards join parts on parts.shard = shards.number "
            "join inputs on inputs.number = parts.input order by parts.shard, parts.input"
        )
        for (_, file), parts in itertools.groupby(rows, key=lambda row: row[:2]):
            yield file, ((bool(changed), articles, problems) for *_, articles, problems, changed in parts)

    def take_up(self, replaced: Mapping[str, bool], errors_size: int) -> None:
        """Record the inputs as they are now: those that are new or changed are still to be done.

        `replaced` names the files of the output that are to be replaced, or, where False, removed. Inputs that are
        gone keep their facts, and are forgotten if they had none.
        """
        run = self._database.execute
        with self._database:
            run("create temp table again as " + _CHANGED)
            stale = "select number from inputs where path in (select path from temp.again)"
            (begun,) = run("select coalesce(max(last_input), 0) from shards").fetchone()
            # A number is never used again: by it the next shard knows where it begins.
            (highest,) = run("select max(?, coalesce(max(number), 0)) from inputs", (begun,)).fetchone()
            for table in ("parts", "languages"):
                run(f"delete from {table} where input in ({stale})")
            run("delete from inputs where path in (select path from temp.again)")
            run(f"delete from inputs where number > ? and path in ({_GONE})", (begun,))
            run(
                "insert into inputs (number, path, size, modified) "
                "select ? + row_number() over (order by argument, path), path, size, modified from temp.found "
                "where path not in (select path from inputs)",
                (highest,),
            )
            run("update shards set file = null where number not in (select shard from parts where articles > 0)")
            self._database.executemany("insert or replace into replaced values (?, ?)", replaced.items())
            self._set("errors_size", str(errors_size))
            run("delete from run where key = 'finished'")
            run("drop table temp.again")

    def replaced(self) -> dict[str, bool]:
        """Return the files of the output whose replacement is decided, and whether there is one."""
        return {file: bool(kept) for file, kept in self._database.execute("select file, is_kept from replaced")}

    def forget_replaced(self) -> None:
        """Write down that no file waits for its replacement any more."""
        with self._database:
            self._database.execute("delete from replaced")

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
            if source.number != start:
                # The input in which the last shard ended is gone.
                offset, line = 0, 0
            for piece in pieces_of(source, offset=offset, line=line, first=first):
                first = piece.number + 1
                yield piece
            start, offset, line = source.number + 1, 0, 0

    def seal(self, shard: Sealed) -> None:
        """Record that a shard is complete in its file, and its problems in errors.jsonl."""
        place = shard.last_input, shard.last_end, shard.last_line
        parts = [(shard.number, *msgspec.structs.astuple(part)[:-1]) for part in shard.parts]
        languages = [(shard.number, part.input, *pair) for part in shard.parts for pair in part.foreign.items()]
        with self._database:
            self._database.execute(
                "insert into shards values (?, ?, ?, ?, ?, ?)", (shard.number, shard.file, shard.pieces, *place)
            )
            self._database.executemany("insert into parts values (?, ?, ?, ?, ?, ?)", parts)
            self._database.executemany("insert into languages values (?, ?, ?, ?)", languages)
            self._set("errors_size", str(shard.errors_size))

    def totals(self) -> Totals:
        """Return what the sealed shards hold together."""
        counts = self._database.execute(
            "select sum(articles), sum(problems), sum(undated), sum(share) from parts"
        ).fetchone()
        articles, problems, undated, share = (count or 0 for count in counts)
        sealed, shards, pieces = self._database.execute(
            "select count(*), count(file), coalesce(sum(pieces), 0) from shards"
        ).fetchone()
        foreign = dict(self._database.execute("select language, sum(articles) from languages group by language"))
        errors_size = int(self.settings().get("errors_size", 0))
        return Totals(sealed, shards, articles, problems, undated, share, pieces, errors_size, Counter(foreign))

    def is_finished(self) -> bool:
        """Return whether everything is done."""
        return "finished" in self.settings()

    def finish(self) -> None:
        """Record that everything is done."""
        with self._database:
            self._set("finished", "yes")

    def _set(self, key: str, value: str) -> None:
        self._database.execute("insert or replace into run values (?, ?)", (key, value))

    def _find(self, names: Sequence[str], failed: Callable[[OSError], None]) -> None:
        self._database.executescript(_FOUND)
        with self._database:
            for argument, name in enumerate(names):
                self._database.executemany(
                    "insert or ignore into temp.found values (?, ?, ?, ?)",
                    ((found.path, argument, *found[1:]) for found in listed(name, self._folder, failed)),
                )


@contextmanager
def open_manifest(folder: Path) -> Iterator[Manifest]:
    """Open the manifest of an output folder for one process alone; it is created if there is none yet.

    Raises BatchError where another run has it open, or it is damaged or not to be written.
    """
    path = folder / MANIFEST
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level="DEFERRED")) as database:
            database.execute("pragma locking_mode = exclusive")
            database.execute("pragma synchronous = full")
            (is_begun,) = database.execute("select count(*) from sqlite_master").fetchone()
            if is_begun and database.execute("pragma user_version").fetchone()[0] != _FORMAT:
                raise BatchError(f"{folder}: begun by another version of factcli; name another --out")
            database.executescript(f"begin exclusive; pragma user_version = {_FORMAT}; {_TABLES} commit;")
            yield Manifest(database, folder)
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code == sqlite3.SQLITE_BUSY:
            raise BatchError(f"{folder}: another run is writing there") from error
        advice = "; the folder and this file must be yours to write" if code == sqlite3.SQLITE_CANTOPEN else ""
        raise BatchError(f"{path}: {error}{advice}") from error
