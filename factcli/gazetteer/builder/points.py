"""Where a place lies, by places inside it: a point of its own on its own land, never a mean of several."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.gazetteer.builder.draft import Draft
from factcli.gazetteer.builder.sources import SETTINGS
from factcli.gazetteer.distance import Point, kilometres


class UnknownPointError(ValueError):
    """The settings take the point of a place that the sources do not place."""


def amid(points: Sequence[Point]) -> Point:
    """The point with the least way to all others: far islands do not draw it out to sea. Latitude, longitude."""
    return min(points, key=lambda one: sum(kilometres(one, other) for other in points))


def add_points(drafts: Sequence[Draft]) -> None:
    """Give the places of the settings' `points` the point of the place named there; raises UnknownPointError."""
    placed: dict[tuple[str, str], Draft] = {}
    for draft in sorted(drafts, key=lambda draft: draft.prior):
        if draft.label == "LOC" and draft.lat is not None:
            placed[draft.name, draft.country] = draft
    for draft in drafts:
        if draft.label != "LOC" or draft.lat is not None or draft.name not in SETTINGS["points"]:
            continue
        name, country = SETTINGS["points"][draft.name]
        inside = placed.get((name, country))
        if inside is None:
            raise UnknownPointError(f"settings.toml: {name!r} ({country}) has no coordinates")
        draft.lat, draft.lon = inside.lat, inside.lon
