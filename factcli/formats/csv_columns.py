"""Which columns of CSV are written, in which order, and whether their names stand in the first line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextvars import ContextVar
from typing import NamedTuple, TypeVar

Cell = TypeVar("Cell")


class _Chosen(NamedTuple):
    names: tuple[str, ...] | None
    has_headings: bool


_ALL = _Chosen(None, True)
_chosen: ContextVar[_Chosen] = ContextVar("columns of CSV", default=_ALL)


def use_columns(names: Sequence[str] | None, *, has_headings: bool) -> None:
    """Write these columns, in this order, from here on (in this thread or task); None: all of them."""
    _chosen.set(_Chosen(None if names is None else tuple(names), has_headings))


def headings(columns: Sequence[str]) -> list[list[str]]:
    """Return the first line for a table of these columns, or nothing where none is asked for."""
    chosen = _chosen.get()
    return [list(chosen.names or columns)] if chosen.has_headings else []


def picked(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[list[Cell]]:
    """Yield the rows of a table, with the chosen ones of its columns alone; raises ValueError for an unknown one."""
    places = [list(columns).index(name) for name in _chosen.get().names or columns]
    for row in rows:
        yield [row[place] for place in places]
