"""`factcli store`: saved articles are listed, searched, removed, and browsed with Datasette."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli import messages
from factcli.cli.examples import examples
from factcli.cli.exits import ExitCode
from factcli.cli.languages import LanguageOption, write_labels_in
from factcli.cli.saved import Db, existing, store_path
from factcli.cli.terminal import print_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.store import Document

LIST_EXAMPLES = ("factcli store list", "factcli store list --db facts.db | jq -r .article")
SEARCH_EXAMPLES = ("factcli store search gempa Cianjur", "factcli store search 'Kim Jong Un' --db facts.db")
REMOVE_EXAMPLES = ("factcli store remove berita-1 berita-2",)
DATASETTE_EXAMPLES = (
    "factcli store datasette > metadata.yaml",
    "factcli store datasette --db facts.db > metadata.yaml && datasette facts.db -m metadata.yaml",
)

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    short_help="What --save keeps: list, search, remove.",
    help="List, search, remove or browse what 'factcli extract --save' saved.",
    epilog=examples(LIST_EXAMPLES[0], SEARCH_EXAMPLES[0], DATASETTE_EXAMPLES[0]),
)


@app.command("list", short_help="The saved articles.", epilog=examples(*LIST_EXAMPLES))
def list_documents(db: Db = None, lang: LanguageOption = None) -> None:
    """Print the saved articles by day of publication: a table on a terminal, JSON (one a line) elsewhere."""
    from factcli.store import documents

    write_labels_in(lang)
    with existing(store_path(db)) as store:
        _print(list(documents(store)))


@app.command(short_help="Saved articles that contain some words.", epilog=examples(*SEARCH_EXAMPLES))
def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORD...", help="Words that the article contains, all of them.")
    ],
    db: Db = None,
    lang: LanguageOption = None,
) -> None:
    """Print the saved articles that contain all the words, the best first; letter case and accents do not count."""
    from factcli.store import search as search_store

    write_labels_in(lang)
    with existing(store_path(db)) as store:
        found = list(search_store(store, " ".join(words)))
    if not found:
        messages.error(f"{' '.join(words)}: in no saved article")
        raise typer.Exit(ExitCode.FAILED)
    _print(found)


@app.command(short_help="Remove articles.", epilog=examples(*REMOVE_EXAMPLES))
def remove(
    articles: Annotated[
        list[str], typer.Argument(metavar="ID...", help="Ids of articles, as 'factcli store list' shows.")
    ],
    db: Db = None,
) -> None:
    """Remove articles and their facts from the store."""
    from factcli.store import remove as remove_from

    with existing(store_path(db)) as store:
        missing = [article for article in articles if not remove_from(store, article)]
    for article in missing:
        messages.error(f"{article}: not in the store")
    if missing:
        raise typer.Exit(ExitCode.SOME_INPUTS_FAILED if len(missing) < len(articles) else ExitCode.FAILED)


@app.command(short_help="The metadata for Datasette.", epilog=examples(*DATASETTE_EXAMPLES))
def datasette(db: Db = None) -> None:
    """Print the metadata with which Datasette shows the store: labels, facets, titles and descriptions."""
    from factcli.store.datasette import metadata

    typer.echo(metadata(store_path(db).stem), nl=False)


def _print(found: Sequence[Document]) -> None:
    if not sys.stdout.isatty():
        from factcli.formats.encoding import to_json

        for document in found:
            typer.echo(to_json(document))
        return
    from rich.text import Text

    from factcli.formats.one_line import one_line
    from factcli.formats.plain_table import plain_table
    from factcli.formats.sources import address
    from factcli.formats.words import words

    headings = words()["headings"]
    table = plain_table()
    for heading in ("published", "article", "title", "source", "events"):
        table.add_column(headings[heading], justify="right" if heading == "events" else "left", overflow="fold")
    for document in found:
        cells = (document.published, document.article, document.title, document.source, str(document.events))
        row = [Text(one_line(cell or "")) for cell in cells]
        if address(document.url):
            # Terminals that support links make it one.
            row[2].stylize(f"link {document.url}")
        table.add_row(*row)
    print_table(table)
