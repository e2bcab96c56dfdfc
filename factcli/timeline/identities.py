"""Who is who across articles: entities of one id, or, without one, of one name, a part or a misspelling of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from factcli.schema import Entity, Facts

# A name shared by more entities than this (Muhammad) says too little for a misspelling to be looked for.
COMMON = 50
# Letters of a word for which one more letter may be wrong.
LETTERS_PER_ERROR = 3
MOST_ERRORS = 2


def identity(entity: Entity) -> str:
    """What makes two entities of different articles the same: the Wikidata id, else our key, else label and name."""
    return entity.kb_id or entity.ids.get("factcli") or f"{entity.label}:{entity.name.casefold()}"


class Identities:
    """The identity of every entity of several articles.

    A misspelt name has that of the name first met, a part of a name that of the one longer name that it is part of.
    """

    def __init__(self, documents: Sequence[Facts]) -> None:
        self._same: dict[str, str] = {}
        met: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
        for entity in (entity for facts in documents for entity in facts.entities):
            name = identity(entity)
            if name in self._same:
                continue
            misspelt = (other for other, known in _alike(entity, met) if _is_misspelt(entity, known))
            self._same[name] = next((self._same[other] for other in misspelt), name)
            for word in _words(entity):
                met[f"{entity.label}:{word}"].append((name, entity))
        for name, entity in [pair for known in met.values() for pair in known]:
            if self._same[name] == name and not entity.kb_id:
                wholes = {self._same[other] for other, known in _alike(entity, met) if _is_part(entity, known)}
                self._same[name] = wholes.pop() if len(wholes) == 1 else name

    def of(self, entity: Entity) -> str:
        """The identity of an entity of one of the articles."""
        found = identity(entity)
        while self._same[found] != found:
            found = self._same[found]
        return found


def _alike(entity: Entity, met: dict[str, list[tuple[str, Entity]]]) -> Iterator[tuple[str, Entity]]:
    """Entities of the same kind that share a word of the name."""
    for word in _words(entity):
        known = met.get(f"{entity.label}:{word}", ())
        if len(known) <= COMMON:
            yield from known


def _is_part(one: Entity, other: Entity) -> bool:
    """True for a name that is the beginning or the end of a longer one: `Persiraja`, `Hapsari`."""
    part, whole = _words(one), _words(other)
    if one.label == "LOC" or len(part) >= len(whole):
        return False
    return whole[: len(part)] == part or whole[-len(part) :] == part


def _words(entity: Entity) -> list[str]:
    return entity.name.casefold().split()


def _is_misspelt(one: Entity, other: Entity) -> bool:
    """True for two names, of which one at most has an id, that differ by a few letters of one word."""
    if one.label == "LOC" or (one.kb_id and other.kb_id):
        return False
    words = list(zip(_words(one), _words(other), strict=False))
    different = [(mine, theirs) for mine, theirs in words if mine != theirs]
    if len(_words(one)) != len(_words(other)) or len(different) != 1 or len(words) < 2:
        return False
    mine, theirs = different[0]
    allowed = min(min(len(mine), len(theirs)) // LETTERS_PER_ERROR, MOST_ERRORS)
    return Levenshtein.distance(mine, theirs, score_cutoff=allowed) <= allowed
