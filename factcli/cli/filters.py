"""Which part of a timeline is wanted: the options, and the messages for unknown values."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from factcli.cli import messages
from factcli.cli.options import some_text, whole_number

if TYPE_CHECKING:
    from factcli.schema import Facts

About = Annotated[
    str | None,
    typer.Option(
        "--about",
        parser=some_text,
        metavar="NAME|ID",
        help="Only events with this person, organisation or place: a name, a part of a person's name, or an id such as "
        "Q7747.",
        show_default=False,
    ),
]
Where = Annotated[
    str | None,
    typer.Option(
        "--place",
        parser=some_text,
        metavar="NAME|ID",
        help="Only events at this place, or at one in it if it is a country, a province or a regency.",
        show_default=False,
    ),
]


def _type(value: str) -> str:
    from factcli.events.types import type_names

    return _one_of(value, "type", type_names())


def _status(value: str) -> str:
    from factcli.schema import Status

    return _one_of(value, "status", get_args(Status))


def _one_of(value: str, kind: str, known: Collection[str]) -> str:
    if value not in known:
        raise typer.BadParameter(f"{value!r} is not a {kind}; choose from {', '.join(known)}")
    return value


Types = Annotated[
    list[str] | None,
    typer.Option(
        "--type",
        parser=_type,
        metavar="TYPE",
        help="Only events of this type, for example visit (for one that is unknown the message lists all); repeatable.",
    ),
]
Statuses = Annotated[
    list[Any] | None,
    typer.Option(
        "--status", parser=_status, metavar="STATUS", help="Only actual, planned, possible or negated; repeatable."
    ),
]
All = Annotated[
    bool,
    typer.Option("--all", help="Every event that has a time; side remarks, quotations and repetitions included."),
]
Top = Annotated[
    int | None,
    typer.Option(
        "--top",
        parser=whole_number(1),
        metavar="N",
        help="Only the N events that a reader needs most.",
        show_default=False,
    ),
]


def names_asked(name: str | None) -> list[str]:
    """Return the name with the ids of all whom the gazetteer knows by it: articles may call them otherwise."""
    if name is None:
        return []
    from factcli.gazetteer import Gazetteer

    found = [candidate.record for candidate in Gazetteer.load().well_written(name)]
    return list(dict.fromkeys([name, *(record.kb_id or record.key for record in found)]))


def warn_of_several(option: str, name: str | None, asked: Sequence[str], documents: Sequence[Facts]) -> None:
    """Warn if the articles mean more than one by the name, and list them."""
    from factcli.timeline import meant

    rows = meant(documents, *asked) if name is not None else []
    if len(rows) < 2:
        return
    listed = "; ".join(f"{row.identity} {row.name} (events: {row.events}, articles: {row.articles})" for row in rows)
    messages.warning(f"{option} {name}: several have this name and all are shown; choose one by its id: {listed}")


def tell_unknown(option: str, name: str | None, asked: Sequence[str], documents: Sequence[Facts]) -> None:
    """Warn if nothing in the documents has the name, and suggest the names most like it.

    `asked` are the names and ids that the name stands for.
    """
    from factcli.timeline import named, names_like

    if name is None or not documents or named(documents, *asked):
        return
    likely = names_like(documents, name, are_places=option == "--place")
    hint = f"; similar names: {', '.join(likely)}" if likely else ""
    messages.warning(f"{option} {name}: no such name in the articles{hint}")
