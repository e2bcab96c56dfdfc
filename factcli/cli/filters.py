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
        help="Only what this person, organisation or place is in: any name of theirs, or an id as Q7747.",
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
All = Annotated[bool, typer.Option("--all", help="Everything that has a time, side remarks and quotes too.")]
Top = Annotated[
    int | None,
    typer.Option(
        "--top", metavar="N", min=1, help="Only the N happenings that a reader needs most.", show_default=False
    ),
]


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


def names_asked(name: str | None) -> list[str]:
    """Return the name with the ids of all whom the gazetteer knows by it: articles may call them otherwise."""
    if name is None:
        return []
    from factcli.gazetteer import Gazetteer

    found = [candidate.record for candidate in Gazetteer.load().find(name) if candidate.match != "misspelt"]
    return list(dict.fromkeys([name, *(record.kb_id or record.key for record in found)]))


def tell_several(option: str, name: str | None, asked: Sequence[str], documents: Sequence[Facts]) -> None:
    """Tell whom the articles mean by a name, where that is more than one."""
    from factcli.timeline import meant

    rows = meant(documents, *asked) if name is not None else []
    if len(rows) < 2:
        return
    listed = "; ".join(f"{row.identity} {row.name} ({row.events} events in {row.articles} articles)" for row in rows)
    messages.warning(f"{option} {name}: several are called so, and all are shown; an id asks for one: {listed}")


def tell_unknown(option: str, name: str | None, asked: Sequence[str], documents: Sequence[Facts]) -> None:
    """Tell that nothing in the documents is called so, and what there is that is called almost so.

    `asked` are the names and ids that the name stands for.
    """
    from factcli.timeline import named, names_like

    if name is None or not documents or named(documents, *asked):
        return
    likely = names_like(documents, name)
    hint = f"; most like it: {', '.join(likely)}" if likely else ""
    messages.warning(f"{option} {name}: nothing in what was read is called so{hint}")
