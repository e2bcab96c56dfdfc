"""The inputs of a command: files, folders, standard input."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcli.cli import interruption, messages
from factcli.cli.exits import ExitCode
from factcli.cli.options import wrong_use
from factcli.cli.progress import shown
from factcli.cli.terminal import stdin_is_terminal
from factcli.system_errors import reason_of, refusal

if TYPE_CHECKING:
    from factcli.reading import Converted, Unreadable
    from factcli.schema import Article, Facts

STDIN = "-"
NAMES_SHOWN = 3
# So many lines of a file are named that cannot be read for one reason; the others are counted, and named on --verbose.
LINES_SHOWN = 3
FETCHES_NOTHING = "; factcli fetches nothing: save the page in a file first, or pipe it in"


class Inputs:
    """Reads what was named, one thing after the other, and keeps count of what could and could not be read.

    What cannot be read is reported on standard error; the other inputs are unaffected. `needs_day`: the result depends
    on the day of publication, so that the user is warned where it is not known.
    """

    def __init__(
        self, names: Sequence[str], *, published: str | None, data_on_stdout: bool = True, needs_day: bool = True
    ) -> None:
        self.published = published
        self.needs_day = needs_day
        self.data_on_stdout = data_on_stdout
        self.read = 0
        self.undated: list[str] = []
        self.guessed: list[str] = []
        self.failed = 0
        self.unreadable: Counter[tuple[str, str]] = Counter()
        self.converted: dict[str, list[str]] = defaultdict(list)
        self.foreign: dict[str, list[str]] = defaultdict(list)
        self.names = [file for name in names for file in files_of(name, self._fail_on)]

    def finish(self) -> ExitCode:
        """Report what was converted, is not Indonesian, and where no day is known; return how the command ends."""
        for (name, reason), lines in self.unreadable.items():
            if lines > LINES_SHOWN:
                messages.error(f"{_shown(name)}: {lines - LINES_SHOWN} more: {reason}")
        for encoding, names in self.converted.items():
            messages.warning(f"read as {encoding}: {_listed(names)}")
        if self.foreign:
            self._warn_of_foreign()
        if self.needs_day:
            self._warn_of_days(self.undated, "without a known day of publication: relative dates stay unresolved")
            self._warn_of_days(self.guessed, "with a day of publication guessed from the text")
        if not self.failed:
            return ExitCode.DONE
        return ExitCode.SOME_INPUTS_FAILED if self.read else ExitCode.FAILED

    def _warn_of_days(self, ids: Sequence[str], what: str) -> None:
        """Name the articles: --published holds for all that are read, so those need a command of their own."""
        if ids:
            messages.warning(f"{len(ids)} of {self.read} {what} (--published gives every article one): {_listed(ids)}")

    def _warn_of_foreign(self) -> None:
        """Name in one line the articles in another language: their facts are few, and some are wrong."""
        from factcli.reading import language_name

        listed = "; ".join(f"{language_name(code)}: {_listed(ids)}" for code, ids in self.foreign.items())
        messages.warning(f"probably not in Indonesian, but read as Indonesian ({listed})")

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
        from factcli.reading import INDONESIAN, Unreadable, read_articles

        for found in read_articles(data, name=name, published=self.published, converted=self._note):
            if isinstance(found, Unreadable):
                self.fail(found)
                continue
            self.read += 1
            published = found.published
            if published.value is None:
                self.undated.append(found.id)
            elif published.basis == "text":
                self.guessed.append(found.id)
            if found.language != INDONESIAN:
                self.foreign[found.language].append(found.id)
            basis = f"published {published.value} (basis: {published.basis})"
            messages.detail(f"{_shown(name)}: article {found.id}, {basis}")
            yield found

    def _note(self, conversion: Converted) -> None:
        messages.detail(str(conversion))
        self.converted[conversion.encoding].append(conversion.name)

    def _contents(self) -> Iterator[tuple[str, bytes]]:
        for name in shown(self.names, len(self.names), data_on_stdout=self.data_on_stdout):
            if name != STDIN and Path(name).is_dir():
                from factcli.reading.folders import SUFFIXES

                self.fail(f"{name}: no file in this folder ends in {', '.join(SUFFIXES)}")
                continue
            interruption.check()
            try:
                data = _bytes_of(name)
            except OSError as error:
                self.fail(f"{name}: {reason_of(error)}{FETCHES_NOTHING if '://' in name else ''}")
                continue
            yield name, data

    def _fail_on(self, error: OSError) -> None:
        self.fail(refusal(error))

    def fail(self, problem: Unreadable | str) -> None:
        """Report what could not be read, and count it."""
        self.failed += 1
        if isinstance(problem, str):
            messages.error(problem)
            return
        self.unreadable[problem.name, problem.reason] += 1
        is_named = self.unreadable[problem.name, problem.reason] <= LINES_SHOWN
        (messages.error if is_named else messages.detail)(str(problem))


def named_or_piped(context: typer.Context, files: Sequence[str] | None) -> list[str]:
    """Return the names to read, standard input if there are none; shows the help where that would wait for typing."""
    names = list(files or [STDIN])
    if "" in names:
        wrong_use("the name of a file is empty")
    if STDIN in names and stdin_is_terminal():
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(ExitCode.WRONG_USE)
    return names


def files_of(name: str, failed: Callable[[OSError], None]) -> list[str]:
    """Return the file itself, or the files in a folder and the folders in it, by name; an empty one stands for itself.

    `files_in` says which of them are left out. A folder that cannot be read is reported to `failed`.
    """
    from factcli.reading.folders import files_in, is_list_of_problems

    if name == STDIN or not Path(name).is_dir():
        if is_list_of_problems(name):
            messages.warning(f"{name}: skipped: the list of what a batch could not read, not articles")
            return []
        return [name]
    return [str(file) for file in sorted(Path(entry.path) for entry in files_in(name, failed))] or [name]


def _bytes_of(name: str) -> bytes:
    """Return the bytes of an input, at most one more than the limit: from that, reading sees that it is too large."""
    from factcli.reading.packing import LARGEST_INPUT

    if name == STDIN:
        return sys.stdin.buffer.read(LARGEST_INPUT + 1)
    with Path(name).open("rb") as file:
        return file.read(LARGEST_INPUT + 1)


def _listed(names: Sequence[str]) -> str:
    """Return the first names and the number of the others."""
    shown_names = [_shown(name) for name in names[:NAMES_SHOWN]]
    others = len(names) - len(shown_names)
    return ", ".join(shown_names) + (f" and {others} more" if others else "")


def _shown(name: str) -> str:
    return "standard input" if name == STDIN else name
