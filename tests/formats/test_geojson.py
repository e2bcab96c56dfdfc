"""GeoJSON, read by the geojson library."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factcli.formats.geojson import facts_geojson, timeline_geojson
from formats.made import BITUNG, entity, entries, facts

geojson: Any = pytest.importorskip("geojson", reason="the geojson library reads")


def read(written: str) -> dict[str, Any]:
    """Return the places by name; fails where the collection is not valid."""
    collection = geojson.loads(written)
    assert isinstance(collection, geojson.FeatureCollection)
    assert collection.is_valid, collection.errors()
    return {feature.properties["name"]: feature for feature in collection.features}


def test_places_with_what_happens_there() -> None:
    places = read("".join(facts_geojson([facts()])))
    assert set(places) == {"Bitung", "Manado"}
    bitung = places["Bitung"]
    # Longitude first (RFC 7946, section 3.1.1).
    assert bitung.geometry.coordinates == [BITUNG["lon"], BITUNG["lat"]]
    assert bitung.properties["kb_id"] == "Q5930"
    assert bitung.properties["mentions"] == 1
    (opening,) = bitung.properties["events"]
    assert (opening["document"], opening["event"], opening["when"]["value"]) == ("pasar", "v1", "2020-02-03")
    assert places["Manado"].properties["events"][0]["status"] == "planned"


def test_one_place_in_two_articles_is_one_feature() -> None:
    places = read("".join(facts_geojson([facts("a"), facts("b")])))
    assert len(places) == 2
    assert places["Bitung"].properties["mentions"] == 2
    assert [event["document"] for event in places["Bitung"].properties["events"]] == ["a", "b"]


def test_without_coordinates_no_feature() -> None:
    article = facts()
    article.entities = [entity("e2", "LOC", "Bitung"), entity("e3", "LOC", "Manado", lat=1.4, lon=None)]
    assert json.loads("".join(facts_geojson([article]))) == {"type": "FeatureCollection", "features": []}


def test_a_timeline_has_the_places_of_its_entries() -> None:
    timeline = entries("a#")
    timeline[0].events.append("b#v1")
    places = read(timeline_geojson(timeline[:1], [facts("a"), facts("b")]))
    assert set(places) == {"Bitung"}
    (entry,) = places["Bitung"].properties["entries"]
    assert (entry["summary"], entry["events"], entry["status"]) == (timeline[0].summary, ["a#v1", "b#v1"], "actual")
