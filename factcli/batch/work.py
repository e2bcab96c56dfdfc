"""What the run and its workers exchange: pieces of the input, chunks of them, and the outcome of each."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias

import msgspec

from factcli.reading import INDONESIAN
from factcli.schema import Article, Facts, Failure

Format: TypeAlias = Literal["jsonl", "parquet"]


class Message(msgspec.Struct, frozen=True):
    """What is sent between processes, and never changes."""


class Options(Message, frozen=True, kw_only=True):
    """What the output depends on besides the inputs: day of publication (ISO 8601), own gazetteer tables, format."""

    published: str | None = None
    gazetteer: tuple[str, ...] = ()
    format: Format = "jsonl"


class Piece(Message, frozen=True, kw_only=True):
    """A stretch of an input that is read by itself: a whole file, or one object of JSON Lines or of a JSON array.

    `number` counts the pieces of the run (from 0), `source` the inputs (from 1). `path` is absolute, as the file system
    writes it. `offset` and `end` are bytes into the unpacked file (of a table or an array: items); the `end` of a
    whole file, and of what nothing can be read behind, is beyond the last byte of any file. `line` counts from 1, and
    is None for a whole file. `length` is about how many characters the article has, `share` how many bytes of the
    file on disk it stands for. `data` is given where the worker cannot fetch it itself, `problem` where there is
    nothing to fetch. `checksum` (CRC-32) of a line shows whether the file was rewritten before the line is fetched.
    """

    number: int
    source: int
    path: bytes
    offset: int = 0
    end: int = 1
    line: int | None = None
    length: int = 0
    share: int = 0
    data: bytes | None = None
    problem: str | None = None
    checksum: int | None = None

    @property
    def name(self) -> str:
        """The path as it is shown."""
        return os.fsdecode(self.path)


class Chunk(Message, frozen=True, kw_only=True):
    """Pieces for one worker at one time, and which chunk of which shard they are."""

    shard: int
    number: int
    pieces: tuple[Piece, ...]


class Problem(Message, frozen=True, kw_only=True):
    """A line of `errors.jsonl`: the file, the line in it (None: all of it), the article if it has a name, and why."""

    source: str
    position: int | None
    article: str | None
    reason: str


class Outcome(Message, frozen=True, kw_only=True):
    """The outcome of one article: its facts as a line of JSON and its language (ISO 639-1), or a problem."""

    piece: int
    item: int = 0
    facts: str | None = None
    problem: Problem | None = None
    is_undated: bool = False
    language: str = INDONESIAN


class Answer(Message, frozen=True, kw_only=True):
    """The outcomes of a chunk."""

    shard: int
    number: int
    outcomes: tuple[Outcome, ...]


# Articles in, facts or failures out, one for each, in order.
Extract: TypeAlias = Callable[[list[Article]], Iterable[Facts | Failure]]
# What a worker calls once to get ready; it must be importable by name.
Load: TypeAlias = Callable[[Options], Extract]


def foreign_in(outcomes: Iterable[Outcome]) -> Counter[str]:
    """Return how many articles there are in each language that is not Indonesian."""
    return Counter(outcome.language for outcome in outcomes if outcome.language != INDONESIAN)


def killed(piece: Piece, how: str) -> Outcome:
    """Return the outcome of a piece at which every worker process died; `how` says how."""
    reason = f"the worker process died on it each time ({how})"
    return Outcome(
        piece=piece.number, problem=Problem(source=piece.name, position=piece.line, article=None, reason=reason)
    )
