"""Standard input, output and error: what they are and how they are written to."""

from __future__ import annotations

import io
import os
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import TextIO

    from rich.table import Table


def use_utf8() -> None:
    """Write UTF-8 whatever the locale, with the same line ends everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def stdin_is_terminal() -> bool:
    """Tell whether reading standard input would wait for somebody to type (or has nothing to read from)."""
    return sys.stdin is None or sys.stdin.isatty()


def opened(output: Path | None) -> AbstractContextManager[TextIO]:
    """Return where the data goes: the file, or standard output."""
    if output is None:
        return nullcontext(sys.stdout)
    return output.open("w", encoding="utf-8", newline="\n")


def print_table(table: Table) -> None:
    """Print a table on standard output, in colour on a terminal (unless `NO_COLOR` is set), plain elsewhere."""
    from rich.console import Console

    Console(file=sys.stdout, highlight=False, markup=False, emoji=False).print(table)


def drop_output() -> None:
    """Send what is still to be written nowhere: whoever read standard output has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
