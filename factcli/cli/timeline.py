"""`factcli timeline`: the happenings of one or many articles in order."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli import messages
from factcli.cli.engine import extract_facts
from factcli.cli.examples import examples
from factcli.cli.inputs import Inputs, named_or_piped
from factcli.cli.options import Files, PublishedOption, Quiet, Verbose, published_day, wrong_use
from factcli.cli.stretches import first_day, last_day
from factcli.cli.terminal import print_table

if TYPE_CHECKING:
    from factcli.schema import Article, Facts

EXAMPLES = (
    "factcli timeline article.txt",
    "factcli timeline story/ --about 'Kim Jong Un' --from 2000 --to 2024-06",
    "factcli timeline facts.jsonl --json",
    "factcli extract article.txt | factcli timeline",
)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(epilog=examples(*EXAMPLES))(timeline)


def timeline(
    context: typer.Context,
    files: Files = None,
    published: PublishedOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    about: Annotated[
        str | None, typer.Option("--about", metavar="NAME", help="Only what this person, organisation or place is in.")
    ] = None,
    earliest: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="Only from this day, month (2024-01) or year on.")
    ] = None,
    latest: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help="Only up to this day, month or year.")
    ] = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the timeline of one or many articles, each happening once.

    Reads articles, or the facts that 'factcli extract' wrote (then no model is loaded), or both.
    """
    messages.set_level(quiet=quiet, verbose=verbose)
    day = published_day(published)
    first, last = _day("--from", earliest, first_day), _day("--to", latest, last_day)
    if first is not None and last is not None and first > last:
        wrong_use(f"--from {earliest} --to {latest}: ends before it begins")
    inputs = Inputs(named_or_piped(context, files), published=day, data_on_stdout=False)
    documents = distinct(facts_of(inputs))
    from factcli.timeline import merge_timeline

    entries = merge_timeline(documents, about=about, earliest=first, latest=last)
    if as_json:
        from factcli.formats import timeline_json

        typer.echo(timeline_json(entries, documents))
    elif entries:
        from factcli.formats.timeline_table import timeline_table

        print_table(timeline_table(entries, documents))
    elif documents:
        messages.warning("nothing for a timeline found")
    raise typer.Exit(inputs.finish())


def facts_of(inputs: Inputs) -> list[Facts]:
    """Return facts for everything found, in its order: those read as they are, those of the articles extracted."""
    from factcli.schema import Facts

    places: list[Facts | None] = []

    def articles() -> Iterable[Article]:
        for item in inputs.articles_or_facts():
            if isinstance(item, Facts):
                places.append(item)
            else:
                places.append(None)
                yield item

    extracted = list(extract_facts(articles(), inputs.fail))
    remaining = iter(extracted)
    return [facts for place in places if (facts := place or next(remaining, None)) is not None]


def distinct(documents: Iterable[Facts]) -> list[Facts]:
    """Return the documents with ids of their own, so that an entry's events can be told apart."""
    import msgspec

    taken: set[str] = set()
    named = []
    for facts in documents:
        names = itertools.chain([facts.id], (f"{facts.id}-{number}" for number in itertools.count(2)))
        name = next(name for name in names if name not in taken)
        taken.add(name)
        named.append(facts if name == facts.id else msgspec.structs.replace(facts, id=name))
    return named


def _day(option: str, value: str | None, edge: Callable[[str], str | None]) -> str | None:
    if value is None:
        return None
    day = edge(value)
    if day is None:
        wrong_use(f"{option} {value}: no day, month or year; write it as 2024-01-22, 2024-01 or 2024")
    return day
