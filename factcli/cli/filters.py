"""What of a timeline is asked for: the options, and what is told where a value is none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from factcli.cli import messages
from factcli.cli.options import wrong_use

if TYPE_CHECKING:
    from factcli.schema import Facts, Status

About = Annotated[
    str | None,
    typer.Option(
        "--about",
        metavar="NAME|ID",
        help="Only what this person, organisation or place is in: a name, or an id as Q7747.",
        show_default=False,
    ),
]
Where = Annotated[
    str | None,
    typer.Option(
        "--place",
        metavar="NAME|ID",
        help="Only what is told of this place, or of one in it if it is a country, a province, a regency.",
        show_default=False,
    ),
]
Types = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="TYPE", help="Only happenings of this type, as visit; repeatable."),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", help="Only actual, planned, possible or negated; repeatable."),
]
All = Annotated[bool, typer.Option("--all", help="Sayings that only carry a quote too.")]


def known_statuses(values: Collection[str] | None) -> list[Status]:
    """Return the statuses asked for; ends the command where one is none."""
    from factcli.schema import Status

    statuses: tuple[Status, ...] = get_args(Status)
    for value in values or ():
        if value not in statuses:
            wrong_use(f"--status {value}: no status; there are {', '.join(statuses)}")
    return [status for status in statuses if status in (values or ())]


def known_types(values: Collection[str] | None) -> list[str]:
    """Return the types asked for; ends the command where one is none."""
    if not values:
        return []
    from factcli.events.types import type_names

    types = type_names()
    for value in values:
        if value not in types:
            wrong_use(f"--type {value}: no type; there are {', '.join(types)}")
    return list(values)


def tell_unknown(option: str, name: str | None, documents: Sequence[Facts]) -> None:
    """Tell that nothing in the documents is called so, and what there is that is called almost so."""
    from factcli.timeline import named, names_like

    if name is None or not documents or named(documents, name):
        return
    likely = names_like(documents, name)
    hint = f"; most like it: {', '.join(likely)}" if likely else ""
    messages.warning(f"{option} {name}: nothing in what was read is called so{hint}")
