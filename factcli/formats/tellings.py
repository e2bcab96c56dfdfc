"""What stands behind an entry of a timeline: the events that tell it, with the documents they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factcli.schema import Entity, Event, Facts, Status, TimelineEntry, When


class Telling(NamedTuple):
    """An event and the document that tells it."""

    event: Event
    facts: Facts


def tellings_of(documents: Sequence[Facts]) -> dict[str, Telling]:
    """Return every event by the name that entries call it: `v1` of one document, `DOCUMENT#v1` of several."""
    several = len(documents) > 1
    return {
        f"{facts.id}#{event.id}" if several else event.id: Telling(event, facts)
        for facts in documents
        for event in facts.events
    }


def told(entry: TimelineEntry, tellings: Mapping[str, Telling]) -> list[Telling]:
    """Return what tells the entry, in its order."""
    return [tellings[name] for name in entry.events if name in tellings]


def status_of(telling: Iterable[Telling]) -> Status:
    """Return the status of an entry: `actual` where one telling says that it happened, else what the first says."""
    statuses = [event.status for event, _ in telling]
    return "actual" if "actual" in statuses or not statuses else statuses[0]


def modifier_of(when: When | None, facts: Facts) -> str | None:
    """Return the TIMEX3 modifier of the date expression that gives a time, if it tells that and nothing else."""
    if when is None:
        return None
    return next((date.mod for date in facts.dates if date.id == when.date and date.value == when.value), None)


def modifier_of_entry(entry: TimelineEntry, telling: Iterable[Telling]) -> str | None:
    """Return the modifier of the date expression that gives the entry its time, as `modifier_of`."""
    named = (facts for _, facts in telling if entry.document in (None, facts.id))
    return next((modifier_of(entry.when, facts) for facts in named), None)


def sources(telling: Iterable[Telling]) -> list[Facts]:
    """Return the documents that tell an entry, each once."""
    return list({id(facts): facts for _, facts in telling}.values())


def source_names(telling: Iterable[Telling]) -> list[str]:
    """Return what the documents that tell an entry are called: by their outlet, else by their id; each name once."""
    return list(dict.fromkeys(facts.source or facts.id for facts in sources(telling)))


def participants(telling: Iterable[Telling], role: str) -> list[Entity]:
    """Return those who have a role (`agents`, `patients`, `places`, `reported_by`), each name once."""
    found: dict[tuple[str, str], Entity] = {}
    for event, facts in telling:
        entities = {entity.id: entity for entity in facts.entities}
        for name in getattr(event, role):
            if (entity := entities.get(name)) is not None:
                found.setdefault((entity.label, entity.kb_id or entity.name), entity)
    return list(found.values())
