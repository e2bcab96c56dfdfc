"""`factcli schema`: the JSON Schema of what `factcli extract` prints."""

from __future__ import annotations

import typer

from factcli.cli.examples import examples

EXAMPLES = ("factcli schema", "factcli schema > factcli-1.schema.json")


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(short_help="The JSON Schema of the facts.", epilog=examples(*EXAMPLES))(schema)


def schema() -> None:
    """Print the JSON Schema of the facts (schema version factcli/1)."""
    from factcli.formats.json_schema import json_schema

    typer.echo(json_schema())
