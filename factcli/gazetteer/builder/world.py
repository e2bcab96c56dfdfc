"""Cities and first-level regions of the world, seas, islands, mountains, lakes, rivers and airports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcli.gazetteer.builder.draft import Draft
from factcli.gazetteer.builder.sources import SETTINGS, Sources, country_code, integer, number, qid, slug
from factcli.gazetteer.builder.trust import LabelIndex, basis_of

UNITS = SETTINGS["units"]
# Lists of what the world knows: who stands in one is likelier to be meant.
FAMOUS = frozenset({"e1", "e2"})
KNOWN_CITY = 0.5


def cities(sources: Sources, index: LabelIndex) -> Iterator[Draft]:
    """Natural Earth's cities, then the cities over 100,000 that only GeoNames has; capitals first in weight."""
    local = _cldr_cities(sources)
    older = {row["qid"]: row for row in sources.rows("g2", "ne_10m_populated_places.tsv")}
    seen: set[str] = set()
    for row in sources.rows("g1", "ne_50m_populated_places.id.tsv"):
        geonames = integer(row["geonameid"]) or integer(older.get(row["qid"], {}).get("geonameid", ""))
        seen |= {geonames, row["qid"]}
        draft = _city(row, row["name_id"] or row["name_en"] or row["name"], geonames, ["g1"], local)
        if index.sources_of(row["qid"], "LOC", [row["name_en"], row["name"]]) & FAMOUS:
            draft.prior = max(draft.prior, KNOWN_CITY)
        yield draft
    carried = Counter(row["qid"] for row in older.values())
    for row in sources.rows("g2", "ne_10m_populated_places.tsv"):
        geonames, item = integer(row["geonameid"]), row["qid"]
        population = number(row["pop_max"]) or 0
        if not qid(item) or item in seen or carried[item] > 1 or population < 50_000:
            continue
        seen |= {geonames, item}
        codes = index.sources_of(item, "LOC", [row["name"], row["name_en"]])
        draft = _city({**row, "pop": row["pop_max"]}, row["name_en"] or row["name"], geonames, ["g2"], local)
        draft.basis = basis_of(codes)
        draft.add_source(*sorted(codes & FAMOUS))
        yield draft
    for row in sources.rows("g3", "cities15000.tsv"):
        population = number(row["population"]) or 0
        if row["geonameid"] in seen or population < (15_000 if row["iso2"] == "ID" else 100_000):
            continue
        yield _city(
            {**row, "iso_a2": row["iso2"], "pop": row["population"]}, row["name"], row["geonameid"], ["g3"], local
        )


def _city(row: dict[str, str], name: str, geonames: str, codes: list[str], local: dict[str, str]) -> Draft:
    capital = row.get("featurecla", "").startswith("Admin-0 capital")
    population = number(row.get("pop", "")) or 0
    if capital:
        prior = 0.92 if population > 1_000_000 else 0.8 if population > 300_000 else 0.6
    else:
        prior = 0.6 if population > 3_000_000 else 0.45 if population > 500_000 else 0.3
    if row["iso_a2"] == "ID":
        prior = max(prior, 0.4)
    draft = Draft(
        key=f"fc-gn-{geonames}" if geonames else f"fc-city-{slug(row['iso_a2'] + ' ' + name)}",
        label="LOC",
        kind="capital" if capital else "city",
        name=name,
        country=country_code(row["iso_a2"]),
        lat=number(row["lat"]),
        lon=number(row["lon"]),
        wikidata=qid(row.get("qid", "")),
        geonames=geonames,
        prior=prior,
        sources=list(codes),
    )
    draft.add_alias(row["name"], codes[0])
    draft.add_alias(row.get("name_en", ""), codes[0])
    english = row.get("name_en", "") or row["name"]
    if english in local:
        draft.add_alias(local[english], "c4")
    return draft


def _cldr_cities(sources: Sources) -> dict[str, str]:
    """The Indonesian name of cities that time zones are called by."""
    return {
        r["tz"].split("/")[-1].replace("_", " "): r["city_id"] for r in sources.rows("c4", "exemplar_cities.id.tsv")
    }


def regions(sources: Sources, index: LabelIndex) -> Iterator[Draft]:
    """First-level regions of all countries but Indonesia, whose provinces come from its own sources."""
    for row in sources.rows("g1", "ne_10m_admin_1_states_provinces.id.tsv"):
        name = row["name_id"] or row["name_en"] or row["name"]
        if not qid(row["qid"]) or not name or row["iso_a2"] == "ID":
            continue
        draft = Draft(
            key=f"fc-region-{slug(row['iso_3166_2'] + ' ' + name)}",
            label="LOC",
            kind="region",
            name=name,
            country=country_code(row["iso_a2"]),
            lat=number(row["lat"]),
            lon=number(row["lon"]),
            wikidata=row["qid"],
            geonames=integer(row["geonameid"]),
            iso=row["iso_3166_2"] if "~" not in row["iso_3166_2"] else "",
            prior=0.46 if index.sources_of(row["qid"], "LOC", [row["name_en"], row["name"]]) & FAMOUS else 0.25,
            sources=["g1"],
        )
        draft.add_alias(row["name_en"], "g1")
        draft.add_alias(row["name"], "g1")
        yield draft


# Natural Earth's feature class -> our kind, the unit whose generic nouns make further names, and the prior.
FEATURES: dict[str, tuple[str, str, float]] = {
    "ocean": ("sea", "", 0.9),
    "sea": ("sea", "", 0.8),
    "gulf": ("sea", "", 0.6),
    "bay": ("sea", "", 0.5),
    "strait": ("strait", "", 0.7),
    "channel": ("strait", "", 0.5),
    "sound": ("sea", "", 0.3),
    "Continent": ("continent", "", 0.9),
    "Island": ("island", "island", 0.5),
    "Island group": ("island", "island_group", 0.5),
    "island": ("island", "island", 0.4),
    "Peninsula": ("peninsula", "", 0.5),
    "Range/mtn": ("mountain", "", 0.4),
    "Desert": ("desert", "", 0.4),
    "Plateau": ("plateau", "", 0.3),
    "Geoarea": ("area", "", 0.3),
    "mountain": ("mountain", "volcano", 0.4),
    "Lake": ("lake", "lake", 0.4),
    "Reservoir": ("lake", "", 0.3),
    "Alkaline Lake": ("lake", "lake", 0.3),
    "River": ("river", "river", 0.4),
    "Airport": ("airport", "airport", 0.5),
}
TABLES = (
    "ne_10m_geography_marine_polys.id.tsv",
    "ne_10m_geography_regions_polys.id.tsv",
    "ne_10m_geography_regions_points.id.tsv",
    "ne_10m_geography_regions_elevation_points.id.tsv",
    "ne_10m_lakes.id.tsv",
    "ne_10m_rivers_lake_centerlines.id.tsv",
    "ne_10m_airports.id.tsv",
)


def nature(sources: Sources) -> Iterator[Draft]:
    """Seas, islands, mountains, lakes, rivers and airports that Natural Earth gives an id and an Indonesian name."""
    for table in TABLES:
        for row in sources.rows("g1", table):
            kind, unit, prior = FEATURES.get(row["featurecla"], ("", "", 0.0))
            if not kind or not qid(row["qid"]) or not row["name_id"] or row["qid"] in SETTINGS["wrong_ids"]["g1"]:
                continue
            # Some names stand in capitals, as on the map.
            name = row["name_id"].title() if row["name_id"].isupper() else row["name_id"]
            draft = Draft(
                key=f"fc-{kind}-{slug(name)}",
                label="LOC",
                kind=kind,
                name=name,
                country=country_code(row["iso_a2"]),
                lat=number(row["lat"]),
                lon=number(row["lon"]),
                wikidata=row["qid"],
                prior=prior,
                sources=["g1"],
            )
            _add_generic(draft, unit)
            draft.add_alias(row["name_en"].title() if row["name_en"].isupper() else row["name_en"], "g1")
            yield draft
    yield from _volcanoes(sources)


def _add_generic(draft: Draft, unit: str) -> None:
    """The name with and without its generic noun; mountains and rivers are called by the bare name only abroad."""
    prefixes = UNITS.get(unit, {}).get("prefixes", [])
    longest = sorted(prefixes, key=len, reverse=True)
    bare = next((draft.name[len(p) + 1 :] for p in longest if draft.name.startswith(p + " ")), draft.name)
    if unit in {"lake", "river", "volcano"} and bare == draft.name:
        draft.name = f"{prefixes[0]} {bare}"
    for prefix in prefixes:
        draft.add_alias(f"{prefix} {bare}", "g1")
    if unit in {"island", "island_group"}:
        draft.add_alias(bare, "g1", "short")


def _volcanoes(sources: Sources) -> Iterator[Draft]:
    """Indonesia's volcanoes of the Smithsonian list: named with the generic noun only, the bare name is too common."""
    prefixes = UNITS["volcano"]["prefixes"]
    for row in sources.rows("g7", "volcano_db.csv"):
        if row["Country"] != "Indonesia":
            continue
        bare = row["Volcano Name"]
        draft = Draft(
            key=f"fc-volcano-{slug(bare)}",
            label="LOC",
            kind="volcano",
            name=f"{prefixes[0]} {bare}",
            country="ID",
            lat=number(row["Latitude"]),
            lon=number(row["Longitude"]),
            prior=0.5,
            sources=["g7"],
        )
        for prefix in prefixes[1:]:
            draft.add_alias(f"{prefix} {bare}", "g7")
        yield draft


def same_place(one: Draft, other: Draft) -> bool:
    """Whether two drafts of places that bear one name are one: not of two countries, and within half a degree."""
    if one.country and other.country and one.country != other.country:
        return False
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return abs(one.lat - other.lat) < 0.5 and abs(one.lon - other.lon) < 0.5
