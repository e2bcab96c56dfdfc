"""`factcli timeline`: the events of one or many articles in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli import messages
from factcli.cli.columns import NoHeaders, fields_option, write_columns
from factcli.cli.engine import facts_of
from factcli.cli.examples import examples
from factcli.cli.filters import (
    About,
    All,
    Statuses,
    Top,
    Types,
    Where,
    names_asked,
    tell_unknown,
    warn_of_several,
)
from factcli.cli.inputs import Inputs, named_or_piped
from factcli.cli.languages import LanguageOption, write_labels_in
from factcli.cli.options import Files, OwnEntities, PublishedOption, Quiet, Verbose, was_named, wrong_use
from factcli.cli.outputs import OutputOption, check_output, format_for, format_option, opened
from factcli.cli.own_entities import with_own_entities
from factcli.cli.saved import Db, reads_store, saved_facts, store_path
from factcli.cli.stretches import first_day, last_day
from factcli.cli.terminal import print_table
from factcli.cli.unique import UniqueNames
from factcli.formats.registry import Kind

if TYPE_CHECKING:
    from factcli.formats.registry import Format
    from factcli.schema import Facts, TimelineEntry

EXAMPLES = (
    "factcli timeline article.txt",
    "factcli timeline story/ --about 'Kim Jong Un' --from 2000 --to 2024-06",
    "factcli timeline story/ --top 10",
    "factcli timeline facts.jsonl --format json",
    "factcli timeline story/ --place 'Jawa Barat' --type visit --status planned",
    "factcli timeline story/ -o story.ics",
    "factcli extract article.txt | factcli timeline",
    "factcli timeline --db facts.db --about 'Kim Jong Un'",
)


def _columns() -> Sequence[str]:
    from factcli.formats.timeline_csv import COLUMNS

    return COLUMNS


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(short_help="What happened when, in one or many articles.", epilog=examples(*EXAMPLES))(timeline)


def timeline(
    context: typer.Context,
    files: Files = None,
    published: PublishedOption = None,
    output_format: Annotated[
        str | None,
        format_option(Kind.TIMELINE, help="By default the format of the ending of -o FILE, else a table."),
    ] = None,
    output: OutputOption = None,
    fields: Annotated[str | None, fields_option(_columns)] = None,
    no_headers: NoHeaders = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    about: About = None,
    place: Where = None,
    earliest: Annotated[
        str | None,
        typer.Option("--from", parser=first_day, metavar="DAY", help="Only from this day, month (2024-01) or year on."),
    ] = None,
    latest: Annotated[
        str | None,
        typer.Option("--to", parser=last_day, metavar="DAY", help="Only up to this day, month or year."),
    ] = None,
    types: Types = None,
    statuses: Statuses = None,
    everything: All = False,
    top: Top = None,
    db: Db = None,
    gazetteer: OwnEntities = None,
    lang: LanguageOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the timeline of one or many articles; reports of one event are joined.

    Reads articles, or the facts that 'factcli extract' wrote (then no model is loaded), or both. On a terminal,
    without a file, it reads what 'factcli extract --save' saved.
    """
    messages.set_level(quiet=quiet, verbose=verbose)
    write_labels_in(lang)
    if earliest is not None and latest is not None and earliest > latest:
        wrong_use(f"--from {earliest} --to {latest}: ends before it begins")
    format = _format(context, output_format, output, as_json=as_json)
    asked = names_asked(about)
    is_from_store = reads_store(context, files)
    inputs = Inputs([] if is_from_store else named_or_piped(context, files), published=published, data_on_stdout=False)
    check_output(output, inputs.names, format)
    write_columns(context, fields, format, no_headers=no_headers)
    if is_from_store:
        is_default = not was_named(context, "db")
        documents = saved_facts(
            store_path(db), is_default=is_default, about=asked, first=earliest, last=latest, failed=inputs.fail
        )
        inputs.read += len(documents)
    else:
        documents = distinct(facts_of(inputs, with_own_entities(gazetteer, inputs.fail)))
    from factcli.timeline import merge_timeline

    entries = merge_timeline(
        documents,
        about=asked,
        place=place,
        earliest=earliest,
        latest=latest,
        types=types or (),
        statuses=statuses or (),
        everything=everything,
        top=top,
    )
    count = sum(len(facts.events) for facts in documents)
    messages.detail(f"{len(entries)} entries of {count} events in {len(documents)} articles")
    tell_unknown("--about", about, asked, documents)
    warn_of_several("--about", about, asked, documents)
    tell_unknown("--place", place, [place] if place else [], documents)
    if documents:
        write_timeline(entries, documents, format, output)
    raise typer.Exit(inputs.finish())


def _format(context: typer.Context, named: str | None, output: str | None, *, as_json: bool) -> Format:
    """Return the format that is asked for; ends the command where --json and --format name two.

    A `--format` on the command line overrides a setting of `json`.
    """
    if as_json and was_named(context, "output_format"):
        if was_named(context, "as_json") and named != "json":
            wrong_use(f"--json and --format {named}: name one format")
        as_json = False
    return format_for("json" if as_json else named, output, Kind.TIMELINE, default="table")


def write_timeline(
    entries: Sequence[TimelineEntry], documents: Sequence[Facts], format: Format, output: str | None
) -> None:
    """Write the timeline; what the format has no way to hold is left out, with a warning."""
    select = format.selector()
    held = select(entries, documents) if select else entries
    if len(held) < len(entries):
        left = len(entries) - len(held)
        messages.warning(f"{left} of {len(entries)} entries left out: {format.name} holds {format.holds}")
    if not entries:
        messages.warning("found nothing for a timeline")
        if format.is_table:
            return
    with opened(output) as stream:
        written = format.writer(Kind.TIMELINE)(held, documents)
        if format.is_table:
            print_table(written, stream)
        else:
            stream.write(written)


def distinct(documents: Iterable[Facts]) -> list[Facts]:
    """Return the documents with ids of their own, so that an entry's events can be distinguished."""
    import msgspec

    names = UniqueNames()
    named = []
    for facts in documents:
        name = names.take(facts.id)
        named.append(facts if name == facts.id else msgspec.structs.replace(facts, id=name))
    return named
