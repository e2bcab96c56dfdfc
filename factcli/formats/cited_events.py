"""What stands behind an entry of a timeline: the events that report it, with the documents they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcli.schema import Entity, Event, Facts, Role, Status, TimelineEntry
from factcli.timeline.lookup import Lookup


class CitedEvent(NamedTuple):
    """An event, the document that reports it, and what the ids in the event stand for."""

    event: Event
    facts: Facts
    lookup: Lookup


def cited_events(documents: Sequence[Facts]) -> dict[str, CitedEvent]:
    """Return every event by the name that entries call it: `v1` of one document, `DOCUMENT#v1` of several."""
    several = len(documents) > 1
    return {
        f"{facts.id}#{event.id}" if several else event.id: CitedEvent(event, facts, lookup)
        for facts, lookup in zip(documents, map(Lookup, documents), strict=True)
        for event in facts.events
    }


def cited_in(entry: TimelineEntry, by_event: Mapping[str, CitedEvent]) -> list[CitedEvent]:
    """Return the events that the entry cites, in its order."""
    return [by_event[name] for name in entry.events if name in by_event]


def sentences_in(cited: Iterable[CitedEvent]) -> Iterator[tuple[str, str, Facts]]:
    """Yield each sentence that reports an entry once: its text, its outlet and day (else its id), its document."""
    seen = set()
    for event, facts, _ in cited:
        place = (id(facts), event.sentence)
        if place not in seen and event.sentence < len(facts.sentences):
            seen.add(place)
            sentence = facts.sentences[event.sentence]
            origin = ", ".join(part for part in (facts.source, facts.published.value) if part) or facts.id
            yield facts.text[sentence.start : sentence.end], origin, facts


def status_of(cited: Iterable[CitedEvent]) -> Status:
    """Return the status of an entry: `actual` where one account says that it happened, else what the first says."""
    statuses = [event.status for event, *_ in cited]
    return "actual" if "actual" in statuses or not statuses else statuses[0]


def modifier_of_entry(entry: TimelineEntry, cited: Iterable[CitedEvent]) -> str | None:
    """Return the TIMEX3 modifier of the date expression that gives the entry its time, if it says that alone."""
    named = (lookup for _, facts, lookup in cited if entry.document in (None, facts.id))
    return next((lookup.modifier_of(entry.when) for lookup in named), None)


def sources(cited: Iterable[CitedEvent]) -> list[Facts]:
    """Return the documents that report an entry, each once."""
    return list({id(facts): facts for _, facts, _ in cited}.values())


def source_names(cited: Iterable[CitedEvent]) -> list[str]:
    """Return what the documents that report an entry are called: by their outlet, else by their id; each name once."""
    return list(dict.fromkeys(facts.source or facts.id for facts in sources(cited)))


def participants(cited: Iterable[CitedEvent], role: Role) -> list[Entity]:
    """Return those who have a role, each name once."""
    found: dict[tuple[str, str], Entity] = {}
    for event, _, lookup in cited:
        for entity in lookup.having(event, role):
            found.setdefault((entity.label, entity.kb_id or entity.name), entity)
    return list(found.values())
