"""Arguments and options that several commands share."""

from __future__ import annotations

from typing import Annotated, NoReturn

import typer

from factcli.cli import messages
from factcli.cli.exits import ExitCode

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE",
        help="Texts, web pages, JSON or CSV, packed (.gz) or not, or folders of them; '-' or none: standard input.",
        show_default=False,
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DAY",
        help="Day of publication of every article, as 2024-01-22; it overrides the day that an article gives, which is "
        "used otherwise.",
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


def published_day(value: str | None) -> str | None:
    """Return the day as ISO 8601; ends the command where it is not a day."""
    if value is None:
        return None
    from factcli.reading import parse_day

    day = parse_day(value)
    if day is None:
        wrong_use(f"--published {value}: not a day; write it as 2024-01-22")
    return day


def wrong_use(line: str) -> NoReturn:
    """Print in one line what is wrong with the arguments, and end the command."""
    messages.error(line)
    raise typer.Exit(ExitCode.WRONG_USE)
