"""Which events a reader asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from factcli.schema import Entity, Facts, Status
from factcli.timeline.account import Account, folded, names_of
from factcli.timeline.identities import Identities
from factcli.timeline.places import Place, place_of
from factcli.timeline.times import LATEST, first_day, is_dated, last_day

# So many names are offered to somebody who got one wrong, as far as they are spelt so much alike (of 100).
MOST_LIKE, ALIKE = 3, 60


@dataclass(frozen=True)
class Wanted:
    """What to keep of the events of some articles; None or nothing keeps all.

    `about` are names or ids (Q7747) of which one is enough, `place` is one; a country or an administrative unit holds
    the places in it. `earliest` and `latest` are ISO days: what can fall between them is kept.
    """

    documents: Sequence[Facts]
    about: Collection[str] = ()
    place: str | None = None
    earliest: str | None = None
    latest: str | None = None
    types: Collection[str] = ()
    statuses: Collection[Status] = ()

    def keeps(self, account: Account) -> bool:
        """True for an event that was asked for."""
        event = account.event
        return (
            (not self.about or not self._about.isdisjoint(account.participants))
            and (self.place is None or self._is_there(account))
            and (not self.types or event.type in self.types)
            and (not self.statuses or event.status in self.statuses)
            and self._falls_between(account)
        )

    @cached_property
    def _about(self) -> frozenset[str]:
        """The identities, across the articles, of those who were asked for."""
        identities = Identities(self.documents)
        return frozenset(map(identities.of, named(self.documents, *self.about)))

    @cached_property
    def _places(self) -> list[Place]:
        """The places that the name asked for has in the articles."""
        return [place_of(entity) for entity in named(self.documents, self.place or "") if entity.label == "LOC"]

    def _is_there(self, account: Account) -> bool:
        return any(
            place == asked or asked.holds(place) or (place.kb_id or place.name) == (asked.kb_id or asked.name)
            for place in account.where
            for asked in self._places
        )

    def _falls_between(self, account: Account) -> bool:
        if self.earliest is None and self.latest is None:
            return True
        when = account.event.when
        return is_dated(when) and last_day(when) >= (self.earliest or "") and first_day(when) <= (self.latest or LATEST)


def named(documents: Sequence[Facts], *names: str) -> list[Entity]:
    """The entities that the articles call so, or that have such an id; else the people of whose names it is a part."""
    is_called = _calling(documents, names)
    return [entity for facts in documents for entity in facts.entities if is_called(entity)]


def _calling(documents: Sequence[Facts], names: Iterable[str]) -> Callable[[Entity], bool]:
    """Whether an entity has one of the names as a whole; where none has, whether a person has it in part."""
    asked = frozenset(map(folded, names))

    def wholly(entity: Entity) -> bool:
        return not asked.isdisjoint(names_of(entity))

    def in_part(entity: Entity) -> bool:
        return entity.label == "PER" and any(f" {name} " in f" {folded(entity.name)} " for name in asked)

    return wholly if any(wholly(entity) for facts in documents for entity in facts.entities) else in_part


class Meant(NamedTuple):
    """Someone, something or somewhere that a name may mean, and in how many articles and events it is found."""

    identity: str
    name: str
    articles: int
    events: int


def meant(documents: Sequence[Facts], *names: str) -> list[Meant]:
    """Whom the articles mean by these names, the most frequent first; one person of several articles is one."""
    identities, is_called = Identities(documents), _calling(documents, names)
    found: dict[str, list[tuple[str, int]]] = {}
    for facts in documents:
        counts = Counter(id for event in facts.events for id in {*event.agents, *event.patients, *event.places})
        for entity in filter(is_called, facts.entities):
            found.setdefault(identities.of(entity), []).append((entity.name, counts[entity.id]))
    rows = [
        Meant(who, max((name for name, _ in seen), key=len), len(seen), sum(count for _, count in seen))
        for who, seen in found.items()
    ]
    return sorted(rows, key=lambda row: (-row.events, -row.articles, row.name))


def names_like(documents: Iterable[Facts], name: str, *, are_places: bool = False) -> list[str]:
    """The names in the articles, or those of places alone, spelt most like `name`, for somebody who got it wrong."""
    from rapidfuzz.process import extract

    entities = (entity for facts in documents for entity in facts.entities)
    names = dict.fromkeys(entity.name for entity in entities if entity.label == "LOC" or not are_places)
    found = extract(folded(name), list(names), processor=folded, limit=MOST_LIKE, score_cutoff=ALIKE)
    return [match for match, _, _ in found]
