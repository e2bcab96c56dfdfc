"""Which happenings a reader asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from factcli.schema import Entity, Facts, Status
from factcli.timeline.happenings import Happening, is_dated, names_of
from factcli.timeline.places import Place, place_of
from factcli.timeline.times import LATEST, first_day, last_day


@dataclass(frozen=True)
class Wanted:
    """What to keep; None or nothing keeps all.

    `about` and `place` are names or ids (Q7747); a country or an administrative unit holds the places in it. `earliest`
    and `latest` are ISO days: what can fall between them is kept.
    """

    about: str | None = None
    place: str | None = None
    earliest: str | None = None
    latest: str | None = None
    types: Collection[str] = ()
    statuses: Collection[Status] = ()

    def chooser(self, documents: Sequence[Facts]) -> Chooser:
        """The filter for these articles."""
        places = [place_of(entity) for entity in named(documents, self.place) if entity.label == "LOC"]
        return Chooser(self, tuple(places))


@dataclass(frozen=True)
class Chooser:
    """A filter with the places that the name asked for has in the articles."""

    wanted: Wanted
    asked_places: tuple[Place, ...]

    def keeps(self, happening: Happening) -> bool:
        """True for a happening that was asked for."""
        wanted, event = self.wanted, happening.event
        return (
            (wanted.about is None or folded(wanted.about) in happening.names)
            and (wanted.place is None or self._is_there(happening))
            and (not wanted.types or event.type in wanted.types)
            and (not wanted.statuses or event.status in wanted.statuses)
            and self._falls_between(happening)
        )

    def _is_there(self, happening: Happening) -> bool:
        return any(
            place == asked or asked.holds(place) or (place.kb_id or place.name) == (asked.kb_id or asked.name)
            for place in happening.where
            for asked in self.asked_places
        )

    def _falls_between(self, happening: Happening) -> bool:
        earliest, latest = self.wanted.earliest, self.wanted.latest
        if earliest is None and latest is None:
            return True
        when = happening.event.when
        return is_dated(when) and last_day(when) >= (earliest or "") and first_day(when) <= (latest or LATEST)


def folded(name: str) -> str:
    """A name as names are compared: case folded, with single spaces."""
    return " ".join(name.casefold().split())


def named(documents: Iterable[Facts], name: str | None) -> list[Entity]:
    """The entities that the articles call so, or that have this id."""
    if name is None:
        return []
    return [entity for facts in documents for entity in facts.entities if folded(name) in names_of(entity)]


def names_like(documents: Iterable[Facts], name: str, count: int = 3) -> list[str]:
    """The names in the articles that are spelt most like `name`, for somebody who got it wrong."""
    from rapidfuzz.process import extract

    names = dict.fromkeys(entity.name for facts in documents for entity in facts.entities)
    found = extract(folded(name), list(names), processor=folded, limit=count, score_cutoff=60)
    return [match for match, _, _ in found]
