"""One name, two places: a city and the regency or province named after it, distinguished mention by mention.

`Wali Kota Bogor` and `Bupati Bogor` speak of two things that the grouping by names takes for one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import msgspec

from factcli.gazetteer.cues import joins_a_list, kinds_of_place, kinds_within
from factcli.gazetteer.knowledge_base import Gazetteer
from factcli.schema import Entity, Mention

# The kinds that share names by rule; a mention is taken for one of them by its own or its neighbour's generic noun.
CLASSES = (frozenset({"city", "capital"}), frozenset({"regency"}), frozenset({"province", "region"}))
Kinds = frozenset[str]


def split_senses(entities: Sequence[Entity], text: str, gazetteer: Gazetteer) -> list[Entity]:
    """The entities, a place whose mentions are of two kinds made two, the second with an id of its own behind it."""
    numbers = iter(range(len(entities) + 1, 10**9))
    taken = {entity.id for entity in entities}
    result: list[Entity] = []
    for entity in entities:
        senses = _senses(entity, text, gazetteer) if entity.label == "LOC" and len(entity.mentions) > 1 else []
        if len(senses) < 2:
            result.append(entity)
            continue
        for number, mentions in enumerate(senses):
            identity = entity.id if number == 0 else next(f"e{n}" for n in numbers if f"e{n}" not in taken)
            name = max((mention.text for mention in mentions), key=len)
            result.append(msgspec.structs.replace(entity, id=identity, name=name, mentions=mentions))
    return result


def _senses(entity: Entity, text: str, gazetteer: Gazetteer) -> list[list[Mention]]:
    """The mentions by kind of place, the kind that comes first first; those that say none go with the one before."""
    mentions = sorted(entity.mentions, key=lambda mention: mention.start)
    said = [_said(mention, text) for mention in mentions]
    for number, other in _beside_their_namesake(mentions, text):
        if said[number] is None and said[other] is not None:
            rest = [
                kinds for kinds in CLASSES if kinds != said[other] and _is_borne(mentions[number], kinds, gazetteer)
            ]
            said[number] = rest[0] if rest else None
    classes = list(dict.fromkeys(kinds for kinds in said if kinds is not None))
    if len(classes) < 2 or not all(_is_borne(mentions[0], kinds, gazetteer) for kinds in classes):
        return []
    senses: dict[Kinds, list[Mention]] = {kinds: [] for kinds in classes}
    current = classes[0]
    for mention, kinds in zip(mentions, said, strict=True):
        current = kinds or current
        senses[current].append(mention)
    return list(senses.values())


def _said(mention: Mention, text: str) -> Kinds | None:
    within = kinds_within(mention.text)
    kinds = within[0] if within else kinds_of_place(text, mention)
    return next((known for known in CLASSES if kinds and kinds <= known), None)


def _beside_their_namesake(mentions: Sequence[Mention], text: str) -> Iterator[tuple[int, int]]:
    """Pairs of neighbours that a word of a list joins (`Jayapura dan Kabupaten Jayapura`), in both directions."""
    for number, (one, other) in enumerate(itertools.pairwise(mentions)):
        between = text[one.end : other.start]
        if between.startswith(" ") and joins_a_list(between.strip()):
            yield number, number + 1
            yield number + 1, number


def _is_borne(mention: Mention, kinds: Kinds, gazetteer: Gazetteer) -> bool:
    """Whether a place of one of these kinds bears the name."""
    within = kinds_within(mention.text)
    name = within[1] if within else mention.text
    return any(c.record.kind in kinds for c in gazetteer.well_written(name, "LOC"))
