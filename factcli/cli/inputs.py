"""What a command is given to read: files, folders, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcli.cli import messages
from factcli.cli.exits import ExitCode
from factcli.cli.progress import shown
from factcli.cli.terminal import stdin_is_terminal

if TYPE_CHECKING:
    from factcli.reading import Unreadable
    from factcli.schema import Article, Facts

STDIN = "-"
SUFFIXES = (".txt", ".json", ".jsonl")


class Inputs:
    """Reads what was named, one thing after the other, and keeps count of what could and could not be read.

    What cannot be read is told on standard error and costs nothing of the rest.
    """

    def __init__(self, names: Sequence[str], *, published: str | None, data_on_stdout: bool = True) -> None:
        self.names = [file for name in names for file in _files(name)]
        self.published = published
        self.data_on_stdout = data_on_stdout
        self.read = 0
        self.undated = 0
        self.failed = 0

    def finish(self) -> ExitCode:
        """Tell what was read but leaves dates unresolved, and return how the command ends, as far as its inputs go."""
        if self.undated:
            messages.warning(
                f"{self.undated} of {self.read} without a known day of publication: relative dates stay unresolved "
                "(--published gives one)"
            )
        if not self.failed:
            return ExitCode.DONE
        return ExitCode.SOME_INPUTS_FAILED if self.read else ExitCode.FAILED

    def articles(self) -> Iterator[Article]:
        """Yield every article."""
        for name, data in self._contents():
            yield from self._articles(name, data)

    def articles_or_facts(self) -> Iterator[Article | Facts]:
        """Yield every article, and, where an input holds facts already, the facts."""
        from factcli.reading import Unreadable, is_facts, read_facts

        for name, data in self._contents():
            if not is_facts(data):
                yield from self._articles(name, data)
                continue
            for found in read_facts(data, name=name):
                if isinstance(found, Unreadable):
                    self.fail(found)
                else:
                    self.read += 1
                    yield found

    def _articles(self, name: str, data: bytes) -> Iterator[Article]:
        from factcli.reading import Unreadable, read_articles

        for found in read_articles(data, name=name, published=self.published):
            if isinstance(found, Unreadable):
                self.fail(found)
                continue
            self.read += 1
            published = found.published
            self.undated += published.value is None
            messages.detail(f"{name}: article {found.id}, published {published.value} (basis: {published.basis})")
            yield found

    def _contents(self) -> Iterator[tuple[str, bytes]]:
        for name in shown(self.names, len(self.names), data_on_stdout=self.data_on_stdout):
            if Path(name).is_dir():
                self.fail(f"{name}: no file in it that ends in {', '.join(SUFFIXES)}")
                continue
            try:
                data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
            except OSError as error:
                self.fail(f"{name}: {(error.strerror or str(error)).lower()}")
                continue
            yield name, data

    def fail(self, problem: Unreadable | str) -> None:
        """Tell what could not be read, and count it."""
        self.failed += 1
        messages.error(str(problem))


def named_or_piped(context: typer.Context, files: Sequence[str] | None) -> list[str]:
    """Return the names to read, standard input if there are none; shows the help where that would wait for typing."""
    names = list(files or [STDIN])
    if STDIN in names and stdin_is_terminal():
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(ExitCode.WRONG_USE)
    return names


def _files(name: str) -> list[str]:
    """Return the file itself, or the articles in a folder by name; a folder without any stands for itself."""
    path = Path(name)
    if name == STDIN or not path.is_dir():
        return [name]
    files = sorted(str(file) for file in path.iterdir() if file.suffix.lower() in SUFFIXES and file.is_file())
    return files or [name]
