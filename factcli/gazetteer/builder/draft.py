"""A gazetteer row while it is being built: what is known, who says so, and on what its Wikidata id rests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from factcli.gazetteer.records import AliasKind
from factcli.schema import Label

Basis: TypeAlias = Literal["trusted", "odbl", "cc-by-sa", "one-source"]


@dataclass
class Draft:
    """One entity to be. `key` is used only where no trusted Wikidata id stands; `aliases` maps a form to its kind."""

    key: str
    label: Label
    kind: str
    name: str
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    wikidata: str = ""
    basis: Basis = "trusted"
    geonames: str = ""
    iso: str = ""
    kemendagri: str = ""
    bps: str = ""
    prior: float = 0.2
    sources: list[str] = field(default_factory=list)
    aliases: dict[str, AliasKind] = field(default_factory=dict)
    alias_sources: dict[str, str] = field(default_factory=dict)

    @property
    def stable_key(self) -> str:
        """The Wikidata id where it is trusted, else a key of our own."""
        return self.wikidata if self.wikidata and self.basis == "trusted" else self.key

    def add_alias(self, form: str, source: str, kind: AliasKind = "name") -> None:
        """Adds another form of the name; empty forms and the name itself are passed over."""
        form = " ".join(form.split())
        if len(form) < 2 or form == self.name or form in self.aliases:
            return
        self.aliases[form] = kind
        self.alias_sources[form] = source

    def add_source(self, *codes: str) -> None:
        """Notes that these source folders speak of this entity."""
        self.sources.extend(code for code in codes if code not in self.sources)
