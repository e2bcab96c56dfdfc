"""`factcli numbers`: the quantities of articles, without any model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli import messages
from factcli.cli.columns import NoHeaders, fields_option, write_columns
from factcli.cli.examples import examples
from factcli.cli.inputs import Inputs
from factcli.cli.languages import LanguageOption
from factcli.cli.options import Files, PublishedOption, Quiet, Verbose
from factcli.cli.outputs import OutputOption, format_option
from factcli.cli.reading import begin, write
from factcli.formats.registry import Kind

if TYPE_CHECKING:
    from factcli.schema import Article, Quantity

EXAMPLES = (
    "factcli numbers article.txt",
    "factcli numbers article.txt --format json | jq '.quantities[] | select(.of == \"dead\")'",
    "factcli numbers story/ -o numbers.csv",
)


def _columns() -> Sequence[str]:
    from factcli.formats.quantities_csv import COLUMNS

    return COLUMNS


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
            help="By default a table on a terminal, JSON (one line per article) elsewhere. "
            "CSV is one line per quantity.",
        ),
    ] = None,
    output: OutputOption = None,
    fields: Annotated[str | None, fields_option(_columns)] = None,
    no_headers: NoHeaders = False,
    lang: LanguageOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the quantities of each article: how many dead, how much money, how strong, how high.

    Without a model there are no events, so 'event' stays empty; 'factcli extract' says which event each measures.
    """
    messages.set_level(quiet=quiet, verbose=verbose)
    inputs, format = begin(
        context,
        files,
        Kind.QUANTITIES,
        published=published,
        output_format=output_format,
        output=output,
        lang=lang,
        needs_day=False,
    )
    write_columns(context, fields, format, no_headers=no_headers)
    write(format.writer(Kind.QUANTITIES)(_found(inputs)), format, output)
    raise typer.Exit(inputs.finish())


def _found(inputs: Inputs) -> Iterator[tuple[Article, list[Quantity]]]:
    """Yield each article with its quantities."""
    from factcli.dates import find_dates
    from factcli.quantities import find_quantities

    for article in inputs.articles():
        dates = find_dates(article.text, published=article.published.value, blocks=article.blocks)
        yield article, find_quantities(article.text, dates=dates, blocks=article.blocks)
