"""An event with what is needed to tell whether another article, or another sentence, tells the same one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcli.schema import Entity, Event, Facts, When


def identity(entity: Entity) -> str:
    """What makes two entities of different articles the same: the Wikidata id, else our key, else label and name."""
    return entity.kb_id or entity.ids.get("factcli") or f"{entity.label}:{entity.name.casefold()}"


@dataclass(frozen=True)
class Happening:
    """An event, the name by which its entry calls it, and the identities of those who take part.

    `names` are what a reader may ask for; `countries` the codes of the places that are countries, `within` the codes
    of the countries in which the places lie.
    """

    name: str
    event: Event
    place: tuple[int, int]
    agents: frozenset[str]
    patients: frozenset[str]
    places: frozenset[str]
    names: frozenset[str]
    countries: frozenset[str]
    within: frozenset[str]

    @property
    def participants(self) -> frozenset[str]:
        """Whoever and whatever has a role in it."""
        return self.agents | self.patients | self.places


def happenings_of(facts: Facts, number: int, prefix: str) -> Iterator[Happening]:
    """The events of the `number`th article that belong on a timeline; names begin with `prefix`."""
    entities = {entity.id: entity for entity in facts.entities}
    for event in facts.events:
        if not belongs(event):
            continue
        yield Happening(
            name=f"{prefix}{event.id}",
            event=event,
            place=(number, event.trigger.start),
            agents=_identities(event.agents, entities),
            patients=_identities(event.patients, entities),
            places=_identities(event.places, entities),
            names=_names([*event.agents, *event.patients, *event.places], entities),
            countries=frozenset(filter(None, (country_of(entities.get(id)) for id in event.places))),
            within=frozenset(entities[id].country or "" for id in event.places if id in entities),
        )


def country_of(entity: Entity | None) -> str | None:
    """The ISO code of a place that is a country; None for any other."""
    code = entity.ids.get("iso") if entity is not None else None
    return code if code is not None and len(code) == len("ID") else None


def _identities(ids: Sequence[str], entities: Mapping[str, Entity]) -> frozenset[str]:
    return frozenset(identity(entities[id]) for id in ids if id in entities)


def _names(ids: Sequence[str], entities: Mapping[str, Entity]) -> frozenset[str]:
    """Everything by which a reader may ask for those who take part: names, mentions, ids."""
    involved = [entities[id] for id in ids if id in entities]
    return frozenset(
        text.casefold()
        for entity in involved
        for text in (entity.name, identity(entity), *(mention.text for mention in entity.mentions))
    )


def belongs(event: Event) -> bool:
    """True for what a reader wants on a timeline.

    Not for sayings that only carry a quotation; without a time only what is planned, of a known type, and has somebody
    or somewhere to it.
    """
    if event.class_ == "REPORTING" and event.type == "quote":
        return False
    if is_dated(event.when):
        return True
    involved = len({*event.agents, *event.patients, *event.places})
    return event.class_ == "OCCURRENCE" and event.status == "planned" and event.type is not None and involved >= 2


def is_dated(when: When | None) -> bool:
    """True for a time with a first or last day."""
    return when is not None and (when.earliest is not None or when.latest is not None)
