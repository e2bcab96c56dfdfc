"""The user's settings, applied before a command reads its options."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import typer

from factcli.cli import messages
from factcli.cli.configuration import (
    Configuration,
    configuration_path,
    default_map,
    is_path,
    options_of,
    read_configuration,
)
from factcli.cli.exits import ExitCode

# These commands report what is wrong with the settings themselves.
_ABOUT_SETTINGS = frozenset({"config", "doctor"})
_LEVELS = ("quiet", "verbose")


def use_settings(context: Any) -> None:
    """Make the settings of the file and the environment the defaults of the command that `context` is to run.

    Ends the command where one is not understood: a setting that silently does nothing is worse than none.
    """
    called = [*context._protected_args, *context.args]
    configuration = read_configuration(context.command, configuration_path(), os.environ)
    if configuration.problems and not (_ABOUT_SETTINGS & set(called[:1]) or {"-h", "--help"} & set(called)):
        for problem in configuration.problems:
            messages.error(problem)
        raise typer.Exit(ExitCode.WRONG_USE)
    if not {"-q", "--quiet"} & set(called):
        for line in configuration.unused:
            messages.warning(line)
    defaults = default_map(configuration, context.command)
    # --quiet overrides a setting of `verbose`, and --verbose one of `quiet`.
    chosen = defaults.get(called[0], {}) if called else {}
    quiet, verbose = (bool(chosen.pop(name, False)) for name in _LEVELS)
    messages.set_level(quiet=quiet, verbose=verbose)
    if called:
        messages.set_origins(_files_set(configuration, context.command, called[0]))
    context.default_map = defaults


def _files_set(configuration: Configuration, program: Any, command: str) -> dict[str, str]:
    """Return the files and folders that settings name for a command, as messages write them, each with its setting."""
    options = options_of(program)
    return {
        name: f"{each.origin}: {each.option}"
        for each in configuration.settings
        if each.command == command and is_path(options[command][each.option])
        for file in (each.value if isinstance(each.value, list) else [each.value])
        for name in (file, str(Path(file)))
    }
