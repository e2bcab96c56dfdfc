"""Joining drafts that are one thing, and writing the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from factcli.gazetteer.builder.draft import Basis, Draft
from factcli.gazetteer.builder.sources import QID, SETTINGS
from factcli.gazetteer.builder.world import same_place
from factcli.gazetteer.folding import fold
from factcli.gazetteer.tables import ALIAS_COLUMNS, ENTITY_COLUMNS

ID_COLUMNS = ["key", "wikidata", "sources"]
APART: tuple[Basis, ...] = ("odbl", "cc-by-sa", "one-source")
# Sources that name places but whose ids nobody vouches for: g2 gives one city's id to another (see SOURCES.md).
UNVOUCHED = frozenset({"g2", "g3", "i2", "i3", "i4", "derived"})


def join(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts of one id and label as one, with the earlier's name and the higher prior; those without id by name. What
    a source calls by its id alone has no name that a text could tell.
    """
    by_id: dict[tuple[str, str], Draft] = {}
    by_geonames: dict[str, Draft] = {}
    by_name: dict[tuple[str, str], list[Draft]] = {}
    joined: list[Draft] = []
    for draft in drafts:
        if QID.fullmatch(draft.name):
            continue
        twin = by_id.get((draft.wikidata, draft.label)) if draft.wikidata else None
        if twin is None and draft.geonames:
            twin = by_geonames.get(draft.geonames)
        if twin is None and not draft.wikidata:
            same = same_place if draft.label == "LOC" else _same_without_id
            namesakes = by_name.get((draft.label, compact(draft.name)), [])
            twin = next((other for other in namesakes if same(draft, other)), None)
        if twin is not None:
            _absorb(twin, draft)
            continue
        if draft.wikidata:
            by_id[draft.wikidata, draft.label] = draft
        if draft.geonames:
            by_geonames[draft.geonames] = draft
        for name in _names_to_join_by(draft):
            by_name.setdefault((draft.label, name), []).append(draft)
        joined.append(draft)
    _drop_shared_ids(joined)
    _drop_unvouched_ids(joined)
    return _with_unique_keys(joined)


def compact(name: str) -> str:
    """The folded name without spaces: lists differ in `Toli-Toli` and `Tolitoli`."""
    return fold(name).replace(" ", "")


def _names_to_join_by(draft: Draft) -> set[str]:
    """The name, and every name of a city of the Ministry's list: others call it without its generic noun."""
    forms = [draft.name, *(draft.aliases if draft.kemendagri and draft.kind == "city" else ())]
    return {compact(form) for form in forms}


def _same_without_id(one: Draft, other: Draft) -> bool:
    """Whether two namesakes of which the later has no id are one: curated rows and lists repeat each other."""
    return one.country == other.country and not (other.wikidata and "curated" in one.sources)


def _absorb(twin: Draft, draft: Draft) -> None:
    twin.prior = max(twin.prior, draft.prior)
    twin.lat, twin.lon = (twin.lat, twin.lon) if twin.lat is not None else (draft.lat, draft.lon)
    twin.geonames = twin.geonames or draft.geonames
    if draft.kind == twin.kind:  # Natural Earth gives some regions the id of their chief city
        twin.iso = twin.iso or draft.iso
    twin.country = twin.country or draft.country
    if draft.wikidata == twin.wikidata and draft.basis == "trusted":
        twin.basis = "trusted"
    twin.add_source(*draft.sources)
    for form in [draft.name, *draft.aliases]:
        twin.add_alias(form, draft.alias_sources.get(form, draft.sources[0]), draft.aliases.get(form, "name"))


def _drop_shared_ids(drafts: list[Draft]) -> None:
    """An id that two rows carry is trusted for one at most: the one by trusted sources, the likelier."""
    carriers: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.wikidata:
            carriers.setdefault(draft.wikidata, []).append(draft)
    for sharing in carriers.values():
        if len(sharing) > 1:
            sharing.sort(key=lambda draft: (draft.basis != "trusted", -draft.prior))
            for draft in sharing if sharing[0].basis != "trusted" else sharing[1:]:
                draft.wikidata = ""


def _drop_unvouched_ids(drafts: Iterable[Draft]) -> None:
    """An id that Natural Earth 4 alone gives is not given; the place keeps its GeoNames id and a key of our own."""
    for draft in drafts:
        if draft.wikidata and draft.basis == "one-source" and set(draft.sources) <= UNVOUCHED:
            draft.wikidata = ""


def _with_unique_keys(drafts: list[Draft]) -> list[Draft]:
    """Keys of our own made unique by a number where a name occurs twice."""
    seen: Counter[str] = Counter()
    for draft in drafts:
        key = draft.stable_key
        seen[key] += 1
        if seen[key] > 1:
            draft.key = f"{draft.key}-{seen[key]}"
    return drafts


def add_transliterations(drafts: Iterable[Draft]) -> None:
    """Gives German names with an umlaut the form without: `Muenchen` beside `München`."""
    table = str.maketrans(SETTINGS["umlauts"]["letters"])
    for draft in drafts:
        if draft.country in SETTINGS["umlauts"]["countries"]:
            for form in [draft.name, *draft.aliases]:
                if form.translate(table) != form:
                    draft.add_alias(form.translate(table), draft.alias_sources.get(form, draft.sources[0]))


def write(drafts: list[Draft], folder: Path) -> None:
    """Writes `entities.tsv`, `aliases.tsv` and the ids that stand apart by licence or trust, sorted by key."""
    drafts = sorted(drafts, key=lambda draft: draft.stable_key)
    rows = []
    for d in drafts:
        item = d.wikidata if d.basis == "trusted" else ""
        degrees = ["" if value is None else f"{value:g}" for value in (d.lat, d.lon)]
        ids = [item, d.geonames, d.iso, d.kemendagri, d.bps]
        rows.append(
            [d.stable_key, d.label, d.kind, d.name, d.country, *degrees, *ids, f"{d.prior:g}", ";".join(d.sources)]
        )
    _write(folder / "entities.tsv", [*ENTITY_COLUMNS], rows)
    aliases = []
    for d in drafts:
        aliases.append([fold(d.name), d.stable_key, d.name, "name", d.sources[0]])
        for form, kind in d.aliases.items():
            if fold(form):
                aliases.append([fold(form), d.stable_key, form, kind, d.alias_sources[form]])
    _write(folder / "aliases.tsv", [*ALIAS_COLUMNS], sorted(aliases))
    for basis in APART:
        apart = [[d.stable_key, d.wikidata, ";".join(d.sources)] for d in drafts if d.wikidata and d.basis == basis]
        _write(folder / "ids" / f"{basis}.tsv", ID_COLUMNS, apart)


def _write(path: Path, columns: list[str], rows: list[list[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(row) for row in [columns, *rows]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
