"""`factcli gazetteer`: what the gazetteer knows of a name or an id."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli import messages
from factcli.cli.examples import examples
from factcli.cli.exits import ExitCode
from factcli.cli.terminal import print_table

if TYPE_CHECKING:
    from factcli.gazetteer import Gazetteer

SEARCH_EXAMPLES = (
    "factcli gazetteer search Korut",
    "factcli gazetteer search 'Kim Jong Un' | jq -r .record.name",
)
SHOW_EXAMPLES = ("factcli gazetteer show Q423", "factcli gazetteer show Q423 | jq .")

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Look names and ids up in the gazetteer.",
    epilog=examples(SEARCH_EXAMPLES[0], SHOW_EXAMPLES[0]),
)


@app.command(epilog=examples(*SEARCH_EXAMPLES))
def search(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as a text writes it, or some words of it.")],
) -> None:
    """Print what a name may stand for, the likeliest first: a table on a terminal, JSON (one a line) elsewhere."""
    found = _loaded().search(name)
    if not found:
        messages.error(f"{name}: not in the gazetteer")
        raise typer.Exit(ExitCode.FAILED)
    if sys.stdout.isatty():
        from factcli.formats.candidates_table import candidates_table

        print_table(candidates_table(found))
        return
    from factcli.formats.encoding import to_json

    for candidate in found:
        typer.echo(to_json(candidate))


@app.command(epilog=examples(*SHOW_EXAMPLES))
def show(
    key: Annotated[str, typer.Argument(metavar="ID", help="A Wikidata id, or another id that the gazetteer gives.")],
) -> None:
    """Print the entry with that id as JSON."""
    record = _loaded().get(key)
    if record is None:
        messages.error(f"{key}: not in the gazetteer")
        raise typer.Exit(ExitCode.FAILED)
    from factcli.formats.encoding import to_json

    typer.echo(to_json(record))


def _loaded() -> Gazetteer:
    from factcli.gazetteer import Gazetteer, GazetteerError

    try:
        return Gazetteer.load()
    except GazetteerError as error:
        messages.error(str(error))
        raise typer.Exit(ExitCode.FAILED) from error
