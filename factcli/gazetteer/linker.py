"""Linking the entities of an article to the gazetteer, and joining those that turn out to be one thing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from factcli.gazetteer.background import background
from factcli.gazetteer.calibration import calibrated
from factcli.gazetteer.candidates import candidates, of_other_label
from factcli.gazetteer.folding import fold
from factcli.gazetteer.forms import distinctive_forms, forms_of, is_single_word
from factcli.gazetteer.knowledge_base import Gazetteer
from factcli.gazetteer.places import REJECTED
from factcli.gazetteer.records import Candidate, GazetteerRecord
from factcli.gazetteer.scoring import THRESHOLDS, Setting, score
from factcli.schema import Entity

# Two candidates nearer than this are not distinguished.
MARGIN = 0.04


def link(entities: Sequence[Entity], text: str, gazetteer: Gazetteer) -> list[Entity]:
    """New entities, in the same order, with ids, coordinates, country, name and score of what they are linked to: the
    share of links like it that were right where it was measured.

    Offsets of mentions are code points into `text`. What is not known, or cannot be distinguished, keeps its name and
    has neither ids nor score. Entities are not joined here: see `merge`.
    """
    ends = frozenset(m.end for entity in entities if entity.label == "PER" for m in entity.mentions)
    setting = Setting(text, background(entities, gazetteer), gazetteer, ends)
    chosen = [_choose(entity, setting) for entity in entities]
    chosen = _by_full_names(entities, chosen)
    return [
        _linked(entity, *choice) if choice else _unlinked(entity)
        for entity, choice in zip(entities, chosen, strict=True)
    ]


def merge(entities: Sequence[Entity]) -> list[Entity]:
    """Entities of one `kb_id`, or of one key of our own, as one: the first's id and place in the list, all mentions
    in the order of the text, the highest score.
    """
    merged: dict[str, Entity] = {}
    for number, entity in enumerate(entities):
        key = entity.kb_id or entity.ids.get("factcli") or f"#{number}"
        first = merged.get(key)
        if first is None:
            merged[key] = msgspec.structs.replace(entity, mentions=list(entity.mentions))
            continue
        spans = {(m.start, m.end): m for m in [*entity.mentions, *first.mentions]}
        first.mentions = [spans[span] for span in sorted(spans)]
        first.score = max(first.score or 0.0, entity.score or 0.0)
    return list(merged.values())


Choice = tuple[GazetteerRecord, float]


def _choose(entity: Entity, setting: Setting) -> Choice | None:
    """The candidate of the most informative form that has any, if it is likely enough and alone in being so."""
    for form in distinctive_forms(entity):
        found = candidates(form, entity, setting.text, setting.gazetteer)
        if not found:
            continue
        scored = _scored(found, form, entity, setting)
        if scored[0][0] == REJECTED:
            scored = _scored(_among_its_like(form, entity, setting), form, entity, setting) or scored
        best, candidate = scored[0]
        if best < THRESHOLDS[entity.label] or (len(scored) > 1 and scored[1][0] > best - MARGIN):
            return None
        return candidate.record, best
    return None


def _scored(found: Sequence[Candidate], form: str, entity: Entity, setting: Setting) -> list[tuple[float, Candidate]]:
    return sorted(((score(c, form, entity, setting), c) for c in found), key=lambda pair: -pair[0])


def _among_its_like(form: str, entity: Entity, setting: Setting) -> list[Candidate]:
    """What bears the name under another label, if the article speaks of others of its kind: clubs named as cities."""
    found = of_other_label(form, entity.label, setting.gazetteer)
    return [c for c in found if setting.background.speaks_of([c.record.kind], entity.id)]


def _by_full_names(entities: Sequence[Entity], chosen: list[Choice | None]) -> list[Choice | None]:
    """People named by a single word are who the article calls by a full name with that word, if it is one person;
    those who have no other name stay who they are (`Soeharto` beside `Tommy Soeharto`).
    """
    longest = [next(iter(forms_of(entity)), "") if entity.label == "PER" else "" for entity in entities]
    words = [fold(form).split() for form in longest]
    # Each word of a full name, and whom it may mean: for each key, or None of somebody unknown, the first.
    owners: dict[str, dict[str | None, Choice | None]] = {}
    for parts, choice in zip(words, chosen, strict=True):
        for word in parts if len(parts) > 1 else ():
            owners.setdefault(word, {}).setdefault(choice[0].key if choice else None, choice)
    result = list(chosen)
    for number, (parts, own) in enumerate(zip(words, chosen, strict=True)):
        known = owners.get(parts[0]) if len(parts) == 1 else None
        if known is None or (own is not None and (own[0].key in known or is_single_word(own[0].name))):
            continue
        result[number] = next(iter(known.values())) if len(known) == 1 else None
    return result


def _linked(entity: Entity, record: GazetteerRecord, likelihood: float) -> Entity:
    return msgspec.structs.replace(
        entity,
        name=record.name,
        kb_id=record.kb_id,
        ids=dict(record.ids),
        lat=record.lat,
        lon=record.lon,
        country=record.country,
        score=round(calibrated(likelihood), 2),
        mentions=list(entity.mentions),
    )


def _unlinked(entity: Entity) -> Entity:
    return msgspec.structs.replace(
        entity, kb_id=None, ids={}, lat=None, lon=None, country=None, score=None, mentions=list(entity.mentions)
    )
