"""Whether two places can be the same: one in the other, near to it, or called by a part of its name."""

from __future__ import annotations

import math
from dataclasses import dataclass

from factcli.schema import Entity

NEAR_KM = 60.0
KM_PER_DEGREE = 111.2


@dataclass(frozen=True)
class Place:
    """A place as far as articles and the gazetteer know it; `code` is the Kemendagri code, `iso` that of a country."""

    name: str
    kb_id: str | None
    country: str | None
    iso: str | None
    code: str | None
    latitude: float | None
    longitude: float | None

    def holds(self, other: Place) -> bool:
        """True where the other lies in this country or administrative unit."""
        if self.iso is not None and self.iso == other.country:
            return True
        return self.code is not None and other.code is not None and other.code.startswith(self.code)


def place_of(entity: Entity) -> Place:
    """An entity as a place."""
    iso = entity.ids.get("iso", "")
    return Place(
        name=entity.name.casefold(),
        kb_id=entity.kb_id,
        country=entity.country,
        iso=iso if len(iso) == len("ID") else None,
        code=entity.ids.get("kemendagri"),
        latitude=entity.lat,
        longitude=entity.lon,
    )


def can_be_one(one: Place, other: Place) -> bool:
    """True unless the two are known to lie apart."""
    if one.holds(other) or other.holds(one) or are_called_alike(one, other):
        return True
    kilometres = distance(one, other)
    if kilometres is None:
        return one.kb_id is None or other.kb_id is None
    return kilometres <= NEAR_KM


def are_called_alike(one: Place, other: Place) -> bool:
    """True for names with a word in common: `Stadion Maguwoharjo` and `Maguwoharjo`."""
    return bool(set(one.name.split()) & set(other.name.split()))


def distance(one: Place, other: Place) -> float | None:
    """Kilometres between two places on a plane through them; None where one of them is not known."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north = one.latitude - other.latitude
    east = (one.longitude - other.longitude) * math.cos(math.radians(one.latitude))
    return KM_PER_DEGREE * math.hypot(north, east)
