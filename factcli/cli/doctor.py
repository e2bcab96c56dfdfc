"""`factcli doctor`: checks that everything factcli needs is there and undamaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli.examples import examples
from factcli.cli.exits import ExitCode
from factcli.cli.terminal import print_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from factcli.cli.checks import Check

EXAMPLES = (
    "factcli doctor",
    "factcli doctor --json | jq -r '.checks[] | select(.state == \"bad\") | .advice'",
)
STYLES = {"ok": "green", "absent": "yellow", "bad": "bold red"}


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(short_help="Check what is installed and saved.", epilog=examples(*EXAMPLES))(doctor)


def doctor(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Check that versions, models, gazetteer, store and settings are there and undamaged, and say what to do.

    Exit code 4: a model is missing or damaged; 1: something else is wrong. No model is loaded.
    """
    from factcli.cli.checks import all_checks

    checks = list(all_checks(context.find_root().command))
    if as_json:
        from factcli.formats.encoding import to_json

        typer.echo(to_json({"checks": checks}))
    else:
        print_table(_table(checks))
    raise typer.Exit(_ending(checks))


def _ending(checks: Sequence[Check]) -> ExitCode:
    bad = {check.part for check in checks if check.state == "bad"}
    if "models" in bad:
        return ExitCode.MODEL_UNUSABLE
    return ExitCode.FAILED if bad else ExitCode.DONE


def _table(checks: Sequence[Check]) -> Table:
    from rich.text import Text

    from factcli.formats.one_line import one_line
    from factcli.formats.plain_table import plain_table

    table = plain_table()
    for heading in ("part", "", "what", "found"):
        table.add_column(heading, overflow="fold")
    for number, check in enumerate(checks):
        is_first = number == 0 or checks[number - 1].part != check.part
        found = Text(one_line(check.found))
        # One piece of advice for several checks is shown once.
        is_last = number + 1 == len(checks) or checks[number + 1].advice != check.advice
        if check.advice is not None and is_last:
            found.append(f"\n→ {one_line(check.advice)}", style="bold")
        state = Text(check.state, style=STYLES[check.state])
        table.add_row(check.part if is_first else "", state, Text(one_line(check.name)), found)
    return table
