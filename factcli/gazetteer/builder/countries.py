"""Countries and territories: names from CLDR, ids from Natural Earth, GeoNames ids and ISO codes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcli.gazetteer.builder.draft import Draft
from factcli.gazetteer.builder.points import amid
from factcli.gazetteer.builder.sources import SETTINGS, Sources, integer, number, qid
from factcli.gazetteer.distance import Point


def countries(sources: Sources) -> Iterator[Draft]:
    """One draft for each ISO 3166-1 code; the id is Natural Earth's unless settled by hand in the settings."""
    earth = {row["ISO_A2_EH"]: row for row in reversed(list(sources.rows("g1", "ne_10m_admin_0_countries.csv")))}
    units = {
        row["iso_a2"]: row["qid"] for row in sources.rows("g1", "ne_10m_admin_0_map_subunits.id.tsv") if row["iso_a2"]
    }
    cldr = {row["code"]: row["name_id"] for row in sources.rows("c4", "territories.id.tsv")}
    other_names = sources.json("c6", "id.json")["countries"]
    points = _points(sources)
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
            lat=points.get(code, (None, None))[0],
            lon=points.get(code, (None, None))[1],
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


def _points(sources: Sources) -> dict[str, Point]:
    """A point for each country: that of the region amid its regions, else of its capital (Natural Earth)."""
    regions: defaultdict[str, list[Point]] = defaultdict(list)
    for row in sources.rows("g1", "ne_10m_admin_1_states_provinces.id.tsv"):
        lat, lon = number(row["lat"]), number(row["lon"])
        if lat is not None and lon is not None:
            regions[row["iso_a2"]].append((lat, lon))
    points = {code: amid(inside) for code, inside in regions.items()}
    for row in sources.rows("g1", "ne_50m_populated_places.id.tsv"):
        lat, lon = number(row["lat"]), number(row["lon"])
        if row["featurecla"].startswith("Admin-0 capital") and lat is not None and lon is not None:
            points.setdefault(row["iso_a2"], (lat, lon))
    return {code: (round(lat, 2), round(lon, 2)) for code, (lat, lon) in points.items()}
