"""`factcli dates`: the date expressions of articles, without any model."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from factcli.cli import messages
from factcli.cli.examples import examples
from factcli.cli.inputs import Inputs, named_or_piped
from factcli.cli.options import Files, PublishedOption, Quiet, Verbose, published_day
from factcli.cli.terminal import print_table


class DatesFormat(StrEnum):
    """The formats in which dates are written."""

    JSON = "json"
    TABLE = "table"


EXAMPLES = (
    "factcli dates article.txt --published 2024-01-22",
    "factcli dates article.txt --format json | jq '.dates[].value'",
    "cat articles.jsonl | factcli dates --format json",
)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(epilog=examples(*EXAMPLES))(dates)


def dates(
    context: typer.Context,
    files: Files = None,
    published: PublishedOption = None,
    output_format: Annotated[
        DatesFormat | None,
        typer.Option("--format", help="Without it: a table on a terminal, JSON (an object an article) elsewhere."),
    ] = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the time expressions of each article with their TIMEX3 values and the days they cover."""
    messages.set_level(quiet=quiet, verbose=verbose)
    day = published_day(published)
    inputs = Inputs(named_or_piped(context, files), published=day)
    from factcli.dates import find_dates

    chosen = output_format or (DatesFormat.TABLE if sys.stdout.isatty() else DatesFormat.JSON)
    for article in inputs.articles():
        found = find_dates(article.text, published=article.published.value, blocks=article.blocks)
        if chosen is DatesFormat.JSON:
            from factcli.formats import dates_json

            typer.echo(dates_json(article, found))
        else:
            from factcli.formats.dates_table import dates_table

            print_table(dates_table(found))
    raise typer.Exit(inputs.finish())
