"""The files in a folder that may hold articles, found without holding the folder's list in memory."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator

# What a folder is searched for; what a file holds is found out from its content.
SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl", ".csv", ".tsv", ".gz")
# What `factcli batch` writes beside its facts: what is done, and what could not be read.
MANIFEST = "manifest.sqlite"
PROBLEMS = "errors.jsonl"


def files_in(folder: str, failed: Callable[[OSError], None]) -> Iterator[os.DirEntry[str]]:
    """Yield the files in a folder and the folders in it, in no order.

    What is hidden or ends in another way than an article's file is left alone, and so is the list of problems of a
    batch. A link to a file stands for the file, wherever that lies; a link to a folder is not followed. A folder or a
    link that cannot be read is reported to `failed`, and the others are read.
    """
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif entry.name.lower().endswith(SUFFIXES) and _is_article(entry, failed):
                        yield entry
        except OSError as error:
            failed(error)


def is_list_of_problems(path: str) -> bool:
    """Return whether a file is the list of what a batch could not read, beside the facts of that batch."""
    folder, name = os.path.split(path)
    return name == PROBLEMS and os.path.exists(os.path.join(folder, MANIFEST))  # noqa: PTH110, PTH118


def _is_article(entry: os.DirEntry[str], failed: Callable[[OSError], None]) -> bool:
    try:
        if entry.is_file():
            return not is_list_of_problems(entry.path)
        # A link in a circle raises by itself; one that leads nowhere does not.
        if entry.is_symlink() and not os.path.exists(entry.path):  # noqa: PTH110
            raise FileNotFoundError(errno.ENOENT, "a link to a file that is not there", entry.path)
    except OSError as error:
        failed(error)
    return False
