"""What `factcli doctor` looks at: each check says what it found and, where something is wrong, what to do."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec

from factcli import __version__
from factcli.cli.configuration import Configuration, configuration_path, read_configuration
from factcli.cli.saved import store_path
from factcli.system_errors import reason_of, refusal
from factcli.tokens.models import FOLDER_VARIABLE, ModelError, expected_checksums, is_as_shipped, models_folder

State = Literal["ok", "absent", "bad"]
Part = Literal["versions", "models", "gazetteer", "store", "settings"]

# The libraries that factcli needs, by the names of their packages.
LIBRARIES = (
    *("spacy", "stanza", "torch", "safetensors", "typer", "rich", "msgspec", "rapidfuzz", "holidays"),
    *("jinja2", "lxml", "sqlite-utils"),
)


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One check: which part it belongs to, its state, what was found, and what to do about it."""

    part: Part
    name: str
    state: State
    found: str
    advice: str | None = None


def all_checks(program: Any) -> Iterator[Check]:
    """Yield every check of this installation; `program` is the command, whose settings are looked at."""
    read = read_configuration(program, configuration_path(), os.environ)
    named = read.of("timeline", "db")
    path = store_path(Path(named.value) if named else None)
    yield from versions()
    yield from models()
    yield gazetteer()
    yield store(path)
    yield settings(configuration_path(), read)


def versions() -> Iterator[Check]:
    """Yield the versions of factcli, Python, SQLite and the libraries, without loading them but for lxml."""
    yield Check(part="versions", name="factcli", state="ok", found=f"{__version__} in {Path(__file__).parents[1]}")
    yield Check(part="versions", name="Python", state="ok", found=platform.python_version())
    yield Check(part="versions", name="SQLite", state="ok", found=sqlite3.sqlite_version)
    for name in LIBRARIES:
        try:
            found = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            yield Check(part="versions", name=name, state="bad", found="missing", advice=f"pip install {name}")
            continue
        yield (_reads_pages(found) if name == "lxml" else Check(part="versions", name=name, state="ok", found=found))


def models() -> Iterator[Check]:
    """Yield a check a model file: that it is there, and the one that was shipped (SHA-256)."""
    folder = models_folder()
    try:
        expected = expected_checksums(folder)
    except ModelError as error:
        yield Check(part="models", name="checksums", state="bad", found=str(error), advice=_reinstall(folder))
        return
    for name, digest in expected.items():
        try:
            is_whole = is_as_shipped(folder / name, digest)
        except OSError as error:
            found = f"missing ({reason_of(error)})"
            yield Check(part="models", name=name, state="bad", found=found, advice=_reinstall(folder))
            continue
        if is_whole:
            yield Check(part="models", name=name, state="ok", found=f"SHA-256 {digest[:12]}…")
        else:
            found = "damaged: its checksum differs"
            yield Check(part="models", name=name, state="bad", found=found, advice=_reinstall(folder))


def gazetteer() -> Check:
    """Return whether every entry of the gazetteer can be read."""
    from factcli.gazetteer import Gazetteer, GazetteerError

    try:
        loaded = Gazetteer.load()
        for key in loaded:
            loaded.get(key)
    except (GazetteerError, OSError, ValueError, KeyError) as error:
        advice = "reinstall factcli"
        return Check(part="gazetteer", name="entries", state="bad", found=_one_line(error), advice=advice)
    return Check(part="gazetteer", name="entries", state="ok", found=f"{len(loaded):,}")


def store(path: Path) -> Check:
    """Return whether the store at `path`, the one that the commands use, is whole."""
    from factcli.store import StoreError, documents, lost_columns, open_existing

    def check(state: State, found: str, advice: str | None = None) -> Check:
        return Check(part="store", name=path.name, state=state, found=found, advice=advice)

    try:
        if not path.exists():
            return check("absent", f"nothing saved yet in {path}", "factcli extract article.txt --save")
        with open_existing(path) as opened:
            ((verdict,),) = opened.execute("PRAGMA quick_check(1)")
            number = sum(1 for _ in documents(opened))
            lost = next((f"table {table.name}: no column {column}" for table, column in lost_columns(opened)), None)
    except StoreError as error:
        return check("bad", str(error), "restore a backup, or move it away and save the articles again")
    except OSError as error:
        return check("bad", refusal(error), "make it readable, or name another store with --db (FACTCLI_DB)")
    if verdict != "ok" or lost:
        return check("bad", f"{path}: {lost or _one_line(verdict)}", "move it away and save the articles again")
    return check("ok", f"{number:,} articles, {path.stat().st_size / 2**20:.1f} MiB in {path}")


def settings(path: Path, read: Configuration) -> Check:
    """Return whether the configuration file at `path` and the environment were understood."""
    names = dict.fromkeys(setting.option for setting in read.settings)
    state: State = "bad" if read.problems else "ok" if names or path.exists() else "absent"
    found = "; ".join(read.problems) or (f"{', '.join(names) or 'nothing'} set in {path} or the environment")
    advice = {
        "bad": "correct or remove what is named; 'factcli config' shows every setting",
        "absent": "'factcli config' shows what can be set",
    }
    return Check(part="settings", name=path.name, state=state, found=found, advice=advice.get(state))


def _reads_pages(version: str) -> Check:
    try:
        import lxml.html  # noqa: F401
    except ImportError as error:
        advice = "pip install --upgrade lxml"
        found = f"{version}, but it cannot be loaded: {_one_line(error)}"
        return Check(part="versions", name="lxml", state="bad", found=found, advice=advice)
    return Check(part="versions", name="lxml", state="ok", found=version)


def _reinstall(folder: Path) -> str:
    if FOLDER_VARIABLE in os.environ:
        return f"put the models of factcli {__version__} into {folder}, or unset {FOLDER_VARIABLE}"
    return f"pip install --force-reinstall factcli=={__version__}"


def _one_line(error: object) -> str:
    return " ".join(str(error).split())
