"""Countries and territories: names from CLDR, ids from Natural Earth, GeoNames ids and ISO codes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from factcli.gazetteer.builder.draft import Draft
from factcli.gazetteer.builder.sources import SETTINGS, Sources, integer, number, qid

Point = tuple[float, float]


def countries(sources: Sources) -> Iterator[Draft]:
    """One draft for each ISO 3166-1 code; the id is Natural Earth's unless settled by hand in the settings."""
    earth = {row["ISO_A2_EH"]: row for row in reversed(list(sources.rows("g1", "ne_10m_admin_0_countries.csv")))}
    units = {
        row["iso_a2"]: row["qid"] for row in sources.rows("g1", "ne_10m_admin_0_map_subunits.id.tsv") if row["iso_a2"]
    }
    cldr = {row["code"]: row["name_id"] for row in sources.rows("c4", "territories.id.tsv")}
    other_names = sources.json("c6", "id.json")["countries"]
    centres = _centres(sources)
    populations = sources.json("g3", "countries.json")
    press, settled = SETTINGS["country_names"], SETTINGS["country_ids"]
    for row in sources.rows("c2", "country-codes.csv"):
        code = row["ISO3166-1-Alpha-2"]
        geo = earth.get(code, {})
        item = settled.get(code) or qid(geo.get("WIKIDATAID", "")) or qid(units.get(code, ""))
        if code not in cldr or not item:
            continue
        population = populations.get(code, {}).get("population", 0)
        draft = Draft(
            key=f"fc-country-{code.lower()}",
            label="LOC",
            kind="country" if population > 1_000_000 or row["is_independent"] == "Yes" else "territory",
            name=press.get(code, cldr[code]),
            country=code,
            lat=centres.get(code, (None, None))[0],
            lon=centres.get(code, (None, None))[1],
            wikidata=item,
            geonames=integer(row["Geoname ID"]),
            iso=code,
            prior=0.97 if population > 1_000_000 else 0.7,
            sources=["c4", "g1", "c2"],
        )
        draft.add_alias(cldr[code], "c4")
        draft.add_alias(cldr.get(f"{code}-alt-variant", ""), "c4")
        draft.add_alias(geo.get("NAME_ID", ""), "g1")
        names = other_names.get(code, [])
        for name in [names] if isinstance(names, str) else names:
            draft.add_alias(name, "c6")
        draft.add_alias(geo.get("NAME_EN", ""), "g1")
        yield draft


def _centres(sources: Sources) -> dict[str, Point]:
    """A point for each country: the mean of its first-level regions, for Natural Earth's tables give none."""
    points: dict[str, list[Point]] = {}
    for row in sources.rows("g1", "ne_10m_admin_1_states_provinces.id.tsv"):
        lat, lon = number(row["lat"]), number(row["lon"])
        if lat is not None and lon is not None:
            points.setdefault(row["iso_a2"], []).append((lat, lon))
    return {code: mean_point(regions) for code, regions in points.items()}


def mean_point(points: Sequence[Point]) -> Point:
    """The mean of points in degrees to two decimals; longitudes are averaged round the circle (Fiji, Russia)."""
    east = sum(math.cos(math.radians(lon)) for _, lon in points)
    north = sum(math.sin(math.radians(lon)) for _, lon in points)
    return round(sum(lat for lat, _ in points) / len(points), 2), round(math.degrees(math.atan2(north, east)), 2)
