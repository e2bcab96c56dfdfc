"""Progress, speed and time left of a long run, on standard error if that is a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from factcli.cli import messages

if TYPE_CHECKING:
    from rich.progress import Progress

    from factcli.batch import Summary


class Watch:
    """Receives the progress of the run, and shows it if there is a bar."""

    def __init__(self, bar: Progress | None = None) -> None:
        self._bar = bar
        self._task = bar.add_task("loading the models", total=None) if bar else None
        self._began = time.monotonic()
        self._last: Summary | None = None
        self._share_before = self._articles_before = 0

    def __call__(self, summary: Summary) -> None:
        """Show how far the run is now."""
        if self._last is None:
            # Articles done before or while the models were loading do not count for the speed.
            self._share_before = summary.share
            self._began, self._articles_before = time.monotonic(), summary.articles + summary.problems
        self._last = summary
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, total=summary.size, completed=summary.share, description=self.state())

    def state(self) -> str:
        """Return articles, problems, rate and time left in words."""
        summary = self._last
        if summary is None:
            return ""
        done = summary.articles + summary.problems
        words = [articles_in_words(done)]
        if summary.problems:
            words.append(f"{summary.problems:,} failed")
        seconds, share = time.monotonic() - self._began, summary.share - self._share_before
        if seconds > 0 and share > 0:
            words.append(f"{(done - self._articles_before) / seconds:.1f} a second")
            left = timedelta(seconds=round(max(0, summary.size - summary.share) * seconds / share))
            words.append(f"{left} left")
        return ", ".join(words)

    def so_far(self) -> str:
        """Return what a message about an early end adds: the number of articles that are done."""
        return f" after {articles_in_words(self._last.articles + self._last.problems)}" if self._last else ""


def articles_in_words(count: int) -> str:
    """Return `1 article`, `2,000 articles`."""
    return "1 article" if count == 1 else f"{count:,} articles"


@contextmanager
def shown_rate() -> Iterator[Watch]:
    """Give a `Watch` for the block; off a terminal and with --quiet, it shows nothing."""
    if not sys.stderr.isatty() or messages.level() is messages.Level.ERRORS:
        yield Watch()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}", markup=False))
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, refresh_per_second=2, redirect_stdout=False) as bar:
        yield Watch(bar)
