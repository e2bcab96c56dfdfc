"""Which forms of a name belong to one entity, and which longer names a short one may stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from factcli.entities.names import (
    ROMAN,
    Key,
    abbreviates,
    blends,
    initials,
    misspells,
    name_key,
    name_rules,
    organisation_core,
    place_core,
    respells,
)
from factcli.entities.rules import longest_prefix
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
    def plain_core(self) -> Key:
        """The core less the small words: `dan`, `untuk`."""
        *words, last = self.core
        return (*(word for word in words if word not in name_rules().unabbreviated), last)

    @property
    def inner_keys(self) -> list[Key]:
        """The short names in brackets inside the name: `Pansus` and more in `Panitia Khusus (Pansus) Parkir`."""
        return [key for surface in self.surfaces for key in _inner_keys(surface)]

    @property
    def local_body(self) -> bool:
        """Whether the form names a body that each region has, without saying the region."""
        return self.label == "ORG" and self.core in name_rules().local_bodies


def same_name(one: Form, other: Form) -> bool:
    """Whether the two forms are one name spelt or abbreviated in two ways."""
    if one.label != other.label:
        return False
    if misspells(one.key, other.key):
        return True
    if one.label == "PER":
        return _same_person(one.key, other.key)
    if one.label == "ORG":
        return one.plain_core == other.plain_core
    return place_core(one.key) == place_core(other.key)


def may_stand_for(short: Form, long: Form, places: Collection[Key]) -> bool:
    """Whether `short` can be a shorter form of `long`; `places` are the names of places in the article."""
    if short.label != long.label or short.key == long.key:
        return False
    if _abbreviates(short, long):
        return True
    if short.label == "PER":
        return _part_of_person(short.key, long.key)
    if short.label == "LOC":
        kind, core = place_core(long.key)
        return kind not in {None, *name_rules().never_alone} and (core == short.key or misspells(core, short.key))
    return _part_of_organisation(short, long, places)


def _abbreviates(short: Form, long: Form) -> bool:
    if len(short.key) != 1 or len(long.key) < 2:
        return False
    if short.acronym:
        letters = short.key[0]
        return len(letters) >= SHORTEST_INITIALS and letters in (initials(long.key), initials(long.core))
    surface = next(iter(short.surfaces))
    return short.label != "LOC" and blends(surface, " ".join(long.key))


def _same_person(one: Key, other: Key) -> bool:
    """One name with an initial for a word, or the same first name with a family name abbreviated."""
    if len(one) == len(other) and len(one) > 1:
        return all(map(_same_word, one, other))
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and short[0] == long[0] and blends(" ".join(short[1:]), " ".join(long[1:]))


def _part_of_person(short: Key, long: Key) -> bool:
    """The words of `short` in the order of `long`: any one word, or several from the first on."""
    if len(short) >= len(long):
        return False
    if len(short) == 1:
        return len(short[0]) > 1 and (any(_same_word(short[0], word) for word in long) or _clipped(short[0], long[0]))
    left_out = 0
    while not _same_word(long[left_out], short[0]):
        left_out += 1
        if left_out == len(long):
            return False
    leading = name_rules().leading_names
    if any((word,) not in leading and len(word) > 1 for word in long[:left_out]):
        return False
    rest = iter(long)
    return all(any(_same_word(word, other) for other in rest) for word in short)


def _clipped(short: str, long: str) -> bool:
    """Whether the word is the beginning of a long first name, as friends use it."""
    return len(short) >= SHORTEST_CLIPPED and len(long) - len(short) >= CLIPPED_LETTERS and long.startswith(short)


def _same_word(one: str, other: str) -> bool:
    if one == other or respells(one, other):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and len(long) > 1 and long.startswith(short) and not ROMAN.match(long)


def _part_of_organisation(short: Form, long: Form, places: Collection[Key]) -> bool:
    """The beginning of an organisation's name; without its place only where the press leaves it out."""
    rules = name_rules()
    core = short.core
    whole = next((key for key in (long.core, *long.inner_keys) if core == key[: len(core)]), None)
    if whole is None:
        return False
    if core in rules.local_bodies:
        return True
    rest = whole[len(core) :]
    if rest in rules.branches:
        return False
    if rest not in places and place_core(rest)[1] not in places:
        return True
    return not short.acronym and not longest_prefix(short.key, rules.institutions)


def _inner_keys(surface: str) -> list[Key]:
    before, bracket, rest = surface.partition("(")
    inner, closing, after = rest.partition(")")
    if not (bracket and closing) or not abbreviates(inner, before):
        return []
    return [name_key(inner), name_key(inner + after)]
