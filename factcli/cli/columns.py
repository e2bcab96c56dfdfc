"""`--fields` and `--no-headers`: which columns of CSV are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcli.cli.options import was_named, wrong_use

if TYPE_CHECKING:
    from factcli.formats.registry import Format

NoHeaders = Annotated[bool, typer.Option("--no-headers", help="CSV without the line of column names.")]


def fields_option(columns: Callable[[], Sequence[str]]) -> Any:
    """Return the `--fields` option of a command whose CSV has these columns."""

    def known(value: str) -> str:
        for name in _names(value):
            if name not in columns():
                raise typer.BadParameter(f"{name!r} is not a column; choose from {', '.join(columns())}")
        return value

    return typer.Option(
        "--fields",
        parser=known,
        metavar="NAMES",
        help="Only these columns of CSV, in this order, separated by commas.",
        show_default=False,
    )


def write_columns(context: typer.Context, fields: str | None, format: Format, *, no_headers: bool) -> None:
    """Write these columns only; ends the command where it is asked for columns that the format does not have."""
    from factcli.formats.csv_columns import use_columns

    for option in ("fields", "no_headers"):
        if was_named(context, option) and format.name != "csv":
            wrong_use(f"--{option.replace('_', '-')} is for --format csv, not {format.name}")
    use_columns(None if fields is None else _names(fields), has_headings=not no_headers)


def _names(fields: str) -> list[str]:
    return [name.strip() for name in fields.split(",")]
