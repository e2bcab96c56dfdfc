"""What the text around the name of a place says of the candidate: its generic noun, the region named behind it, and
places near it (spatial minimality: Leidner 2007, Toponym Resolution in Text).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcli.gazetteer.background import Background, Placed
from factcli.gazetteer.cues import is_placed, joins_a_list, kinds_of_place, kinds_within
from factcli.gazetteer.distance import Point, kilometres
from factcli.gazetteer.records import HOME, GazetteerRecord
from factcli.schema import Entity, Mention

# Added where the text names the place's kind, a region or a country that holds it, another place near it.
KIND_NAMED, REGION_NAMED, NEARBY = 0.3, 0.35, 0.35
SAME_COUNTRY = 0.2
# Most articles speak of the home country: that says little.
HOME_NAMED = 0.05
# The region named with its generic noun, or the region or country without, right behind the place does not hold it. A
# city whose name bears its noun shares it with a regency (`Kota Mojokerto`), which may be the one named.
OUTSIDE, OUTSIDE_BARE = -0.45, -0.25
# Under this prior a place needs something in the text that speaks for it: its region, its country, a word of place.
LITTLE_KNOWN = 0.65
REJECTED = float("-inf")

# In kilometres: how near a place is to another.
NEAR = 400.0
# Countries and continents are spoken of with any noun before them: `kota Jepang` is a town there.
VAST = frozenset({"country", "continent"})
CLUBS = ("football club",)
# Sites stand before the area they lie in, not beside it in a list: `Gedung KPK, Kuningan, Jakarta`.
SITES = frozenset({"building", "hospital", "airport", "harbour"})
# Kinds of place whose names clubs bear; no source says the country of an island.
TOWNS, UNPLACED = frozenset({"city", "region", "island"}), frozenset({"island"})
# No word right before a name is longer.
LONGEST_WORD = 100
_NEXT_WORD = re.compile(r",? (\w+)")
_JOINING = (", ", "-", "/")


def place_score(record: GazetteerRecord, form: str, entity: Entity, text: str, around: Background) -> float:
    """What is added to the prior of a place; minus infinity where the text rules it out."""
    named = [_kinds_named(record, text, mention) for mention in entity.mentions]
    if named and all(kinds is not None and record.kind not in kinds for kinds in named):
        return REJECTED
    own = kinds_within(form)
    added = 0.0
    if any(kinds and record.kind in kinds for kinds in named) or (own and record.kind in own[0]):
        added += KIND_NAMED
    elif any(kinds and record.kind not in kinds for kinds in named):
        added -= KIND_NAMED
    code = record.ids.get("kemendagri", "")
    if code and (around.covers(code, entity.id) or _holds_the_district_before(code, text, entity, around)):
        added += REGION_NAMED
    if record.country == HOME:
        added += HOME_NAMED if around.plays_in(HOME, entity.id) else 0.0
    elif record.country and around.plays_in(record.country, entity.id):
        added += SAME_COUNTRY
        if record.kind not in VAST and _is_near(record, around.points_in(record.country, entity.id)):
            added += NEARBY
    if _may_be_a_club(record, own, text, entity, around):
        return REJECTED
    unsupported = record.prior < LITTLE_KNOWN and added <= HOME_NAMED and not own
    if unsupported and not any(is_placed(text, m) or _is_beside_a_place(text, m, around) for m in entity.mentions):
        return REJECTED
    return added + min((_outside(record, text, mention, around) for mention in entity.mentions), default=0.0)


def _kinds_named(record: GazetteerRecord, text: str, mention: Mention) -> frozenset[str] | None:
    """The kinds that the noun before the mention allows, None where it says nothing of this record."""
    if record.kind in VAST:
        noun = text[max(0, mention.start - LONGEST_WORD) : mention.start].rstrip().rpartition(" ")[2]
        if noun[:1].islower():
            return None
    return kinds_of_place(text, mention)


def _outside(record: GazetteerRecord, text: str, mention: Mention, around: Background) -> float:
    """What is taken away because the region named right behind the mention, as in `Puncak, Kabupaten Bogor`, does not
    hold the candidate; nothing where the two may be members of a list.
    """
    behind = around.placed.get(mention.end + 2) if text[mention.end : mention.end + 2] == ", " else None
    if behind is None or behind.region.key == record.key or _is_listed(text, mention, behind, around):
        return 0.0
    region = behind.region
    code, own = region.ids.get("kemendagri", ""), record.ids.get("kemendagri", "")
    if region.kind in VAST:
        return OUTSIDE_BARE if record.country and record.country != region.country else 0.0
    if not (code and own) or own.startswith(code + "."):
        return 0.0
    if behind.is_explicit:
        return OUTSIDE
    return 0.0 if kinds_within(region.name) else OUTSIDE_BARE


def _holds_the_district_before(code: str, text: str, entity: Entity, around: Background) -> bool:
    """Whether a district of the region with this code is named right before a mention: `Cibinong, Bogor`."""
    before = (m.start - 2 for m in entity.mentions if text[max(0, m.start - 2) : m.start] == ", ")
    return any(own.startswith(code + ".") for end in before for own in around.districts.get(end, ()))


def _may_be_a_club(
    record: GazetteerRecord, own: tuple[frozenset[str], str] | None, text: str, entity: Entity, around: Background
) -> bool:
    """Whether the article is about football, where the names of lesser cities abroad are those of their clubs, and
    neither a generic noun nor the country behind the name speaks for the city.
    """
    if record.kind not in TOWNS or record.country == HOME or record.prior >= LITTLE_KNOWN or own:
        return False
    if record.country is None and record.kind not in UNPLACED:
        return False
    if not around.speaks_of(CLUBS, entity.id):
        return False
    behind = (around.placed.get(m.end + 2) for m in entity.mentions if text[m.end : m.end + 2] == ", ")
    return not any(placed and placed.region.country == record.country for placed in behind)


def _is_beside_a_place(text: str, mention: Mention, around: Background) -> bool:
    """Whether a comma or hyphen joins the mention to a sure place: `Timika, Papua`, `Jakarta-Cikampek`."""
    if text[mention.end : mention.end + 2] == ", " and mention.end + 2 in around.placed:
        return True
    return any(_is_behind_a_place(text, mention, mark, around) for mark in _JOINING)


def _is_behind_a_place(text: str, mention: Mention, mark: str, around: Background) -> bool:
    """Whether this mark alone stands between a sure place and the mention."""
    return text.endswith(mark, 0, mention.start) and mention.start - len(mark) in around.ends


def _is_listed(text: str, mention: Mention, behind: Placed, around: Background) -> bool:
    """Whether the mention and the region behind it stand in a list of peers."""
    if _is_behind_a_place(text, mention, ", ", around) and around.ends[mention.start - 2] not in SITES:
        return True
    word = _NEXT_WORD.match(text, behind.end)
    if word and joins_a_list(word[1]):
        return True
    after = around.placed.get(behind.end + 2) if text[behind.end : behind.end + 2] == ", " else None
    return after is not None and not _holds(after.region, behind.region)


def _holds(outer: GazetteerRecord, inner: GazetteerRecord) -> bool:
    code = outer.ids.get("kemendagri", "")
    if code:
        return inner.ids.get("kemendagri", "").startswith(code + ".")
    return outer.kind in VAST and outer.country == inner.country


def _is_near(record: GazetteerRecord, points: Iterable[Point]) -> bool:
    if record.lat is None or record.lon is None:
        return False
    here = (record.lat, record.lon)
    return any(kilometres(here, point) < NEAR for point in points)
