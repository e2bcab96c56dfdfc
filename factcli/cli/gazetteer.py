"""`factcli gazetteer`: what the gazetteer has for a name or an id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli import messages
from factcli.cli.examples import examples
from factcli.cli.exits import ExitCode
from factcli.cli.failures import Failures
from factcli.cli.languages import LanguageOption, write_labels_in
from factcli.cli.options import OwnEntities, some_text, whole_number
from factcli.cli.own_entities import with_own_entities
from factcli.cli.terminal import print_table, stdout_is_terminal

if TYPE_CHECKING:
    from factcli.gazetteer import Gazetteer

SEARCH_EXAMPLES = (
    "factcli gazetteer search Korut",
    "factcli gazetteer search 'Prabwo Subianto'",
    "factcli gazetteer search 'Kim Jong Un' | jq -r .record.name",
    "factcli gazetteer search Melati --gazetteer our-people.tsv",
)
SHOW_EXAMPLES = (
    "factcli gazetteer show Q423",
    "factcli gazetteer show fc-org-kcna",
    "factcli gazetteer show Q423 --json",
)
COLUMNS = """

A table of your own (--gazetteer FILE) is UTF-8 text, tab-separated, with a header. It needs the columns label (PER,
ORG or LOC) and name, and may have aliases (forms of the name, separated by '|'), kind, country (ISO 3166-1, two
letters), lat and lon (degrees), wikidata (Q and digits), geonames, iso, kemendagri, bps, prior (0 to 1: how likely a
text means it), sources and key. A row with the key of an entry of the gazetteer replaces that entry. Two entities
with the same name need a key each, also where they stand in two tables.
"""
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON on a terminal too.")]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    short_help="Look up names and ids in the gazetteer.",
    help="Look up names and ids in the gazetteer." + COLUMNS,
    epilog=examples(SEARCH_EXAMPLES[0], SHOW_EXAMPLES[0], SEARCH_EXAMPLES[-1]),
)


@app.command(short_help="The entities that a name may mean.", epilog=examples(*SEARCH_EXAMPLES))
def search(
    name: Annotated[str, typer.Argument(parser=some_text, metavar="NAME", help="A name, or some words of it.")],
    limit: Annotated[
        int, typer.Option("--limit", parser=whole_number(1), metavar="N", help="Show at most N entities.")
    ] = 20,
    as_json: AsJson = False,
    gazetteer: OwnEntities = None,
    lang: LanguageOption = None,
) -> None:
    """Print the entities that a name may mean, the likeliest first: a table on a terminal, JSON (one a line) elsewhere.

    A name that no entry has is searched for as a misspelling.
    """
    write_labels_in(lang)
    failures = Failures()
    found = _loaded(gazetteer, failures).search(name, limit)
    if not found:
        messages.error(f"{name}: not in the gazetteer; try fewer words or another spelling")
        raise typer.Exit(ExitCode.FAILED)
    if stdout_is_terminal() and not as_json:
        from factcli.formats.candidates_table import candidates_table

        print_table(candidates_table(found))
    else:
        from factcli.formats.encoding import to_json

        for candidate in found:
            typer.echo(to_json(candidate))
    raise typer.Exit(_exit_code(failures))


@app.command(short_help="An entry with all its names.", epilog=examples(*SHOW_EXAMPLES))
def show(
    key: Annotated[str, typer.Argument(metavar="ID", help="A Wikidata id, or another id that the gazetteer gives.")],
    as_json: AsJson = False,
    gazetteer: OwnEntities = None,
    lang: LanguageOption = None,
) -> None:
    """Print the entry with that id and all its names: a table on a terminal, JSON elsewhere."""
    write_labels_in(lang)
    failures = Failures()
    loaded = _loaded(gazetteer, failures)
    record = loaded.get(key) or loaded.get(key.upper())
    if record is None:
        messages.error(f"{key}: no such id in the gazetteer; 'factcli gazetteer search NAME' finds ids")
        raise typer.Exit(ExitCode.FAILED)
    if stdout_is_terminal() and not as_json:
        from factcli.formats.record_table import record_table

        print_table(record_table(record, loaded.aliases(record.key)))
    else:
        from factcli.formats.encoding import to_json
        from factcli.gazetteer.records import Entry

        typer.echo(to_json(Entry.of(record, loaded.aliases(record.key))))
    raise typer.Exit(_exit_code(failures))


def _loaded(files: list[str] | None, failures: Failures) -> Gazetteer:
    from factcli.gazetteer import Gazetteer, GazetteerError

    try:
        return with_own_entities(files, failures.report) or Gazetteer.load()
    except GazetteerError as error:
        messages.error(str(error))
        raise typer.Exit(ExitCode.FAILED) from error


def _exit_code(failures: Failures) -> ExitCode:
    """`failures` are rows of the user's tables that could not be used."""
    return ExitCode.SOME_INPUTS_FAILED if failures.count else ExitCode.DONE
