"""The files in a folder that may hold articles, found without holding the folder's list in memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

# What a folder is searched for; what a file holds is told by its content.
SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl", ".csv", ".tsv", ".gz")


def files_in(folder: str, failed: Callable[[OSError], None]) -> Iterator[os.DirEntry[str]]:
    """Yield the files in a folder and the folders in it, in no order.

    What is hidden or ends in another way than an article's file is left alone, and no link to a folder is followed.
    A folder that cannot be read is told to `failed`.
    """
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield from files_in(entry.path, failed)
                elif entry.name.lower().endswith(SUFFIXES) and entry.is_file():
                    yield entry
    except OSError as error:
        failed(error)
