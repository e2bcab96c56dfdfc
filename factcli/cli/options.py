"""Arguments and options that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, NoReturn

import typer

from factcli.cli import messages
from factcli.cli.exits import ExitCode

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE...",
        help="Texts, web pages, JSON or CSV, packed (.gz) or not, or folders of them; '-' or none: standard input.",
        show_default=False,
    ),
]

_DIGITS = re.compile("[0-9]{1,18}")


def whole_number(least: int, most: int | None = None) -> Callable[[object], int]:
    """Return what reads a whole number between these bounds."""
    bounds = f"{least} or more" if most is None else f"{least} to {most}"

    def read(value: object) -> int:
        # Python itself takes `1_0` and the digits of other scripts; of thousands of digits it makes no number.
        number = int(str(value)) if _DIGITS.fullmatch(str(value)) else least - 1
        if number < least or (most is not None and number > most):
            raise typer.BadParameter(f"{str(value)!r} is not a whole number, {bounds}")
        return number

    return read


def some_text(value: str) -> str:
    """Return a value that is searched for as it is; an empty one is refused."""
    if not value.strip():
        raise typer.BadParameter(f"{value!r} is empty")
    return value


def _day(value: str) -> str:
    """Return the day as ISO 8601."""
    from factcli.reading import parse_day

    day = parse_day(value)
    if day is None:
        raise typer.BadParameter(f"{value!r} is not a day; write it as 2024-01-22")
    return day


PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published",
        parser=_day,
        metavar="DAY",
        help="Day of publication of every article, for example 2024-01-22; it overrides the days that they give.",
        show_default=False,
    ),
]
OwnEntities = Annotated[
    list[str] | None,
    typer.Option(
        "--gazetteer",
        metavar="FILE",
        help="A table of your own entities, tab-separated ('factcli gazetteer --help' lists its columns); repeatable.",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Print what is being done.")]


def was_named(context: typer.Context, option: str) -> bool:
    """Return whether the option was given on the command line, and is not a setting."""
    source = context.get_parameter_source(option)
    return source is not None and source.name == "COMMANDLINE"


def wrong_use(line: str) -> NoReturn:
    """Print in one line what is wrong with the arguments, and end the command."""
    messages.error(line)
    raise typer.Exit(ExitCode.WRONG_USE)
