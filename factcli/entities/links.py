"""Which forms of a name belong to one entity, and which longer names a short one may stand for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from factcli.entities.names import (
    Key,
    abbreviates,
    initials,
    less_small_words,
    misspells,
    name_key,
    never_alone,
    organisation_core,
    place_core,
    respells,
)
from factcli.entities.rules import phrase_set
from factcli.schema import Label

SHORTEST_CLIPPED = 4
CLIPPED_LETTERS = 3


@dataclass(eq=False)
class Form:
    """All mentions of one article that are spelt alike, case aside; `surfaces` counts the spellings."""

    label: Label
    key: Key
    surfaces: Counter[str] = field(default_factory=Counter)

    @property
    def acronym(self) -> bool:
        """Whether the form is one word in capitals."""
        return len(self.key) == 1 and all(surface.isupper() for surface in self.surfaces)

    @property
    def core(self) -> Key:
        """The name less the head nouns that the press leaves out."""
        if self.label == "ORG":
            return organisation_core(self.key)
        return place_core(self.key)[1] if self.label == "LOC" else self.key

    @property
    def cores(self) -> list[Key]:
        """The core, and the name by its abbreviation inside: `Pansus Parkir` of `Panitia Khusus (Pansus) Parkir`."""
        keys = [self.core]
        for surface in self.surfaces:
            before, _, rest = surface.partition("(")
            inner, _, after = rest.partition(")")
            if abbreviates(inner, before):
                keys.append(name_key(inner + after))
        return keys

    @property
    def local_body(self) -> bool:
        """Whether the form names a body that each region has, without saying the region."""
        return self.label == "ORG" and self.core in phrase_set("names", "local_bodies")


def same_name(one: Form, other: Form) -> bool:
    """Whether the two forms of one label are one name spelt or abbreviated in two ways."""
    if one.label == "ORG" and not {*map(less_small_words, one.cores)}.isdisjoint(map(less_small_words, other.cores)):
        return True
    if one.label == "LOC" and place_core(one.key) == place_core(other.key):
        return True
    return misspells(one.key, other.key)


def may_stand_for(short: Form, long: Form) -> bool:
    """Whether `short` can be a shorter form of `long`, of its label; of an organisation's name it is the beginning,
    with or without the initials of the rest.
    """
    if _are_initials(short, long):
        return True
    if short.label == "PER":
        return _part_of_person(short.key, long.key)
    if short.label == "LOC":
        kind, core = place_core(long.key)
        return kind not in {None, *never_alone()} and core == short.key
    return any(short.core == key[: len(short.core)] or _ends_in_initials(short.core, key) for key in long.cores)


def _are_initials(short: Form, long: Form) -> bool:
    letters = short.key[0]
    return short.acronym and len(letters) > 1 and letters in (initials(long.key), initials(long.core))


def _ends_in_initials(short: Key, long: Key) -> bool:
    """Whether the two begin alike, and the last word of `short` is made of the initials of the rest of `long`:
    `Fakultas Hukum UW` of `Fakultas Hukum Universitas Wirya`.
    """
    begun, last = short[:-1], short[-1]
    rest = long[len(begun) :]
    return len(begun) > 0 and long[: len(begun)] == begun and len(rest) > 1 and last == initials(rest)


def _part_of_person(short: Key, long: Key) -> bool:
    """The words of `short` in the order of `long`: any one word, or several from the first on."""
    first, *others = short
    if len(short) >= len(long):
        return False
    if not others:
        return any(respells(first, word) for word in long) or _clipped(first, long[0])
    rest = iter(long)
    return respells(first, long[0]) and all(any(respells(word, other) for other in rest) for word in short)


def _clipped(short: str, long: str) -> bool:
    """Whether the word is the beginning of a long first name, as friends use it."""
    return len(short) >= SHORTEST_CLIPPED and len(long) - len(short) >= CLIPPED_LETTERS and long.startswith(short)
