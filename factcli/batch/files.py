"""Files that are there whole or not at all, also after a power failure."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose bytes replace `path`, synced to disk, once the block ends normally."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def append_whole(path: Path, data: bytes, size: int) -> int:
    """Write `data` after the first `size` bytes of `path`, cut off what stood there, and return the new size."""
    with path.open("ab") as stream:
        stream.truncate(size)
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
        end = stream.tell()
    sync_folder(path.parent)
    return end


def sync_folder(folder: Path) -> None:
    """Sync the names in a folder to disk; a system that cannot open folders does so by itself."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
