"""The entities and dates of an article by the ids under which its events name them."""

from __future__ import annotations

from factcli.schema import Entity, Event, Facts, Role, When


class Lookup:
    """What the ids in one article's events stand for; an id that the article does not have is passed over."""

    def __init__(self, facts: Facts) -> None:
        self._entities = {entity.id: entity for entity in facts.entities}
        self._dates = {date.id: date for date in facts.dates}

    def having(self, event: Event, *roles: Role) -> list[Entity]:
        """The entities with these roles in an event of the article, role by role."""
        ids = (id for role in roles for id in getattr(event, role))
        return [self._entities[id] for id in ids if id in self._entities]

    def modifier_of(self, when: When | None) -> str | None:
        """The TIMEX3 modifier of the date expression that gives a time, if it says that and nothing else."""
        date = self._dates.get(when.date or "") if when is not None else None
        return date.mod if date is not None and when is not None and date.value == when.value else None
