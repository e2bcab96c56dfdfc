"""`factcli dates`: the date expressions of articles, without any model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli import messages
from factcli.cli.examples import examples
from factcli.cli.inputs import Inputs
from factcli.cli.languages import LanguageOption
from factcli.cli.options import Files, PublishedOption, Quiet, Verbose
from factcli.cli.outputs import OutputOption, format_option, write_apart
from factcli.cli.reading import begin, write
from factcli.formats.registry import Kind

if TYPE_CHECKING:
    from factcli.schema import Article, DateExpression

EXAMPLES = (
    "factcli dates article.txt --published 2024-01-22",
    "factcli dates article.txt --format json | jq '.dates[].value'",
    "factcli dates article.txt -o article.tml",
    "factcli dates articles.jsonl --format timeml -o timeml/",
)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(short_help="Time expressions alone, without a model.", epilog=examples(*EXAMPLES))(dates)


def dates(
    context: typer.Context,
    files: Files = None,
    published: PublishedOption = None,
    output_format: Annotated[
        str | None,
        format_option(
            Kind.DATES,
            help="By default a table on a terminal, JSON (one line per article) elsewhere. "
            "A TimeML file holds one article; several go into a folder (-o FOLDER/).",
        ),
    ] = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the time expressions of each article with their TIMEX3 values and the days they cover."""
    messages.set_level(quiet=quiet, verbose=verbose)
    inputs, format = begin(
        context, files, Kind.DATES, published=published, output_format=output_format, output=output, lang=lang
    )
    writer = format.writer(Kind.DATES)
    pieces = ((article.id, writer(article, found)) for article, found in _found(inputs))
    if format.one_article:
        write_apart(pieces, format, output, inputs.names)
    else:
        write((piece for _, piece in pieces), format, output)
    raise typer.Exit(inputs.finish())


def _found(inputs: Inputs) -> Iterator[tuple[Article, list[DateExpression]]]:
    """Yield each article with its time expressions."""
    from factcli.dates import find_dates

    for article in inputs.articles():
        yield article, find_dates(article.text, published=article.published.value, blocks=article.blocks)
