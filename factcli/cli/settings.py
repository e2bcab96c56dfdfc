"""The user's settings, applied before a command reads its options."""

from __future__ import annotations

import os
from typing import Any

import typer

from factcli.cli import messages
from factcli.cli.configuration import configuration_path, default_map, read_configuration
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
    context.default_map = defaults
