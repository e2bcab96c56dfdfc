"""Standard input, output and error: what they are and how they are written to."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from rich.table import Table

# A table in a file has no terminal to fit.
FILE_WIDTH = 120


class _Closed(io.TextIOBase):
    """Standard output that was closed before the command began: whatever is written is refused."""

    def write(self, _text: str) -> int:
        raise OSError(errno.EBADF, "closed", "standard output")


def stand_in_for_closed_streams() -> None:
    """Put something in the place of the standard streams that are closed (`>&-`): a message has nowhere to go, and data
    that is to be written there is refused.
    """
    if None in (sys.stdin, sys.stdout, sys.stderr):
        # No file that is opened from here on takes the number of a standard stream, to which libraries write as well.
        while os.open(os.devnull, os.O_RDWR) <= 2:
            pass
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = io.StringIO()


def use_utf8() -> None:
    """Write UTF-8 in every locale, with the same line ends on every system."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def stdin_is_terminal() -> bool:
    """Return whether reading standard input would wait for somebody to type (or has nothing to read from)."""
    return sys.stdin is None or sys.stdin.isatty()


def stdout_is_terminal() -> bool:
    """Return whether somebody reads standard output on a terminal."""
    return sys.stdout.isatty()


def print_table(table: Table, stream: TextIO | None = None) -> None:
    """Print a table on standard output, in colour on a terminal (unless `NO_COLOR` is set), or plain on `stream`."""
    from rich.console import Console

    is_file = stream is not None and stream is not sys.stdout
    width = FILE_WIDTH if is_file else None
    Console(file=stream or sys.stdout, width=width, highlight=False, markup=False, emoji=False).print(table)


def flush_or_drop_output() -> None:
    """Write what is still to be written, or discard it where it cannot be: Python would try again at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        drop_output()


def drop_output() -> None:
    """Discard what is still to be written: the reader of standard output has closed it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
