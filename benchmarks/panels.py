"""The panels of the picture, in points: bars that compare, and curves that grow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

# Inside a panel, under its title and note.
NAMES, LEFT, RIGHT, TOP, BOTTOM = 200, 56, 400, 40, 210
STEP = 24


class Bar(NamedTuple):
    """A name, a bar, and the figure at its end."""

    name: str
    value: str
    top: float
    left: float
    width: float
    is_ours: bool


class Line(NamedTuple):
    """A level of the vertical axis."""

    name: str
    level: float
    left: float = LEFT
    right: float = RIGHT


class Mark(NamedTuple):
    """A place on the horizontal axis."""

    name: str
    at: float
    level: float = BOTTOM + 18


class Panel(msgspec.Struct):
    """One of the small pictures, with its place in the large one."""

    title: str
    note: str
    bars: Sequence[Bar] = ()
    lines: Sequence[Line] = ()
    marks: Sequence[Mark] = ()
    curve: str = ""
    dots: Sequence[Mark] = ()
    left: float = 0
    top: float = 0


def bars(title: str, note: str, values: Sequence[tuple[str, float]], *, digits: int = 1) -> Panel:
    """Return a panel with a bar for each name and figure; what is factcli's has the stronger colour."""
    longest = max(value for _, value in values)
    drawn = [
        Bar(
            name=name,
            value=f"{value:,.{digits}f}",
            top=TOP + number * STEP,
            left=NAMES,
            width=round((RIGHT - NAMES - 50) * value / longest, 1),
            is_ours=name.startswith("factcli"),
        )
        for number, (name, value) in enumerate(values)
    ]
    return Panel(title, note, bars=drawn)


def growth(title: str, note: str, points: Sequence[tuple[float, float]]) -> Panel:
    """Return a panel with a dot for each point; every power of ten of what lies across has the same room."""
    first, last = (math.log10(place) for place, _ in (points[0], points[-1]))
    room = (last - first) or 1.0
    placed = [((math.log10(place) - first) / room, value) for place, value in points]
    marks = [(f"{10**power:,}", (power - first) / room) for power in range(math.ceil(first), math.floor(last) + 1)]
    panel = _curve(title, note, placed, marks)
    panel.dots = [Mark("", _across(place), _up(value, placed)) for place, value in placed]
    return panel


def course(title: str, note: str, points: Sequence[tuple[float, float]], last: float) -> Panel:
    """Return a panel with a curve over places from 0 to `last`."""
    marks = [(f"{last * part / 4:,.0f}", part / 4) for part in range(5)]
    return _curve(title, note, [(place / last, value) for place, value in points], marks)


def _curve(title: str, note: str, points: Sequence[tuple[float, float]], marks: Sequence[tuple[str, float]]) -> Panel:
    """Return a panel with a curve; places go from 0 to 1, the vertical axis from 0 to a round number."""
    top = _round_above(points)
    return Panel(
        title,
        note,
        lines=[Line(f"{top * part / 4:,g}", _up(top * part / 4, points)) for part in range(5)],
        marks=[Mark(name, _across(place)) for name, place in marks],
        curve=" ".join(f"{_across(place)},{_up(value, points)}" for place, value in points),
    )


def _across(place: float) -> float:
    return round(LEFT + (RIGHT - LEFT) * place, 1)


def _up(value: float, points: Sequence[tuple[float, float]]) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * value / _round_above(points), 1)


def _round_above(points: Sequence[tuple[float, float]]) -> float:
    """Return the end of the vertical axis: 1, 2, 4 or 8 times a power of ten."""
    most = max(value for _, value in points)
    power = 10.0 ** math.floor(math.log10(most))
    return next(step * power for step in (1, 2, 4, 8, 10) if step * power >= most)
