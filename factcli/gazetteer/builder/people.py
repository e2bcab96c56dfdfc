"""People: Indonesian politicians and officials, leaders and ministers of other countries, about five thousand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcli.gazetteer.builder.draft import Draft
from factcli.gazetteer.builder.sources import SETTINGS, Sources, country_code, slug
from factcli.gazetteer.builder.trust import LabelIndex, basis_of
from factcli.gazetteer.folding import fold

LIMIT = 5_000
RECENT = 1995
ONGOING = 9999
YEARS = re.compile(r"\((\d{4})?-(\d{4})?\)$")
POSTS = [(re.compile(post["pattern"]), float(post["prior"])) for post in SETTINGS["posts"]]
OWN_POSTS = [(re.compile(post["pattern"]), float(post["prior"])) for post in SETTINGS["indonesian_posts"]]


def people(sources: Sources, index: LabelIndex) -> list[Draft]:
    """Everyone with an Indonesian post, then others by weight of post and by how widely known, up to the limit."""
    drafts = {draft.wikidata: draft for draft in _indonesians(sources, index)}
    leaders = [(d, year) for d, year in _leaders(sources, index) if d.wikidata not in drafts]
    leaders.sort(key=lambda leader: (-leader[0].prior, -leader[1], leader[0].wikidata))
    others = [draft for draft, _ in leaders]
    unnamed = list(_without_id(sources, drafts.values()))
    return [*drafts.values(), *unnamed, *others[: max(0, LIMIT - len(drafts) - len(unnamed))]]


def _person(item: str, name: str, country: str, prior: float, code: str, other_names: Iterable[str] = ()) -> Draft:
    draft = Draft(
        key=f"fc-person-{slug(name)}",
        label="PER",
        kind="politician",
        name=" ".join(name.split()),
        country=country,
        wikidata=item,
        prior=round(min(prior, 0.9), 2),
        sources=[code],
    )
    for form in other_names:
        if " " in form and "." not in form.split()[0]:
            draft.add_alias(form, code)
    if country == "ID":
        for form in _with_first_name_varied(draft.name):
            draft.add_alias(form, code)
    return draft


def _with_first_name_varied(name: str) -> list[str]:
    """Other ways to write a name that begins with the commonest first name: shortened, spelt otherwise, left out."""
    first, _, rest = name.partition(" ")
    common: list[str] = SETTINGS["common_first_name"]["forms"]
    if first not in common or not rest:
        return []
    return [f"{form} {rest}" for form in common] + ([rest] if " " in rest else [])


def _indonesians(sources: Sources, index: LabelIndex) -> Iterator[Draft]:
    for row in sources.rows("p1", "people.tsv"):
        if "indonesia-ministers" not in row["source_sets"].split(","):
            continue
        posts = [YEARS.sub("", post).strip() for post in row["positions_latest8"].split("|")]
        prior = max((weight for post in posts for pattern, weight in OWN_POSTS if pattern.match(post)), default=0.45)
        forms = [row["enwiki_title"], *row["other_names"].split("|")]
        yield _person(row["qid"], row["name"], "ID", prior, "p1", forms)
    known = {row["qid"] for row in sources.rows("p1", "people.tsv")}
    for row in sources.rows("p9", "people.tsv"):
        if row["type"] == "person" and row["qid"] not in known:
            draft = _person(row["qid"], row["label_id"] or row["label_en"], "ID", 0.45, "p9")
            codes = index.sources_of(row["qid"], "PER", [row["label_id"], row["label_en"]])
            draft.basis = basis_of(codes)
            draft.add_source(*sorted(codes))
            yield draft


def _leaders(sources: Sources, index: LabelIndex) -> Iterator[tuple[Draft, int]]:
    """People of other countries, each with the last year of a weighty post."""
    nations = _nation_codes(sources)
    leaders = {r["officeholder"]: nations.get(r["country"], "") for r in sources.rows("p1", "world-leaders-2021.csv")}
    for row in sources.rows("p1", "people.tsv"):
        prior, year = _weight(row["positions_latest8"].split("|"))
        if row["qid"] in leaders:
            prior = max(prior, 0.6)
        country = next((c for s in row["source_sets"].split(",") if (c := _country_of_set(s))), "")
        if not prior or (not country and row["qid"] not in leaders):
            continue
        fame = index.sources_of(row["qid"], "PER", [row["name"], row["enwiki_title"]]) & {"e1", "e2"}
        forms = [row["enwiki_title"], *row["other_names"].split("|")]
        country = country or leaders[row["qid"]]
        draft = _person(row["qid"], row["name"], country, prior + 0.1 * len(fame), "p1", forms)
        draft.add_source(*sorted(fame))
        yield draft, year
    for row in sources.rows("p8", "people.tsv"):
        prior, year = _weight(row["note"].split("; "))
        codes = index.sources_of(row["qid"], "PER", [row["label_en"]])
        if not prior or "p1" in codes:
            continue
        country = _country_of_set(row["country"].split(",")[0].split("|")[0])
        draft = _person(row["qid"], row["label_en"], country, prior + 0.1 * len(codes & {"e1", "e2"}), "p8")
        draft.basis = basis_of(codes)
        draft.add_source(*sorted(codes))
        yield draft, year


def _weight(posts: list[str]) -> tuple[float, int]:
    """The prior of the weightiest post held since the mid nineties, and the last year of any; zeros without one."""
    best, last = 0.0, 0
    for post in posts:
        years = YEARS.search(post)
        if years is None or (years[2] and int(years[2]) < RECENT) or not (years[1] or years[2]):
            continue
        title = YEARS.sub("", post).strip()
        weight = max([weight for pattern, weight in POSTS if pattern.match(title)], default=0.0)
        if weight:
            best, last = max(best, weight), max(last, int(years[2] or ONGOING))
    return best, last


def _country_of_set(name: str) -> str:
    parts = name.split("-")
    countries: dict[str, str] = SETTINGS["set_countries"]
    if parts[0] in {"world", "eu"}:
        return ""
    return countries.get("-".join(parts[:2]), countries.get(parts[0], ""))


def _nation_codes(sources: Sources) -> dict[str, str]:
    codes = {r["name_en"]: r["code"] for r in sources.rows("c4", "territories.id.tsv") if len(r["code"]) == 2}
    for row in sources.rows("g1", "ne_10m_admin_0_countries.csv"):
        codes.setdefault(row["NAME_EN"], country_code(row["ISO_A2_EH"]))
    return codes


def _without_id(sources: Sources, known: Iterable[Draft]) -> Iterator[Draft]:
    """Members of the parliament of 2024-2029 and of past cabinets whom no source gives an id."""
    taken = {fold(form) for draft in known for form in [draft.name, *draft.aliases]}
    for row in sources.rows("p7", "kabinet.tsv"):
        if fold(row["nama"]) not in taken and not row["qid_by_name_match"]:
            taken.add(fold(row["nama"]))
            yield _person("", row["nama"], "ID", 0.7, "p7")
    for row in sources.rows("p5", "data_cleaned.csv"):
        name = _without_degrees(row["Nama"])
        if " " in name and not {fold(form) for form in [name, *_with_first_name_varied(name)]} & taken:
            taken.add(fold(name))
            yield _person("", name, "ID", 0.45, "p5")


def _without_degrees(name: str) -> str:
    """The name without academic and religious titles: words with a stop that are no initial, and what follows them."""
    words = name.split(",")[0].split()
    titles = set(SETTINGS["titles"]["before"])
    while words and (words[0] in titles or (len(words[0]) > 2 and words[0].endswith("."))):
        words.pop(0)
    kept: list[str] = []
    for word in words:
        if "." in word and len(word) > 2:
            break
        kept.append(word)
    return " ".join(kept)
