"""Organisations that come as whole lists: bodies, agencies, universities, clubs, parties, companies, outlets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcli.gazetteer.builder.draft import Draft
from factcli.gazetteer.builder.sources import SETTINGS, Sources, qid, slug
from factcli.gazetteer.builder.trust import LabelIndex, basis_of
from factcli.gazetteer.forms import is_abbreviation

FAMOUS = {"e1", "e2"}
SIDE_TEAM = re.compile(SETTINGS["clubs"]["side_teams"], re.IGNORECASE)


def organisations(sources: Sources, index: LabelIndex) -> Iterator[Draft]:
    """Every organisation of the lists, with ids as far as the sources agree."""
    for draft, names in _all(sources, index):
        codes = index.sources_of(draft.wikidata, "ORG", names)
        draft.basis = basis_of(codes | set(draft.sources))
        draft.add_source(*sorted(codes))
        yield draft


def _organisation(
    item: str, name: str, kind: str, country: str, prior: float, code: str, forms: Iterable[str] = ()
) -> Draft:
    draft = Draft(f"fc-org-{slug(name)}", "ORG", kind, name, country, wikidata=item, prior=prior, sources=[code])
    for form in forms:
        draft.add_alias(form, code, "abbreviation" if is_abbreviation(form) else "name")
    return draft


def _all(sources: Sources, index: LabelIndex) -> Iterator[tuple[Draft, list[str]]]:
    yield from _parties(sources)
    yield from _bodies(sources, index)
    yield from _clubs(sources, index)
    for row in sources.rows("o2", "agencies.tsv"):
        if row["label_id"] and qid(row["qid"]):
            country = row["area"].upper() if len(row["area"]) == 2 else ""
            country = "GB" if country == "UK" else country
            forms = [row["label_en"], *row["aliases_id"].split("|")]
            draft = _organisation(row["qid"], row["label_id"], "agency", country, 0.4, "o2", forms)
            yield draft, [row["label_en"], row["label_id"]]
    for row in sources.rows("r1", "organizations_indonesia.tsv"):
        name = row["label_id"] or row["label_en"]
        forms = [row["label_en"], *row["aliases"].strip('"').replace('""', '"').split("|")]
        forms = [form for form in forms if " " in form]  # acronyms of small colleges are those of great bodies too
        kind = "university" if "education" in row["type"] else "institution"
        yield _organisation(row["qid"], name, kind, "ID", 0.5, "r1", forms), [row["label_en"], row["label_id"]]
    for row in sources.rows("o4", "brands_operators_id_global.tsv"):
        label = row["wikidata_label"]
        codes = index.sources_of(row["qid"], "ORG", [label])
        flag = row["nsi_categories"].startswith("flags/")
        if label and not flag and qid(row["qid"]) and (row["scope"] == "id" or codes & FAMOUS):
            yield _organisation(row["qid"], label, "company", "", 0.35, "o4", []), [label]
    for row in sources.rows("m1", "outlets_p856_checked.tsv"):
        if len(row["label_en"]) > 4 or row["label_en"].isupper():
            country = row["country"] if len(row["country"]) == 2 else ""
            yield _organisation(row["qid"], row["label_en"], "media", country, 0.5, "m1"), [row["label_en"]]


def _parties(sources: Sources) -> Iterator[tuple[Draft, list[str]]]:
    for row in sources.rows("o5", "parties.tsv"):
        forms = [*row["aliases_id"].split("|"), *row["aliases_en"].split("|"), row["label_en"]]
        native = next((form for form in forms if form.startswith(tuple(SETTINGS["party"]["prefixes"]))), "")
        name = row["label_id"] or native or row["label_en"]
        yield _organisation(row["qid"], name, "party", "ID", 0.9, "o5", forms), [row["label_en"]]


def _bodies(sources: Sources, index: LabelIndex) -> Iterator[tuple[Draft, list[str]]]:
    for row in sources.rows("o1", "bodies.tsv"):
        codes = index.sources_of(row["qid"], "ORG", [row["name_en"]])
        # The list itself is CC BY-SA: what other sources confirm goes in, under their names.
        if codes - {"o1"} and qid(row["qid"]):
            code = min(codes - {"o1"})
            yield _organisation(row["qid"], row["name_en"], "international body", "", 0.5, code), [row["name_en"]]


def _clubs(sources: Sources, index: LabelIndex) -> Iterator[tuple[Draft, list[str]]]:
    for row in sources.rows("s1", "teams.tsv"):
        name = row["label_en"]
        home = row["country"] == "Indonesia"
        if not qid(row["qid"]) or SIDE_TEAM.search(name):
            continue
        if not home and not index.sources_of(row["qid"], "ORG", [name]) & FAMOUS:
            continue
        draft = _organisation(row["qid"], name, "football club", "ID" if home else "", 0.5 if home else 0.55, "s1")
        for suffix in SETTINGS["units"]["football_club"]["prefixes"]:
            if name.endswith(" " + suffix):
                bare = name[: -len(suffix) - 1]
                draft.add_alias(f"{bare} FC", "s1")
                if " " in bare or home:
                    draft.add_alias(bare, "s1", "short")
        yield draft, [name]
