"""Which Wikidata id a name has, by how many sources, and how far that may be trusted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcli.gazetteer.builder.draft import Basis
from factcli.gazetteer.builder.sources import SETTINGS, Sources, qid
from factcli.gazetteer.folding import fold
from factcli.schema import LABELS, Label

# One of these suffices for an id; the licence of the second group keeps ids that rest on it alone apart.
ALONE = frozenset({"g1", "p1", "o5"})
SHARE_ALIKE = frozenset({"o1", "p4"})


class LabelIndex:
    """Every id that the sources give to a name, by label, with the sources that give it."""

    def __init__(self, sources: Sources) -> None:
        self._by_name: dict[tuple[Label, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._codes: dict[tuple[str, Label], set[str]] = defaultdict(set)
        for code, item, names, labels in _claims(sources):
            for label in labels:
                self._codes[item, label].add(code)
                for name in names:
                    if name:
                        self._by_name[label, fold(name)][item].add(code)

    def lookup(self, label: Label, name: str) -> dict[str, set[str]]:
        """The ids that sources give to this name under this label, each with the sources that do."""
        return self._by_name.get((label, fold(name)), {})

    def sources_of(self, item: str, label: Label, names: Iterable[str]) -> set[str]:
        """The sources that give this id to one of these names."""
        found: set[str] = set()
        for name in names:
            found |= self.lookup(label, name).get(item, set())
        return found


def basis_of(codes: Iterable[str]) -> Basis:
    """How far an id given by these sources may be trusted: two that agree, or one of those trusted alone."""
    codes = set(codes)
    clean = codes - SHARE_ALIKE - {"derived"}
    if codes & ALONE or (clean and len(codes - {"derived"}) >= 2):
        return "trusted"
    return "cc-by-sa" if codes & SHARE_ALIKE else "one-source"


Claim = tuple[str, str, list[str], tuple[Label, ...]]


def _claims(sources: Sources) -> Iterator[Claim]:
    yield from _places(sources)
    yield from _people(sources)
    yield from _organisations(sources)
    yield from _wanted(sources)
    for code in ("e1", "e2"):
        for row in sources.rows(code, "entities.tsv"):
            yield code, row["qid"], [row["label_en"]], LABELS


def _places(sources: Sources) -> Iterator[Claim]:
    for path in sorted(sources.folders["g1"].glob("*.id.tsv")):
        for row in sources.rows("g1", path.name):
            if qid(row["qid"]):
                yield "g1", row["qid"], [row["name_id"], row["name_en"], row["name"]], ("LOC",)
    for row in sources.rows("g2", "ne_10m_populated_places.tsv"):
        if qid(row["qid"]):
            yield "g2", row["qid"], [row["name"], row["name_en"]], ("LOC",)
    for row in sources.rows("c2", "country-codes.csv"):
        if item := qid(row["wikidata_id"]):
            yield "c2", item, [row["official_name_en"], row["CLDR display name"]], ("LOC",)


def _people(sources: Sources) -> Iterator[Claim]:
    wrong = SETTINGS["wrong_ids"]
    for row in sources.rows("p1", "people.tsv"):
        yield "p1", row["qid"], [row["name"], row["enwiki_title"], *row["other_names"].split("|")], ("PER",)
    for name in ("people.tsv", "people_multilingual.tsv"):
        for row in sources.rows("p2", name):
            names = [row.get("name", ""), row.get("name_en", ""), row.get("name_id", ""), row.get("names_id", "")]
            yield "p2", row["qid"], names, ("PER",)
    for row in sources.rows("p3", "people.tsv"):
        yield "p3", row["qid"], [row["name"], row["enwiki"]], ("PER",)
    for row in sources.rows("p4", "people.tsv"):
        if qid(row["qid"]) and row["name_en"] not in wrong.get("p4", []):
            yield "p4", row["qid"], [row["name_en"]], ("PER",)
    for code in ("p8", "p9"):
        for row in sources.rows(code, "people.tsv"):
            yield code, row["qid"], [row["label_id"], row["label_en"]], ("PER",)
    for row in sources.rows("x1", "people.tsv"):
        if "trust A" in row["note"]:
            yield "x1", row["qid"], [row["label_en"], *row["aliases"].split("|")], ("PER",)


def _organisations(sources: Sources) -> Iterator[Claim]:
    for row in sources.rows("o1", "bodies.tsv"):
        yield "o1", row["qid"], [row["name_en"], row["name_id"], *row["other_names"].split("|")], ("ORG",)
    for row in sources.rows("o2", "agencies.tsv"):
        yield "o2", row["qid"], [row["label_en"], row["label_id"]], ("ORG",)
    for row in sources.rows("o4", "brands_operators_id_global.tsv"):
        yield "o4", row["qid"], [row["display_name"], row["wikidata_label"]], ("ORG",)
    for row in sources.rows("o5", "parties.tsv"):
        names = [row["label_id"], row["label_en"], *row["aliases_id"].split("|"), *row["aliases_en"].split("|")]
        yield "o5", row["qid"], names, ("ORG",)
    for code, name in (
        ("o7", "parties.tsv"),
        ("r1", "organizations.tsv"),
        ("s1", "teams.tsv"),
        ("m1", "outlets_p856_checked.tsv"),
        ("m1", "news_agencies_impresso.tsv"),
    ):
        for row in sources.rows(code, name):
            yield code, row["qid"], [row["label_id"], row["label_en"]], ("ORG",)
    for row in sources.rows("p2", "organizations.tsv"):
        yield "p2", row["qid"], [row["name"], row["names_id"]], ("ORG",)
    for row in sources.rows("derived", "institutions_one_source.tsv"):
        yield "derived", row["qid"], [row["name"], row["matched_name"]], ("ORG",)


def _wanted(sources: Sources) -> Iterator[Claim]:
    """The names that the press wants, with the sources found for each; of these `o3` has no folder of its own."""
    for row in sources.rows("derived", "wanted.tsv"):
        if row["status"] == "sourced":
            for code in row["sources"].split("|"):
                yield code.split("_")[0], row["qid"], [row["wanted"], row["matched_name"]], LABELS
