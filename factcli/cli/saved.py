"""The store behind the commands: facts are saved in it and read back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli import messages
from factcli.cli.exits import ExitCode
from factcli.cli.options import was_named, wrong_use
from factcli.cli.terminal import stdin_is_terminal
from factcli.cli.unique import UniqueNames

if TYPE_CHECKING:
    import sqlite3
    from contextlib import AbstractContextManager

    from factcli.schema import Facts

STORE_ENDINGS = (".db", ".sqlite", ".sqlite3")

Save = Annotated[
    bool,
    typer.Option(
        "--save",
        help="Keep the facts in the store, replacing older ones of the same article; print nothing, "
        "unless --format or -o is given. A FILE that ends in .db or .sqlite is then the store. --db FILE alone saves "
        "too.",
    ),
]


def _file(value: str) -> Path:
    if not Path(value).name:
        raise typer.BadParameter(f"{value!r} names no file")
    return Path(value)


Db = Annotated[
    Path | None,
    typer.Option(
        "--db",
        parser=_file,
        metavar="FILE",
        help="The store; by default the one that 'factcli doctor' shows.",
        show_default=False,
    ),
]


def store_path(db: Path | None) -> Path:
    """Return the file of the store that a command uses."""
    from factcli.store import default_path

    return db or default_path()


def without_store(files: Sequence[str] | None, db: Path | None, *, is_saved: bool) -> tuple[Sequence[str], Path | None]:
    """Return the files to read, and the store: with --save, the one among them that is named as stores are.

    Ends the command where two stores are named.
    """
    stores = [name for name in files or () if is_saved and name.endswith(STORE_ENDINGS)]
    if len(stores) > 1 or (stores and db):
        wrong_use(f"--save {stores[-1]}: more than one store is named")
    return [name for name in files or () if name not in stores], Path(stores[0]) if stores else db


def reads_store(context: typer.Context, files: Sequence[str] | None) -> bool:
    """Return whether a command is asked for what is saved: no file, and a terminal as input, or a store by name."""
    is_named = was_named(context, "db")
    if is_named and files:
        wrong_use("--db and files: give one of them (to save files: factcli extract FILE --save)")
    return not files and (is_named or stdin_is_terminal())


def saving(documents: Iterable[Facts], path: Path, failed: Callable[[str], None]) -> Iterator[Facts]:
    """Save each document and pass it on; report how many were saved, and which had another text before.

    Ends the command where the store cannot be used; before the first document is asked for, if it cannot be opened.
    """
    from factcli.store import InconsistentError, Saved, open_store, save

    done: Counter[Saved] = Counter()
    with _usable(open_store(path)) as store:
        for facts in _each_its_own(documents):
            try:
                result = save(store, facts)
            except InconsistentError as error:
                failed(f"not saved: {error}")
            else:
                done[result] += 1
                if result is Saved.CHANGED:
                    messages.warning(f"article {facts.id}: another text was saved under this id; it was replaced")
            yield facts
    again = done.total() - done[Saved.NEW]
    messages.warning(f"articles saved in {path}: {done.total()}" + (f" ({again} of them again)" if again else ""))


def _each_its_own(documents: Iterable[Facts]) -> Iterator[Facts]:
    """Give a text an id of its own where another of the same command has its id: neither replaces the other."""
    import msgspec

    from factcli.store.saving import article_key

    names, ids = UniqueNames(), dict[tuple[str, int], str]()
    for facts in documents:
        wanted = article_key(facts)
        content = wanted, hash(facts.text)
        if content not in ids:
            ids[content] = names.take(wanted)
            if ids[content] != wanted:
                messages.warning(f"article {wanted}: another text has this id too; saved as {ids[content]}")
        yield facts if ids[content] == facts.id else msgspec.structs.replace(facts, id=ids[content])


def saved_facts(
    path: Path,
    *,
    is_default: bool,
    about: Sequence[str],
    first: str | None,
    last: str | None,
    failed: Callable[[str], None],
) -> list[Facts]:
    """Return the saved facts that a timeline needs; says how to fill the store if it is empty.

    What is damaged in the store is reported to `failed`, and the rest is returned.

    Ends the command where the store cannot be read, or is not there although it was named.
    """
    from factcli.store import documents, find

    if is_default and not path.exists():
        _warn_of_empty(path)
        return []

    def damaged(problem: str) -> None:
        failed(f"{path}: {problem}")

    with existing(path) as store:
        found = list(find(store, about=about or None, earliest=first, latest=last, failed=damaged))
        if not found:
            if next(documents(store), None) is None:
                _warn_of_empty(path)
            else:
                messages.warning("found nothing for a timeline")
        return found


@contextmanager
def existing(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a store to read from it; ends the command where it cannot be read."""
    from factcli.store import open_existing

    with _usable(open_existing(path)) as store:
        yield store


@contextmanager
def _usable(opening: AbstractContextManager[sqlite3.Connection]) -> Iterator[sqlite3.Connection]:
    from factcli.store import StoreError

    try:
        with opening as store:
            yield store
    except StoreError as error:
        messages.error(str(error))
        raise typer.Exit(ExitCode.FAILED) from error


def _warn_of_empty(path: Path) -> None:
    messages.warning(f"nothing is saved in {path} yet: 'factcli extract article.txt --save' fills it")
