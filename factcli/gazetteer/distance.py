"""How far two points of the earth are from each other."""

from __future__ import annotations

import math

# Of the earth, in kilometres.
RADIUS = 6371.0
Point = tuple[float, float]


def kilometres(one: Point, other: Point) -> float:
    """The distance on the sphere of two points, latitude and longitude in degrees (haversine formula)."""
    (south, west), (north, east) = (map(math.radians, point) for point in (one, other))
    square = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * RADIUS * math.asin(math.sqrt(min(1.0, square)))
