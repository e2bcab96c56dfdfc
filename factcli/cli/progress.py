"""Progress through the inputs, on standard error if that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from factcli.cli import messages


def shown(names: Iterable[str], total: int, *, data_on_stdout: bool) -> Iterator[str]:
    """Yield the names of the inputs, showing which one of `total` is at work.

    Nothing is shown for a single input, off a terminal, or where the data itself goes to the terminal.
    """
    is_covered = data_on_stdout and sys.stdout.isatty()
    if total < 2 or is_covered or not sys.stderr.isatty() or messages.level() is messages.Level.ERRORS:
        yield from names
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from factcli.formats.one_line import one_line

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=total)
        for name in names:
            bar.update(task, description=one_line(name))
            yield name
            bar.advance(task)
