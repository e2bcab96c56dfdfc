"""What an article is about, as far as the gazetteer knows before it chooses: countries and regions it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from factcli.gazetteer.cues import kinds_within
from factcli.gazetteer.distance import Point
from factcli.gazetteer.forms import distinctive_forms
from factcli.gazetteer.knowledge_base import Gazetteer
from factcli.gazetteer.records import HOME, GazetteerRecord
from factcli.schema import Entity

# The prior from which on a meaning is sure beside others, and where it is the only one; and how far others stay behind.
SURE, ALONE, MARGIN = 0.75, 0.5, 0.1
# Outlets and agencies are named as sources in news from anywhere: they do not say where it plays.
PLACELESS = frozenset({"media", "company", "football club", "international body", "federation", "ngo"})
POLITICAL = frozenset({"party", "legislature"})


# Kinds of place whose coordinates say where the article plays; those of a country say little.
POINTS = frozenset({"city", "capital", "regency", "airport", "island", "volcano"})


@dataclass(frozen=True)
class Placed:
    """A mention of a place that is sure: what it is, where it ends, whether a generic noun begins it."""

    region: GazetteerRecord
    end: int
    is_explicit: bool


@dataclass
class Background:
    """Countries, Ministry codes of Indonesian regions, points on the map and kinds of organisation, each with the
    entities that say so; the sure places by the code point where a mention of them starts, and their kinds by the one
    where it ends; and the Ministry codes of the districts that a mention may name, by the code point where it ends.
    """

    countries: dict[str, set[str]] = field(default_factory=dict)
    areas: dict[str, set[str]] = field(default_factory=dict)
    points: dict[str, tuple[str | None, Point]] = field(default_factory=dict)
    kinds: dict[str, set[str]] = field(default_factory=dict)
    placed: dict[int, Placed] = field(default_factory=dict)
    ends: dict[int, str] = field(default_factory=dict)
    districts: dict[int, set[str]] = field(default_factory=dict)

    def speaks_of(self, kinds: Iterable[str], besides: str) -> bool:
        """Whether any entity but that of the id `besides` is of one of these kinds."""
        return any(self.kinds.get(kind, set()) - {besides} for kind in kinds)

    def points_in(self, country: str, besides: str) -> list[Point]:
        """The points of the sure places of this country but for that of the entity with the id `besides`."""
        return [point for owner, (land, point) in self.points.items() if land == country and owner != besides]

    def plays_in(self, country: str, besides: str = "") -> bool:
        """Whether any entity but that of the id `besides` is of this country."""
        return bool(self.countries.get(country, set()) - {besides})

    def at_home(self, besides: str = "") -> bool:
        """Whether the article plays in Indonesia: it names other Indonesian things, or no other country."""
        return self.plays_in(HOME, besides) or not any(
            self.plays_in(country) for country in self.countries if country != HOME
        )

    def covers(self, code: str, besides: str) -> bool:
        """Whether another entity is the region that the one with this Ministry code lies in, or lies in it."""
        return any(
            ids - {besides} and (code.startswith(area + ".") or area.startswith(code + "."))
            for area, ids in self.areas.items()
        )


def background(entities: Sequence[Entity], gazetteer: Gazetteer) -> Background:
    """The background that the entities with one sure meaning give."""
    known = Background()
    for entity in entities:
        for mention in entity.mentions if entity.label == "LOC" else ():
            known.districts[mention.end] = {
                c.record.ids["kemendagri"] for c in gazetteer.find(mention.text, "LOC") if c.record.kind == "district"
            }
        record = sure_record(entity, gazetteer)
        if record is None:
            continue
        known.kinds.setdefault(record.kind, set()).add(entity.id)
        if record.country and record.kind not in PLACELESS:
            known.countries.setdefault(record.country, set()).add(entity.id)
        if record.label != "LOC":
            continue
        for mention in entity.mentions:
            known.placed[mention.start] = Placed(record, mention.end, kinds_within(mention.text) is not None)
            known.ends[mention.end] = record.kind
        if record.kind in POINTS and record.lat is not None and record.lon is not None:
            known.points[entity.id] = (record.country, (record.lat, record.lon))
        if "kemendagri" in record.ids:
            known.areas.setdefault(record.ids["kemendagri"], set()).add(entity.id)
    return known


def sure_record(entity: Entity, gazetteer: Gazetteer) -> GazetteerRecord | None:
    """The one likely meaning of an entity's most informative form, None where there is none or more than one."""
    for form in distinctive_forms(entity)[:1]:
        found = gazetteer.well_written(form, entity.label)
        if not found or found[0].record.prior < (SURE if found[1:] else ALONE):
            return None
        rivals = [c for c in found[1:] if c.record.prior > found[0].record.prior - MARGIN]
        return None if rivals else found[0].record
    return None
