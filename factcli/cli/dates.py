"""`factcli dates`: the date expressions of articles, without any model."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli import messages
from factcli.cli.examples import examples
from factcli.cli.inputs import Inputs, named_or_piped
from factcli.cli.languages import LanguageOption, write_labels_in
from factcli.cli.options import Files, PublishedOption, Quiet, Verbose, published_day
from factcli.cli.outputs import OutputOption, check_output, format_for, format_option, opened, write_apart
from factcli.cli.terminal import print_table
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
            help="By default a table on a terminal, JSON (a line an article) elsewhere. "
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
    write_labels_in(lang)
    day = published_day(published)
    default = "table" if output is None and sys.stdout.isatty() else "json"
    format = format_for(output_format, output, Kind.DATES, default=default)
    inputs = Inputs(named_or_piped(context, files), published=day, data_on_stdout=output is None)
    check_output(output, inputs.names, format)
    write = format.writer(Kind.DATES)
    if format.one_article:
        texts = ((article.id, write(article, found)) for article, found in _found(inputs))
        write_apart(texts, format, output, inputs.names)
    else:
        with opened(output) as stream:
            for article, found in _found(inputs):
                if format.is_table:
                    print_table(write(article, found), stream)
                else:
                    stream.write(write(article, found))
    raise typer.Exit(inputs.finish())


def _found(inputs: Inputs) -> Iterator[tuple[Article, list[DateExpression]]]:
    """Yield each article with its time expressions."""
    from factcli.dates import find_dates

    for article in inputs.articles():
        yield article, find_dates(article.text, published=article.published.value, blocks=article.blocks)
