"""Which files the names of the inputs stand for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from factcli.batch.sources import stat_of
from factcli.reading.folders import files_in


class Listed(NamedTuple):
    """A file: its absolute path, its size in bytes and when it was modified, in nanoseconds.

    Both are None for a file that may not be read; a worker reports why. Permission to read it changes neither, so that
    with their true values the file would pass for unchanged and never be read.
    """

    path: bytes
    size: int | None
    modified: int | None


def listed(name: str, output: Path, failed: Callable[[OSError], None]) -> Iterator[Listed]:
    """Yield the file of that name, or the files in the folder, without those of the output.

    A folder that cannot be read is reported to `failed`.
    """
    path = Path(name)
    if not path.is_dir():
        # A link is not resolved: the article's id comes from the name of the link.
        yield _listed(os.fsencode(path.parent.resolve() / path.name))
        return
    own = os.fsencode(output.resolve()) + os.fsencode(os.sep)
    for entry in files_in(str(path.resolve()), failed):
        found = os.fsencode(entry.path)
        if not found.startswith(own):
            yield _listed(found)


def _listed(path: bytes) -> Listed:
    try:
        return Listed(path, *stat_of(path)) if os.access(path, os.R_OK) else Listed(path, None, None)
    except OSError:
        return Listed(path, None, None)
