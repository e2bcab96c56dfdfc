"""The entities and dates of an article by the ids under which its events name them."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, TypeAlias

from factcli.schema import Entity, Event, Facts, When

Role: TypeAlias = Literal["agents", "patients", "places", "reported_by"]
# Names of more words are not looked for.
LONGEST_NAME = 8
# What may stand around a name in a text.
MARKS = ",.;:!?()\"'“”‘’"


class Lookup:
    """What the ids in one article's events stand for; an id that the article does not have is passed over."""

    def __init__(self, facts: Facts) -> None:
        self._entities = {entity.id: entity for entity in facts.entities}
        self._dates = {date.id: date for date in facts.dates}
        self._facts = facts

    def having(self, event: Event, *roles: Role) -> list[Entity]:
        """The entities with these roles in an event of the article, role by role."""
        ids = (id for role in roles for id in getattr(event, role))
        return [self._entities[id] for id in ids if id in self._entities]

    @cached_property
    def _spelt(self) -> dict[str, str]:
        """The mentions, without the marks around them -> whom they mean."""
        mentions = ((mention.text, entity.id) for entity in self._facts.entities for mention in entity.mentions)
        return {" ".join(text.split()).strip(MARKS): id for text, id in mentions}

    def named_in(self, text: str) -> int:
        """How many entities of the article a text names; of names in names the longest counts."""
        words = text.split()
        found: set[str] = set()
        start = 0
        while start < len(words):
            ends = range(min(len(words), start + LONGEST_NAME), start, -1)
            stretches = ((end, " ".join(words[start:end]).strip(MARKS)) for end in ends)
            end, name = next(((end, one) for end, one in stretches if one in self._spelt), (start + 1, None))
            found |= {self._spelt[name]} if name is not None else set()
            start = end
        return len(found)

    def modifier_of(self, when: When | None) -> str | None:
        """The TIMEX3 modifier of the date expression that gives a time, if it says that and nothing else."""
        date = self._dates.get(when.date or "") if when is not None else None
        return date.mod if date is not None and when is not None and date.value == when.value else None
