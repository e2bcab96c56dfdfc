"""`--fields` and `--no-headers`: which columns of CSV are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from factcli.cli.options import wrong_use

if TYPE_CHECKING:
    from factcli.formats.registry import Format

Fields = Annotated[
    str | None,
    typer.Option(
        "--fields", metavar="NAMES", help="Only these columns of CSV, in this order: when,summary.", show_default=False
    ),
]
NoHeaders = Annotated[bool, typer.Option("--no-headers", help="CSV without the line of column names.")]


def write_columns(fields: str | None, format: Format, columns: Sequence[str], *, no_headers: bool) -> None:
    """Write these columns only; ends the command where one is unknown, or the format has no columns."""
    from factcli.formats.csv_columns import use_columns

    if (fields is not None or no_headers) and format.name != "csv":
        wrong_use(f"{'--fields' if fields is not None else '--no-headers'} is for --format csv, not {format.name}")
    names = None if fields is None else [name.strip() for name in fields.split(",")]
    for name in names or ():
        if name not in columns:
            wrong_use(f"--fields {name}: not a column; there are {', '.join(columns)}")
    use_columns(names, has_headings=not no_headers)
