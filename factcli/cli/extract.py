"""`factcli extract`: articles in, facts out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcli.cli import messages
from factcli.cli.engine import extract_facts
from factcli.cli.examples import examples
from factcli.cli.inputs import Inputs, named_or_piped
from factcli.cli.options import Files, PublishedOption, Quiet, Verbose, published_day, wrong_use
from factcli.cli.terminal import opened


class FactsFormat(StrEnum):
    """The formats in which facts are written."""

    JSON = "json"
    JSONL = "jsonl"


EXAMPLES = (
    "factcli extract article.txt",
    "factcli extract article.txt --published 2024-01-22 | jq '.events[] | {when, type, summary}'",
    "factcli extract articles.jsonl -o facts.jsonl",
    "cat article.txt | factcli extract -",
)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(epilog=examples(*EXAMPLES))(extract)


def extract(
    context: typer.Context,
    files: Files = None,
    published: PublishedOption = None,
    output_format: Annotated[
        FactsFormat, typer.Option("--format", help="Either way, one object an article, one a line.")
    ] = FactsFormat.JSON,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead of standard output.")
    ] = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the facts of each article: entities, dates, events and timeline, as JSON.

    Plain text and JSON Lines (one article a line: text, and if known id, title, published, url, source) are told
    apart by content. 'factcli schema' describes the output.
    """
    messages.set_level(quiet=quiet, verbose=verbose)
    day = published_day(published)
    inputs = Inputs(named_or_piped(context, files), published=day, data_on_stdout=output is None)
    if output is not None and any(_is_same_file(output, name) for name in inputs.names):
        wrong_use(f"{output}: would write over its own input")
    from factcli.formats import FACTS_FORMATS

    write = FACTS_FORMATS[output_format]
    with opened(output) as stream:
        for facts in extract_facts(inputs.articles(), inputs.fail):
            stream.write(write(facts) + "\n")
            stream.flush()
    raise typer.Exit(inputs.finish())


def _is_same_file(output: Path, name: str) -> bool:
    other = Path(name)
    return output.exists() and other.exists() and output.samefile(other)
