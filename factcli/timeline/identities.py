"""Who is who across articles: entities of one id, or, without one, of one name, a part or a misspelling of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from factcli.schema import Entity, Facts

# A name shared by more entities than this (Muhammad) says too little for a misspelling to be looked for.
COMMON = 50
# In a shorter word another letter makes another name: `DPP` and `DPD`, `Pakubuwono XII` and `XIII`.
SHORTEST_MISSPELT = 4
# Letters of a word for which one more letter may be wrong.
LETTERS_PER_ERROR = 3
MOST_ERRORS = 2


def identity(entity: Entity) -> str:
    """What makes two entities of different articles the same: the Wikidata id, else our key, else label and name."""
    return entity.kb_id or entity.ids.get("factcli") or f"{entity.label}:{entity.name.casefold()}"


class _Named(NamedTuple):
    """An entity as others are compared with it: its identity and the words of its name."""

    identity: str
    entity: Entity
    words: list[str]

    @property
    def has_id(self) -> bool:
        """Whether more than its name says who it is."""
        return self.entity.kb_id is not None or "factcli" in self.entity.ids


class Identities:
    """The identity of every entity of several articles.

    A misspelt name has that of the name first met. A name without an id has that of the one that bears it with an id,
    or of the one longer name that it is part of.
    """

    def __init__(self, documents: Sequence[Facts]) -> None:
        self._same: dict[str, str] = {}
        met: dict[str, list[_Named]] = defaultdict(list)
        for entity in (entity for facts in documents for entity in facts.entities):
            name = identity(entity)
            if name in self._same:
                continue
            one = _Named(name, entity, entity.name.casefold().split())
            misspelt = (other.identity for other in _alike(one, met) if _is_misspelt(one, other))
            self._same[name] = next((self._same[other] for other in misspelt), name)
            for word in dict.fromkeys(one.words):
                met[f"{entity.label}:{word}"].append(one)
        for one in {one.identity: one for known in met.values() for one in known}.values():
            if self._same[one.identity] == one.identity and not one.has_id:
                wholes = {self.of(other.entity) for other in _alike(one, met) if _is_part(one, other)} - {one.identity}
                self._same[one.identity] = wholes.pop() if len(wholes) == 1 else one.identity

    def of(self, entity: Entity) -> str:
        """The identity of an entity of one of the articles."""
        found = identity(entity)
        while self._same[found] != found:
            found = self._same[found]
        return found


def _alike(one: _Named, met: Mapping[str, Sequence[_Named]]) -> Iterable[_Named]:
    """Entities of the same kind that share a word of the name, each once."""
    sharing = (met.get(f"{one.entity.label}:{word}", ()) for word in dict.fromkeys(one.words))
    return {other.identity: other for known in sharing if len(known) <= COMMON for other in known}.values()


def _is_part(one: _Named, other: _Named) -> bool:
    """True for a name that is another, or its beginning or end: `Persiraja`, `Hapsari`; a person's may lack what stands
    between these: `Rudi Siregar` of `Rudi Hartanto Siregar`.
    """
    part, whole = one.words, other.words
    if one.entity.label == "LOC" or len(part) > len(whole):
        return False
    if one.entity.label == "PER" and part[0] == whole[0] and part[-1] == whole[-1]:
        rest = iter(whole)
        return all(word in rest for word in part)
    return whole[: len(part)] == part or whole[-len(part) :] == part


def _is_misspelt(one: _Named, other: _Named) -> bool:
    """True for two names, of which one at most has an id, that differ by a few letters of one word."""
    if one.entity.label == "LOC" or (one.has_id and other.has_id):
        return False
    if len(one.words) != len(other.words) or len(one.words) < 2:
        return False
    different = [(mine, theirs) for mine, theirs in zip(one.words, other.words, strict=True) if mine != theirs]
    if len(different) != 1:
        return False
    mine, theirs = different[0]
    letters = min(len(mine), len(theirs))
    if letters < SHORTEST_MISSPELT:
        return False
    # Purwanto is not Kuswanto: who writes another first letter writes the others right.
    allowed = min(letters // LETTERS_PER_ERROR, MOST_ERRORS if mine[0] == theirs[0] else 1)
    return Levenshtein.distance(mine, theirs, score_cutoff=allowed) <= allowed
