"""What the commands that read articles share: how they begin, and how they write what they found."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import typer

from factcli.cli.inputs import Inputs, named_or_piped
from factcli.cli.languages import write_labels_in
from factcli.cli.outputs import check_output, format_for, opened
from factcli.cli.terminal import print_table
from factcli.formats.registry import Kind

if TYPE_CHECKING:
    from factcli.formats.languages import Language
    from factcli.formats.registry import Format


def begin(
    context: typer.Context,
    names: Sequence[str] | None,
    *kinds: Kind,
    published: str | None,
    output_format: str | None,
    output: str | None,
    lang: Language | None,
    default: str | None = None,
    needs_day: bool = True,
) -> tuple[Inputs, Format]:
    """Return the inputs that the arguments name, and the format; ends the command where one of the two is wrong.

    `default` is the format where none is named: None for a table on a terminal and JSON elsewhere.
    """
    write_labels_in(lang)
    default = default or ("table" if output is None and sys.stdout.isatty() else "json")
    format = format_for(output_format, output, *kinds, default=default)
    inputs = Inputs(
        named_or_piped(context, names), published=published, data_on_stdout=output is None, needs_day=needs_day
    )
    check_output(output, inputs.names, format)
    return inputs, format


def write(pieces: Iterable[Any], format: Format, output: str | None) -> None:
    """Write the pieces that a format makes, each as soon as it is there."""
    with opened(output) as stream:
        for piece in pieces:
            if format.is_table:
                print_table(piece, stream)
            else:
                stream.write(piece)
            stream.flush()
