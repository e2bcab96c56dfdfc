"""Messages to the user beside the data: lines on standard error."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextvars import ContextVar
from enum import IntEnum
from types import MappingProxyType

from factcli.shown import shortened

# Room for the longest paths that people have; an id or a word of the command line can be longer than any screen.
LONGEST = 1000


class Level(IntEnum):
    """Which messages are printed."""

    ERRORS = 0
    WARNINGS = 1
    DETAILS = 2


_level: ContextVar[Level] = ContextVar("level of messages", default=Level.WARNINGS)
_origins: ContextVar[Mapping[str, str]] = ContextVar("settings that name files", default=MappingProxyType({}))


def set_level(*, quiet: bool, verbose: bool) -> None:
    """Print fewer messages (`quiet`: errors alone) or more (`verbose`) from here on (in this thread or task); with
    neither, change nothing.
    """
    if quiet:
        _level.set(Level.ERRORS)
    elif verbose:
        _level.set(Level.DETAILS)


def level() -> Level:
    """Return which messages are printed now."""
    return _level.get()


def set_origins(origins: Mapping[str, str]) -> None:
    """Name where a file was set (file -> setting) before each error that begins with the file."""
    _origins.set(origins)


def error(line: str) -> None:
    """Print what could not be done."""
    setting = next((setting for file, setting in _origins.get().items() if line.startswith(f"{file}:")), None)
    _say(f"{setting}: {line}" if setting else line)


def warning(line: str) -> None:
    """Print what the user may not have expected."""
    if level() >= Level.WARNINGS:
        _say(line)


def detail(line: str) -> None:
    """Print what is being done."""
    if level() >= Level.DETAILS:
        _say(line)


def _say(line: str) -> None:
    from factcli.formats.one_line import one_line

    print(f"factcli: {shortened(one_line(line), LONGEST)}", file=sys.stderr)
