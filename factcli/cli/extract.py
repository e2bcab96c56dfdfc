"""`factcli extract`: articles in, facts out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli import messages
from factcli.cli.columns import NoHeaders, fields_option, write_columns
from factcli.cli.engine import facts_of, parse_articles
from factcli.cli.examples import examples
from factcli.cli.languages import LanguageOption
from factcli.cli.options import Files, OwnEntities, PublishedOption, Quiet, Verbose, was_named, wrong_use
from factcli.cli.outputs import OutputOption, format_option, write_apart
from factcli.cli.own_entities import with_own_entities
from factcli.cli.reading import begin, write
from factcli.cli.saved import Db, Save, saving, store_path, without_store
from factcli.formats.registry import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.formats.registry import Format
    from factcli.schema import Facts

EXAMPLES = (
    "factcli extract article.txt",
    "factcli extract article.txt --published 2024-01-22 | jq '.events[] | {when, type, summary}'",
    "factcli extract articles.jsonl -o facts.jsonl && factcli extract facts.jsonl -o events.csv",
    "factcli extract story/ --format geojson -o places.geojson",
    "cat article.txt | factcli extract -",
    "factcli extract story/ --save",
    "factcli extract story/ --save story.db && factcli timeline --db story.db",
    "factcli extract article.txt --gazetteer our-people.tsv",
)


def _columns() -> Sequence[str]:
    from factcli.formats.facts_csv import COLUMNS

    return COLUMNS


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(short_help="Facts of articles: entities, dates, events.", epilog=examples(*EXAMPLES))(extract)


def extract(
    context: typer.Context,
    files: Files = None,
    published: PublishedOption = None,
    output_format: Annotated[
        str | None,
        format_option(
            Kind.FACTS,
            Kind.DOCS,
            help="By default the format of the ending of -o FILE, else JSON. JSON is one line per article, "
            "CSV one line per event, GeoJSON one feature per place; a TimeML file holds one article "
            "(several: -o FOLDER/).",
        ),
    ] = None,
    output: OutputOption = None,
    fields: Annotated[str | None, fields_option(_columns)] = None,
    no_headers: NoHeaders = False,
    save: Save = False,
    db: Db = None,
    gazetteer: OwnEntities = None,
    lang: LanguageOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the facts of each article: entities, dates, quantities, events and timeline, as JSON or in another format.

    Plain text, web pages, JSON (one article an object: text, and if known id, title, published, url, source) and CSV
    (one article a row, the same columns) are recognised by content, packed with gzip or not. Facts that
    'factcli extract' wrote can be written in another format, or saved, without any model. 'factcli schema'
    describes the output.
    """
    messages.set_level(quiet=quiet, verbose=verbose)
    is_db_named = was_named(context, "db")
    names, store = without_store(files, db if is_db_named else None, is_saved=save)
    inputs, format = begin(
        context,
        names,
        Kind.FACTS,
        Kind.DOCS,
        published=published,
        output_format=output_format,
        output=output,
        lang=lang,
        default="json",
    )
    write_columns(context, fields, format, no_headers=no_headers)
    documents = facts_of(inputs, with_own_entities(gazetteer, inputs.fail))
    is_saved = save or is_db_named
    if is_saved and format.writes(Kind.DOCS):
        wrong_use(f"--save and {format.name}: this format is written without facts, so there is nothing to save")
    if is_saved:
        documents = saving(documents, store_path(store or db), inputs.fail)
    if is_saved and output_format is None and output is None and not was_named(context, "output"):
        deque(documents, maxlen=0)
    elif format.one_article:
        write_apart(_apart(documents, format), format, output, inputs.names)
    elif format.writes(Kind.DOCS):
        write(format.writer(Kind.DOCS)(parse_articles(inputs.articles(), inputs.fail)), format, output)
    else:
        write(format.writer(Kind.FACTS)(documents), format, output)
    raise typer.Exit(inputs.finish())


def _apart(documents: Iterable[Facts], format: Format) -> Iterator[tuple[str, str]]:
    """Yield each article's id and its text in a format whose files hold one article."""
    writer = format.writer(Kind.FACTS)
    for facts in documents:
        yield facts.id, "".join(writer([facts]))
