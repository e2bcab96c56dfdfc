"""`factcli explain`: why a word is an event, has its date and its roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli import messages
from factcli.cli.engine import loading_models
from factcli.cli.examples import examples
from factcli.cli.exits import ExitCode
from factcli.cli.inputs import Inputs, named_or_piped
from factcli.cli.options import Files, PublishedOption, Quiet, Verbose, whole_number, wrong_use

if TYPE_CHECKING:
    from factcli.events.explain import Explanation

EXAMPLES = (
    "factcli explain article.txt --event v3",
    "factcli explain article.txt --at 120",
    "factcli explain article.txt | less",
)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(short_help="Why a word is an event with its date and roles.", epilog=examples(*EXAMPLES))(explain)


def explain(
    context: typer.Context,
    files: Files = None,
    at: Annotated[
        int | None,
        typer.Option(
            "--at",
            parser=whole_number(0),
            metavar="OFFSET",
            help="Only the word at this offset of the text, in code points.",
            show_default=False,
        ),
    ] = None,
    event: Annotated[
        str | None,
        typer.Option("--event", metavar="ID", help="Only the event with this id, for example v3.", show_default=False),
    ] = None,
    published: PublishedOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print, for each word that may be an event, the answers of each part of the model with their probabilities.

    'event': whether it names an event, with a time (dated) or without; 'timeline': whether a reader needs it there;
    'main': whether it is the article's main news; 'same': the earlier word for the same event, or 'new'; 'printable':
    whether an editor would print its summary. The other lines have the names of the keys of 'factcli schema'.
    """
    messages.set_level(quiet=quiet, verbose=verbose)
    if at is not None and event is not None:
        wrong_use("--at and --event exclude each other")
    inputs = Inputs(named_or_piped(context, files), published=published, data_on_stdout=True)
    articles = list(inputs.articles())
    if articles:
        with loading_models():
            from factcli.pipeline import Pipeline

            pipeline = Pipeline.load()
        found = False
        for article in articles:
            for one in pipeline.explain(article, at=at):
                if event is None or one.event == event:
                    typer.echo(_lines(one))
                    found = True
        if not found:
            missing = "no events" if at is None else f"--at {at}: no word there"
            asked = f"--event {event}: no such event; without it all are listed, each with its id"
            messages.error(asked if event else missing)
            raise typer.Exit(inputs.finish() or ExitCode.FAILED)
    raise typer.Exit(inputs.finish())


def _lines(one: Explanation) -> str:
    """A word, its place, its event, and a line for each head."""
    lines = [f"{one.text}  at {one.start}  {one.event or 'no event'}"]
    for head, answers in one.answers.items():
        if answers:
            lines.append(f"  {head:9} " + ", ".join(f"{name} {probability:.2f}" for name, probability in answers))
    return "\n".join(lines)
