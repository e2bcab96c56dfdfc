"""`factcli config`: every setting, and where it is set."""

from __future__ import annotations

import json
import os
import textwrap
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from factcli.cli import messages
from factcli.cli.configuration import Configuration, configuration_path, options_of, read_configuration
from factcli.cli.examples import examples
from factcli.cli.exits import ExitCode

EXAMPLES = (
    "factcli config",
    "factcli config | grep -v '^#'",
    "factcli config --path",
)
WIDTH = 100


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(short_help="Every setting, and where it is set.", epilog=examples(*EXAMPLES))(config)


def config(
    context: typer.Context,
    path: Annotated[bool, typer.Option("--path", help="Print only the path of the configuration file.")] = False,
) -> None:
    """Print a configuration file with every setting: those that are set, and, as comments, those that could be.

    The command line overrides the environment (FACTCLI_DB, FACTCLI_TIMELINE_ABOUT), which overrides the file
    ($XDG_CONFIG_HOME/factcli/config.toml). A key is the name of an option: at the top of the file it sets the
    option of every command that has it, under [COMMAND] that of one command.
    """
    file = configuration_path()
    if path:
        typer.echo(str(file))
        return
    program = context.find_root().command
    found = read_configuration(program, file, os.environ)
    for problem in found.problems:
        messages.error(problem)
    typer.echo("\n".join(_lines(program, found)))
    if found.problems:
        raise typer.Exit(ExitCode.FAILED)


def _lines(program: Any, found: Configuration) -> Iterator[str]:
    yield f"# factcli: settings, in {configuration_path()}"
    yield "# The command line overrides the environment (FACTCLI_TIMELINE_ABOUT), which overrides the file."
    for command, options in options_of(program).items():
        if options:
            yield from ("", f"[{command}]")
        for name, option in options.items():
            yield from textwrap.wrap(option.help or "", WIDTH, initial_indent="# ", subsequent_indent="# ")
            setting = found.of(command, name)
            if setting is None:
                yield f"# {name} = {'false' if option.is_flag else '[]' if option.multiple else chr(34) * 2}"
            else:
                yield f"{name} = {json.dumps(setting.value, ensure_ascii=False)}  # {setting.origin}"
