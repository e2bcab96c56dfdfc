"""Places with what happens there as GeoJSON (RFC 7946): one feature per place that has coordinates, WGS 84."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factcli.formats.cited_events import CitedEvent, cited_events, cited_in, status_of
from factcli.formats.encoding import to_json
from factcli.formats.sources import by_id, quoted, source_of, sources_of
from factcli.schema import Entity, Facts, Quantity, TimelineEntry


def facts_geojson(documents: Iterable[Facts]) -> Iterator[str]:
    """Yield the collection of all places of the articles, with every event there, dated or not, and its quantities."""
    places: dict[str, dict[str, Any]] = {}
    for facts in documents:
        located = {}
        for entity in filter(_is_located, facts.entities):
            located[entity.id] = _feature(places, entity)
            properties = located[entity.id]["properties"]
            properties["mentions"] = properties.get("mentions", 0) + len(entity.mentions)
            properties.setdefault("events", [])
        measured: defaultdict[str | None, list[Quantity]] = defaultdict(list)
        for quantity in facts.quantities:
            measured[quantity.event].append(quantity)
        for event in facts.events:
            for name in event.places:
                if name in located:
                    there: dict[str, Any] = {"document": facts.id, "event": event.id, "when": event.when}
                    there |= {"summary": event.summary, "type": event.type, "status": event.status}
                    there |= {"quantities": measured[event.id], "source": source_of(facts)}
                    located[name]["properties"]["events"].append(there)
    yield _collection(places)


def timeline_geojson(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> str:
    """Return the collection of the places of the entries, with the entries there, their figures and their sources."""
    by_event, known = cited_events(documents), by_id(documents)
    places: dict[str, dict[str, Any]] = {}
    for entry in entries:
        cited = cited_in(entry, by_event)
        there: dict[str, Any] = {"when": entry.when, "summary": entry.summary, "events": entry.events}
        there |= {"figures": entry.figures, "status": status_of(cited)}
        there |= {"evidence": quoted(entry, known), "sources": sources_of(cited)}
        for entity in _places(cited):
            entries_there = _feature(places, entity)["properties"].setdefault("entries", [])
            if not entries_there or entries_there[-1] is not there:
                entries_there.append(there)
    return _collection(places)


def _places(cited: Sequence[CitedEvent]) -> Iterator[Entity]:
    for event, _, lookup in cited:
        yield from filter(_is_located, lookup.having(event, "places"))


def _is_located(entity: Entity) -> bool:
    return entity.label == "LOC" and entity.lat is not None and entity.lon is not None


def _feature(places: dict[str, dict[str, Any]], entity: Entity) -> dict[str, Any]:
    """Return the feature of a place, the same for one place in several articles."""
    properties = {
        "name": entity.name,
        "kb_id": entity.kb_id,
        "ids": entity.ids,
        "country": entity.country,
    }
    point = {"type": "Point", "coordinates": [entity.lon, entity.lat]}
    key = entity.kb_id or f"{entity.name} {entity.lat} {entity.lon}"
    return places.setdefault(key, {"type": "Feature", "geometry": point, "properties": properties})


def _collection(places: dict[str, dict[str, Any]]) -> str:
    return to_json({"type": "FeatureCollection", "features": list(places.values())}) + "\n"
