"""The output folder: answers of workers as they come, sealed into shards in the order of the input."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from factcli.batch.chunks import Shard
from factcli.batch.files import append_whole, whole_file
from factcli.batch.manifest import Sealed
from factcli.batch.work import Answer, Chunk, Format, Outcome, foreign_in
from factcli.formats.encoding import to_json

ERRORS = "errors.jsonl"
ANSWERS = ".answers"


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
        """Return the answer for a chunk if it is there already."""
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

        `errors_size` is how long errors.jsonl is by the manifest; what stands after it was never sealed.
        """
        outcomes = sorted(self._outcomes(shard), key=lambda outcome: (outcome.piece, outcome.item))
        lines = [outcome.facts for outcome in outcomes if outcome.facts is not None]
        problems = [to_json(outcome.problem) for outcome in outcomes if outcome.problem is not None]
        name = f"facts-{shard.number:06}.{self.format}" if lines else None
        if name is not None:
            self._write(self.folder / name, lines)
        errors = self.folder / ERRORS
        if problems or errors.exists():
            errors_size = append_whole(errors, "".join(f"{line}\n" for line in problems).encode(), errors_size)
        return Sealed(
            number=shard.number,
            file=name,
            articles=len(lines),
            problems=len(problems),
            undated=sum(outcome.is_undated for outcome in outcomes),
            share=shard.share,
            pieces=sum(len(chunk.pieces) for chunk in shard.chunks),
            last_input=shard.last.source,
            last_end=shard.last.end,
            last_line=shard.last.line or 0,
            errors_size=errors_size,
            foreign=foreign_in(outcomes),
        )

    def forget(self, shard: Shard) -> None:
        """Take away the answers of a shard that is sealed."""
        for chunk in shard.chunks:
            self._answer(chunk.shard, chunk.number).unlink(missing_ok=True)

    def tidy(self) -> None:
        """Take away what only an unfinished run needs."""
        shutil.rmtree(self.answers, ignore_errors=True)

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
