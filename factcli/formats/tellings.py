"""What stands behind an entry of a timeline: the events that tell it, with the documents they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factcli.schema import Entity, Event, Facts, Status, TimelineEntry
from factcli.timeline.lookup import Lookup, Role


class Telling(NamedTuple):
    """An event, the document that tells it, and what the ids in the event stand for."""

    event: Event
    facts: Facts
    lookup: Lookup


def tellings_of(documents: Sequence[Facts]) -> dict[str, Telling]:
    """Return every event by the name that entries call it: `v1` of one document, `DOCUMENT#v1` of several."""
    several = len(documents) > 1
    return {
        f"{facts.id}#{event.id}" if several else event.id: Telling(event, facts, lookup)
        for facts, lookup in zip(documents, map(Lookup, documents), strict=True)
        for event in facts.events
    }


def told(entry: TimelineEntry, tellings: Mapping[str, Telling]) -> list[Telling]:
    """Return what tells the entry, in its order."""
    return [tellings[name] for name in entry.events if name in tellings]


def status_of(telling: Iterable[Telling]) -> Status:
    """Return the status of an entry: `actual` where one telling says that it happened, else what the first says."""
    statuses = [event.status for event, *_ in telling]
    return "actual" if "actual" in statuses or not statuses else statuses[0]


def modifier_of_entry(entry: TimelineEntry, telling: Iterable[Telling]) -> str | None:
    """Return the TIMEX3 modifier of the date expression that gives the entry its time, if it tells that alone."""
    named = (lookup for _, facts, lookup in telling if entry.document in (None, facts.id))
    return next((lookup.modifier_of(entry.when) for lookup in named), None)


def sources(telling: Iterable[Telling]) -> list[Facts]:
    """Return the documents that tell an entry, each once."""
    return list({id(facts): facts for _, facts, _ in telling}.values())


def source_names(telling: Iterable[Telling]) -> list[str]:
    """Return what the documents that tell an entry are called: by their outlet, else by their id; each name once."""
    return list(dict.fromkeys(facts.source or facts.id for facts in sources(telling)))


def participants(telling: Iterable[Telling], role: Role) -> list[Entity]:
    """Return those who have a role, each name once."""
    found: dict[tuple[str, str], Entity] = {}
    for event, _, lookup in telling:
        for entity in lookup.having(event, role):
            found.setdefault((entity.label, entity.kb_id or entity.name), entity)
    return list(found.values())
