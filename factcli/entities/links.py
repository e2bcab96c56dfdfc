"""Which forms of a name belong to one entity, and which longer names a short one may stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
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

SHORTEST_INITIALS = 2
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
    def inner_keys(self) -> list[Key]:
        """The short names in brackets inside the name: `Pansus` and more in `Panitia Khusus (Pansus) Parkir`."""
        keys = []
        for surface in self.surfaces:
            before, bracket, rest = surface.partition("(")
            inner, closing, after = rest.partition(")")
            if bracket and closing and abbreviates(inner, before):
                keys += [name_key(inner), name_key(inner + after)]
        return keys

    @property
    def local_body(self) -> bool:
        """Whether the form names a body that each region has, without saying the region."""
        return self.label == "ORG" and self.core in phrase_set("names", "local_bodies")


def same_name(one: Form, other: Form) -> bool:
    """Whether the two forms of one label are one name spelt or abbreviated in two ways."""
    if one.label == "ORG" and less_small_words(one.core) == less_small_words(other.core):
        return True
    if one.label == "LOC" and place_core(one.key) == place_core(other.key):
        return True
    return misspells(one.key, other.key)


def may_stand_for(short: Form, long: Form, places: Collection[Key]) -> bool:
    """Whether `short` can be a shorter form of `long`, of its label; `places` are the names of the article's places."""
    if _are_initials(short, long):
        return True
    if short.label == "PER":
        return _part_of_person(short.key, long.key)
    if short.label == "LOC":
        kind, core = place_core(long.key)
        return kind not in {None, *never_alone()} and (core == short.key or misspells(core, short.key))
    return _part_of_organisation(short, long, places)


def _are_initials(short: Form, long: Form) -> bool:
    letters = short.key[0]
    is_one = short.acronym and len(letters) >= SHORTEST_INITIALS and len(long.key) > 1
    return is_one and letters in (initials(long.key), initials(long.core))


def _part_of_person(short: Key, long: Key) -> bool:
    """The words of `short` in the order of `long`: any one word, or several from the first on."""
    first, *others = short
    if len(short) >= len(long):
        return False
    if not others:
        return len(first) > 1 and (any(respells(first, word) for word in long) or _clipped(first, long[0]))
    rest = iter(long[1:])
    return respells(first, long[0]) and all(any(respells(word, other) for other in rest) for word in others)


def _clipped(short: str, long: str) -> bool:
    """Whether the word is the beginning of a long first name, as friends use it."""
    return len(short) >= SHORTEST_CLIPPED and len(long) - len(short) >= CLIPPED_LETTERS and long.startswith(short)


def _part_of_organisation(short: Form, long: Form, places: Collection[Key]) -> bool:
    """The beginning of an organisation's name; without its place only where the press leaves it out."""
    core = short.core
    whole = next((key for key in (long.core, *long.inner_keys) if core == key[: len(core)]), None)
    if whole is None:
        return False
    rest = whole[len(core) :]
    has_place = rest in places or place_core(rest)[1] in places
    return short.local_body or not (short.acronym and has_place)
