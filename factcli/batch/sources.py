"""An input cut into pieces. JSON Lines are never read whole; tables and other JSON are."""

from __future__ import annotations

import gzip
import itertools
import json
import os
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple, TypeAlias

from factcli.batch.work import Piece
from factcli.reading.contents import ContentError, is_page, open_content
from factcli.reading.decoding import decode
from factcli.reading.nesting import articles_within
from factcli.reading.objects import Broken, JsonObject, holds_objects, opens_lines, read_objects
from factcli.reading.packing import ALWAYS_UNPACKED, BOMB, LARGEST_INPUT, LARGEST_RATIO
from factcli.reading.tables import TableError, is_table, read_rows
from factcli.system_errors import reason_of

HEAD = 2**16
# An article of a million characters, each written as an escape.
LONGEST_LINE = 16 * 2**20
TOO_LONG = f"a line of more than {LONGEST_LINE // 2**20} MiB, too long for one article"
DAMAGED = "damaged gzip, what follows is lost: pack it again"
CUT_OFF = "gzip that ends too early, what follows is lost: fetch or pack it again"
# Beyond the last byte of any file: nothing of the source is left to do.
END = 2**62
_STEP = 2**20
# Measured on news sites: a twentieth of a page is its article; text packs to a third.
_PAGE_PER_CHARACTER = 20
_PACKING = 3
_GZIP = b"\x1f\x8b"
_Read: TypeAlias = Callable[[str], Iterator[tuple[int, JsonObject | Broken]]]
_UNPACKING_ERRORS = (OSError, EOFError, zlib.error)


class Source(NamedTuple):
    """An input: its number among the inputs (from 1), absolute path and size on disk in bytes."""

    number: int
    path: bytes
    size: int


def pieces_of(source: Source, *, offset: int = 0, line: int = 0, first: int = 0) -> Iterator[Piece]:
    """Yield the pieces of a source from `offset` on, where `line` lines and `first` pieces were before."""
    if offset >= END:
        return
    numbers = itertools.count(first)
    try:
        # Not with pathlib: it caches names, and there may be a million of them.
        with open(source.path, "rb") as file:  # noqa: PTH123
            head, is_packed = _head(file)
            text = decode(head).text
            if opens_lines(text):
                yield from _lines(source, file, is_packed, offset, line, numbers)
                return
            read = _articles_in if holds_objects(text) else read_rows if is_table(text) else None
            if read is not None and source.size <= LARGEST_INPUT:
                yield from _objects(source, file, read, offset, numbers)
                return
    except OSError as error:
        yield from _whole(source, numbers, problem=reason_of(error))
        return
    length = source.size * (_PACKING if is_packed else 1) // (_PAGE_PER_CHARACTER if is_page(text) else 1)
    problem = f"larger than {LARGEST_INPUT // 2**20} MiB: split it" if source.size > LARGEST_INPUT else None
    yield from _whole(source, numbers, length=length, problem=problem)


def _articles_in(text: str) -> Iterator[tuple[int, JsonObject | Broken]]:
    return articles_within(read_objects(text))


def _head(file: BinaryIO) -> tuple[bytes, bool]:
    """Return how the file begins, unpacked, and whether it is packed; the file is at its beginning again."""
    head = file.read(HEAD)
    file.seek(0)
    if not head.startswith(_GZIP):
        return head, False
    try:
        head = gzip.GzipFile(fileobj=file).read1(HEAD)
    except _UNPACKING_ERRORS:
        head = b""
    file.seek(0)
    return head, True


def _whole(source: Source, numbers: Iterator[int], *, length: int = 0, problem: str | None = None) -> Iterator[Piece]:
    yield Piece(
        number=next(numbers),
        source=source.number,
        path=source.path,
        end=END,
        length=length,
        share=source.size,
        problem=problem,
    )


def _objects(source: Source, file: BinaryIO, read: _Read, offset: int, numbers: Iterator[int]) -> Iterator[Piece]:
    """Yield the rows of a table, the objects of an array, or of JSON spread over lines; the file is held in memory."""
    try:
        found = read(open_content(file.read()).text)
    except (ContentError, TableError) as error:
        yield from _whole(source, numbers, problem=str(error))
        return
    for item, (line, value) in enumerate(found):
        if item < offset:
            continue
        is_object = isinstance(value, dict)
        data = json.dumps(value).encode("ascii") if is_object else None
        yield Piece(
            number=next(numbers),
            source=source.number,
            path=source.path,
            offset=item,
            end=item + 1,
            line=line,
            length=len(data or b""),
            share=len(data or b""),
            data=data,
            problem=None if is_object else str(value),
        )


def _lines(
    source: Source, file: BinaryIO, is_packed: bool, offset: int, line: int, numbers: Iterator[int]
) -> Iterator[Piece]:
    """Yield the lines of JSON Lines; those of a packed file with their bytes, as nobody can fetch them again."""
    stream = gzip.GzipFile(fileobj=file) if is_packed else file
    most = max(ALWAYS_UNPACKED, LARGEST_RATIO * source.size) if is_packed else END
    done = 0

    def piece(size: int, *, data: bytes | None = None, problem: str | None = None, is_last: bool = False) -> Piece:
        return Piece(
            number=next(numbers),
            source=source.number,
            path=source.path,
            offset=offset,
            end=END if is_last else offset + size,
            line=line,
            length=size,
            share=file.tell() - done if is_packed else size,
            data=data if is_packed else None,
            problem=problem,
            checksum=None if data is None or is_packed else zlib.crc32(data),
        )

    try:
        stream.seek(offset)
        done = file.tell()
        while data := stream.readline(LONGEST_LINE):
            line += 1
            size = len(data)
            while not data.endswith(b"\n") and offset + size <= most and (rest := stream.readline(_STEP)):
                size += len(rest)
                data = rest
            if offset + size > most:
                yield piece(size, problem=BOMB, is_last=True)
                return
            if size > LONGEST_LINE:
                yield piece(size, problem=TOO_LONG)
            elif data.strip():
                yield piece(size, data=data)
            done = file.tell() if is_packed else done
            offset += size
    except _UNPACKING_ERRORS as error:
        if not is_packed:
            raise
        line += 1
        yield piece(0, problem=CUT_OFF if isinstance(error, EOFError) else DAMAGED, is_last=True)


def stat_of(path: bytes) -> tuple[int, int]:
    """Return a file's size in bytes and when it was modified, in nanoseconds; raises OSError."""
    found = os.stat(path)  # noqa: PTH116
    return found.st_size, found.st_mtime_ns
