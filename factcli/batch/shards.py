"""The output folder: answers of workers as they come, sealed into shards in the order of the input."""

from __future__ import annotations

import itertools
import re
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from factcli.batch.chunks import Shard
from factcli.batch.files import append_whole, sync_folder, whole_file
from factcli.batch.manifest import Part, Sealed
from factcli.batch.problems import BatchError
from factcli.batch.work import Answer, Chunk, Format, Outcome, foreign_in
from factcli.formats.encoding import to_json
from factcli.reading.folders import PROBLEMS

ANSWERS = ".answers"
# What a run writes and may replace.
OWN_FILE = re.compile(rf"facts-\d{{6,}}\.(?:jsonl|parquet)|{re.escape(PROBLEMS)}")
# How often, and after how many seconds, the folder is removed again.
ATTEMPTS, PAUSE = 10, 0.05


def _parts(shard: Shard, outcomes: Sequence[Outcome]) -> Iterator[Part]:
    """Yield what the shard holds of each input; `outcomes` are in the order of the input."""
    pieces = sorted((piece for chunk in shard.chunks for piece in chunk.pieces), key=lambda piece: piece.number)
    source_of = {piece.number: piece.source for piece in pieces}
    by_input = {
        source: list(group) for source, group in itertools.groupby(outcomes, key=lambda each: source_of[each.piece])
    }
    for source, group in itertools.groupby(pieces, key=lambda piece: piece.source):
        found = by_input.get(source, [])
        problems = sum(outcome.facts is None for outcome in found)
        yield Part(
            input=source,
            articles=len(found) - problems,
            problems=problems,
            undated=sum(outcome.is_undated for outcome in found),
            share=sum(piece.share for piece in group),
            foreign=foreign_in(found),
        )


class Output:
    """Writes the shards of one run; every file is there whole or not at all, and its name is made of numbers alone."""

    def __init__(self, folder: Path, format: Format) -> None:
        self.folder = folder
        self.format = format
        self.answers = folder / ANSWERS

    def prepare(self) -> None:
        """Make the folder for answers."""
        self.answers.mkdir(exist_ok=True)

    def kept(self, chunk: Chunk) -> Answer | None:
        """Return the answer for a chunk that an earlier run kept, or None."""
        try:
            return self._read(chunk)
        except FileNotFoundError:
            return None

    def keep(self, answer: Answer) -> None:
        """Keep an answer until its shard is whole."""
        with whole_file(self._answer(answer.shard, answer.number)) as stream:
            stream.write(msgspec.msgpack.encode(answer))

    def seal(self, shard: Shard, *, errors_size: int) -> Sealed:
        """Write a shard all of whose answers are there, in the order of the input, and its problems.

        `errors_size` is the size of errors.jsonl in the manifest; what follows it in the file was never sealed.
        """
        outcomes = sorted(self._outcomes(shard), key=lambda outcome: (outcome.piece, outcome.item))
        lines = [outcome.facts for outcome in outcomes if outcome.facts is not None]
        problems = [to_json(outcome.problem) for outcome in outcomes if outcome.problem is not None]
        name = f"facts-{shard.number:06}.{self.format}" if lines else None
        if name is not None:
            self._write(self.folder / name, lines)
        errors = self.folder / PROBLEMS
        if problems or errors.exists():
            errors_size = append_whole(errors, "".join(f"{line}\n" for line in problems).encode(), errors_size)
        return Sealed(
            number=shard.number,
            file=name,
            parts=tuple(_parts(shard, outcomes)),
            pieces=sum(len(chunk.pieces) for chunk in shard.chunks),
            last_input=shard.last.source,
            last_end=shard.last.end,
            last_line=shard.last.line or 0,
            errors_size=errors_size,
        )

    def forget(self, shard: Shard) -> None:
        """Delete the answers of a shard that is sealed."""
        for chunk in shard.chunks:
            self._answer(chunk.shard, chunk.number).unlink(missing_ok=True)

    def without(self, file: str, stale: Sequence[range]) -> tuple[bool, int]:
        """Write the next version of a file of lines, or of a Parquet shard, beside it: without the lines of `stale`.

        Lines are counted from 0; returns whether any are left, and the bytes of the next version.
        """
        gone = {number for stretch in stale for number in stretch}
        with whole_file(self._next(file)) as stream:
            if file.endswith(".parquet"):
                from factcli.batch.parquet import copy_rows

                left = copy_rows(self.folder / file, stream, gone)
            else:
                left = False
                with (self.folder / file).open("rb") as lines:
                    for number, line in enumerate(lines):
                        if number not in gone:
                            stream.write(line)
                            left = True
            size = stream.tell()
        return left, size

    def replace(self, files: Mapping[str, bool]) -> None:
        """Replace files by their next versions, or delete them (False); repeating it does no harm.

        Raises BatchError, and touches nothing, for a file that no run writes: then the manifest is not ours.
        """
        for file in files:
            if not OWN_FILE.fullmatch(file):
                raise BatchError(f"{self.folder}: its manifest is damaged (it names {file!r}); name another --out")
        for file, is_kept in files.items():
            if not is_kept:
                (self.folder / file).unlink(missing_ok=True)
            elif self._next(file).exists():
                self._next(file).replace(self.folder / file)
        for forgotten in self.folder.glob(".*.next"):
            forgotten.unlink()
        sync_folder(self.folder)

    def _next(self, file: str) -> Path:
        return self.folder / f".{file}.next"

    def tidy(self) -> None:
        """Delete what only an unfinished run needs."""
        for _ in range(ATTEMPTS):
            # A worker that is just ending may still put something there.
            shutil.rmtree(self.answers, ignore_errors=True)
            if not self.answers.exists():
                break
            time.sleep(PAUSE)

    def _answer(self, shard: int, chunk: int) -> Path:
        return self.answers / f"{shard:06}-{chunk:04}"

    def _outcomes(self, shard: Shard) -> Iterator[Outcome]:
        for chunk in shard.chunks:
            yield from self._read(chunk).outcomes

    def _read(self, chunk: Chunk) -> Answer:
        return msgspec.msgpack.decode(self._answer(chunk.shard, chunk.number).read_bytes(), type=Answer)

    def _write(self, path: Path, lines: Sequence[str]) -> None:
        with whole_file(path) as stream:
            if self.format == "parquet":
                from factcli.batch.parquet import write_parquet

                write_parquet(lines, stream)
            else:
                stream.writelines(f"{line}\n".encode() for line in lines)
