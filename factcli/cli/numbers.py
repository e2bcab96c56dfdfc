"""`factcli numbers`: the quantities of articles, without any model."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli import messages
from factcli.cli.columns import Fields, NoHeaders, write_columns
from factcli.cli.examples import examples
from factcli.cli.inputs import Inputs, named_or_piped
from factcli.cli.languages import LanguageOption, write_labels_in
from factcli.cli.options import Files, PublishedOption, Quiet, Verbose, published_day
from factcli.cli.outputs import OutputOption, check_output, format_for, format_option, opened
from factcli.cli.terminal import print_table
from factcli.formats.registry import Kind

if TYPE_CHECKING:
    from factcli.schema import Article, Quantity

EXAMPLES = (
    "factcli numbers article.txt",
    "factcli numbers article.txt --format json | jq '.quantities[] | select(.of == \"dead\")'",
    "factcli numbers story/ -o numbers.csv",
)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(short_help="Quantities alone, without a model.", epilog=examples(*EXAMPLES))(numbers)


def numbers(
    context: typer.Context,
    files: Files = None,
    published: PublishedOption = None,
    output_format: Annotated[
        str | None,
        format_option(
            Kind.QUANTITIES,
            help="Without it: a table on a terminal, JSON (a line an article) elsewhere. CSV is a line a quantity.",
        ),
    ] = None,
    output: OutputOption = None,
    fields: Fields = None,
    no_headers: NoHeaders = False,
    lang: LanguageOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the quantities of each article: how many dead, how much money, how strong, how high.

    Without a model there are no events, so 'event' stays empty; 'factcli extract' says which event each measures.
    """
    messages.set_level(quiet=quiet, verbose=verbose)
    write_labels_in(lang)
    day = published_day(published)
    default = "table" if output is None and sys.stdout.isatty() else "json"
    format = format_for(output_format, output, Kind.QUANTITIES, default=default)
    inputs = Inputs(named_or_piped(context, files), published=day, data_on_stdout=output is None, needs_day=False)
    check_output(output, inputs.names, format)
    write_columns(fields, format, _columns(), no_headers=no_headers)
    with opened(output) as stream:
        for piece in format.writer(Kind.QUANTITIES)(_found(inputs)):
            if format.is_table:
                print_table(piece, stream)
            else:
                stream.write(piece)
    raise typer.Exit(inputs.finish())


def _found(inputs: Inputs) -> Iterator[tuple[Article, list[Quantity]]]:
    """Yield each article with its quantities."""
    from factcli.dates import find_dates
    from factcli.quantities import find_quantities

    for article in inputs.articles():
        dates = find_dates(article.text, published=article.published.value, blocks=article.blocks)
        yield article, find_quantities(article.text, dates=dates, blocks=article.blocks)


def _columns() -> Sequence[str]:
    from factcli.formats.quantities_csv import COLUMNS

    return COLUMNS
