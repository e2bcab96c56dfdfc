"""What the gazetteer gives back: records of entities, candidates for a name, and its error."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import msgspec

from factcli.schema import Label

Match: TypeAlias = Literal["exact", "normalised", "misspelt"]
AliasKind: TypeAlias = Literal["name", "short", "abbreviation", "misspelling", "former"]

# The country whose news is read, and whose regions and bodies are known best.
HOME = "ID"


class GazetteerError(ValueError):
    """A gazetteer file cannot be used; the message names file, line and what to do."""


class GazetteerRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One entity of the gazetteer; `ids` holds every id known, `prior` how likely Indonesian news means it (0 to 1).

    `lat` and `lon` are WGS 84 degrees, `country` is an ISO 3166-1 alpha-2 code, `sources` the codes of the source
    folders (data/SOURCES.md).
    """

    key: str
    label: Label
    kind: str
    name: str
    ids: dict[str, str]
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    prior: float = 0.2
    sources: tuple[str, ...] = ()

    @property
    def kb_id(self) -> str | None:
        """The Wikidata id, None where no source gives one."""
        return self.ids.get("wikidata")


class Entry(GazetteerRecord, frozen=True, kw_only=True):
    """A record with every form of its name: (form, kind), in alphabetical order."""

    aliases: tuple[tuple[str, AliasKind], ...] = ()

    @classmethod
    def of(cls, record: GazetteerRecord, aliases: Sequence[tuple[str, AliasKind]]) -> Entry:
        """The record and its names, as one."""
        return cls(**msgspec.structs.asdict(record), aliases=tuple(aliases))


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An entity that a name may stand for, the form of its name that matched, and how well (0 to 1)."""

    record: GazetteerRecord
    alias: str
    alias_kind: AliasKind
    match: Match
    similarity: float = 1.0
