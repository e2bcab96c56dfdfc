"""The lists written by hand: institutions and people that the press names, and the press's short forms."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from factcli.gazetteer.builder.draft import Draft
from factcli.gazetteer.builder.sources import QID, slug
from factcli.gazetteer.builder.trust import LabelIndex, basis_of
from factcli.gazetteer.folding import fold
from factcli.gazetteer.forms import is_abbreviation
from factcli.gazetteer.records import AliasKind
from factcli.schema import LABELS, Label

# Before the form that the press uses as the name, where the sources have another.
PRESS = "press:"
PREFIXES: dict[Label, str] = {"PER": "person", "ORG": "org", "LOC": "place"}


class CuratedError(ValueError):
    """A row of a curated list is malformed; the message names file, line and what to do."""


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for number, row in enumerate(reader, start=2):
            if None in row or None in row.values():
                raise CuratedError(f"{path}:{number}: not {len(reader.fieldnames or [])} columns; check the tabs")
            if row["label"] not in LABELS:
                raise CuratedError(f"{path}:{number}: label {row['label']!r} is not one of {', '.join(LABELS)}")
            yield number, row


def form_and_kind(text: str) -> tuple[str, AliasKind]:
    """A form as curated lists write it (`KPK`, `former:Departemen Sosial`) and its kind."""
    for kind in get_args(AliasKind):
        if text.startswith(kind + ":"):
            return text[len(kind) + 1 :], kind
    return text, "abbreviation" if is_abbreviation(text) else "short"


def curated_entities(path: Path, index: LabelIndex) -> Iterator[Draft]:
    """A draft a row; the id is looked up in the sources by the `lookup` column: a name there, or one of their ids. The
    `source` column says what else vouches for the row: `press` where news texts name the entity so.

    Raises CuratedError where the sources give the name several ids, or do not know the id.
    """
    for number, row in _rows(path):
        label: Label = "PER" if row["label"] == "PER" else "ORG" if row["label"] == "ORG" else "LOC"
        draft = Draft(
            key=f"fc-{PREFIXES[label]}-{slug(row['name'])}",
            label=label,
            kind=row["kind"],
            name=row["name"],
            country=row["country"],
            prior=float(row["prior"]),
            sources=["curated", *filter(None, [row["source"]])],
        )
        if row["lookup"]:
            found = _look_up(label, row["lookup"], index)
            if len(found) != 1:
                raise CuratedError(f"{path}:{number}: {row['lookup']!r} has {len(found)} ids in the sources: {found}")
            ((item, codes),) = found.items()
            draft.wikidata, draft.basis = item, basis_of(codes)
            draft.add_source(*sorted(codes))
        for form in filter(None, row["aliases"].split("|")):
            alias, kind = form_and_kind(form)
            draft.add_alias(alias, "curated", kind)
        yield draft


def _look_up(label: Label, text: str, index: LabelIndex) -> dict[str, set[str]]:
    """The id to take: among several that of the most sources, if one leads."""
    item, _, name = text.partition(" ")
    if QID.fullmatch(item):
        codes = index.sources_of(item, label, [name])
        return {item: codes} if codes else {}
    found = {key: set(value) for key, value in index.lookup(label, text).items()}
    if len(found) > 1:
        most = max(len(codes) for codes in found.values())
        found = {key: codes for key, codes in found.items() if len(codes) == most}
    return found


def add_curated_aliases(path: Path, drafts: list[Draft]) -> None:
    """Gives entities of any source their press forms and, where said, another name and prior.

    The entity is the one of that label whose name or alias is `name` (before which its Wikidata id may stand, to tell
    namesakes apart), of `kind` where said; raises CuratedError where there is none, or two that are equally likely.
    """
    by_name: dict[tuple[str, str], list[Draft]] = {}
    for draft in drafts:
        for form in {fold(form) for form in [draft.name, *draft.aliases]}:
            by_name.setdefault((draft.label, form), []).append(draft)
    for number, row in _rows(path):
        item, _, name = row["name"].partition(" ")
        row["name"] = name if QID.fullmatch(item) else row["name"]
        found = [d for d in by_name.get((row["label"], fold(row["name"])), []) if row["kind"] in {"", d.kind}]
        found = [d for d in found if not QID.fullmatch(item) or d.wikidata == item]
        found.sort(key=lambda draft: -draft.prior)
        if not found or (len(found) > 1 and found[0].prior == found[1].prior):
            raise CuratedError(f"{path}:{number}: {row['name']!r} names {len(found)} entities; say its kind")
        draft = found[0]
        if fold(draft.name) != fold(row["name"]) or draft.name != row["name"]:
            draft.aliases.pop(row["name"], None)
            former, draft.name = draft.name, row["name"]
            draft.add_alias(former, draft.sources[0])
        if row["prior"]:
            draft.prior = float(row["prior"])
        draft.add_source("curated")
        for form in filter(None, row["aliases"].split("|")):
            alias, kind = form_and_kind(form)
            if form.startswith(PRESS):
                former, draft.name = draft.name, form.removeprefix(PRESS)
                draft.aliases.pop(draft.name, None)
                draft.add_alias(former, draft.sources[0])
                continue
            draft.aliases.pop(alias, None)
            draft.add_alias(alias, "curated", kind)
