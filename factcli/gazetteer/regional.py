"""Bodies that every region or country has (police, councils, ministries): known by their head and its name.

They need no rows of their own: thousands of names follow from the regions and the rules of regional_bodies.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import msgspec

from factcli.gazetteer.cues import kinds_within
from factcli.gazetteer.folding import fold
from factcli.gazetteer.records import HOME, Candidate, GazetteerRecord
from factcli.tables import read_table

PATH = Path(__file__).parent / "data" / "regional_bodies.toml"
KEY = "fc-regional-"
# A body that its name makes up (`Polda` and a province) is all but sure to be meant.
PRIOR = 0.9
FOREIGN, PARTY = "country", "party"
Regions = Callable[[str], Sequence[Candidate]]


class Body(msgspec.Struct, frozen=True):
    """A kind of body: its part of the key, its kind, the kinds of region (or party) that have one, the heads of its
    name.
    """

    slug: str
    kind: str
    kinds: list[str]
    heads: list[str]


@cache
def bodies() -> dict[str, Body]:
    """Each head, folded -> the body named so; read once."""
    rules = read_table(PATH)["body"]
    return {fold(head): msgspec.convert(rule, Body) for rule in rules for head in rule["heads"]}


@cache
def _longest_head() -> int:
    """How many words the longest head has."""
    return max(len(head.split()) for head in bodies())


def regional_body(name: str, regions: Regions, listed: Regions) -> Candidate | None:
    """The body that `name` is, if it is a head (the longest that fits) and what `regions` knows as a region, or for a
    party's what `listed` knows as a party.

    Where the tables have the body under another of its heads (`Departemen Luar Negeri AS`, for `Kemlu AS`), it is
    that one: `listed` finds what they have under a name. A region's short form (`Jatim`) gives the same body as its
    name; where a name stands for both a city and a regency, the body is named as the text names it, for which of the
    two is not known.
    """
    words = fold(name).split()
    for length in range(min(len(words) - 1, _longest_head()), 0, -1):
        body = bodies().get(" ".join(words[:length]))
        if body is None:
            continue
        written = " ".join(name.split()[-(len(words) - length) :])
        having = _having(body, written, listed if PARTY in body.kinds else regions)
        if having:
            within = kinds_within(written)
            bare = within[1] if within else written
            for head in body.heads:
                known = next(iter(listed(f"{head} {bare}")), None)
                if known is not None:
                    return msgspec.structs.replace(known, match="normalised")
            return _candidate(body, _region_name(body, having, written, regions), name, having[0].country)
    return None


def _having(body: Body, written: str, regions: Regions) -> list[GazetteerRecord]:
    """The regions so written that have the body, a generic noun before a short form passed over (`Provinsi Jatim`)."""
    having = [c.record for c in regions(written) if c.record.kind in body.kinds and _has(body, c.record)]
    within = kinds_within(written)
    if having or within is None:
        return having
    kinds, bare = within
    fitting = kinds & set(body.kinds)
    return [c.record for c in regions(bare) if c.record.kind in fitting and _has(body, c.record)]


def _has(body: Body, region: GazetteerRecord) -> bool:
    """Whether the region is one whose bodies are meant: Indonesian, but for what every country has but Indonesia."""
    return (region.country == HOME) != (FOREIGN in body.kinds)


def name_of_key(key: str) -> str | None:
    """A name that `regional_body` knows the body of this key by, None where the key is not made here."""
    if not key.startswith(KEY):
        return None
    rest = key.removeprefix(KEY)
    fitting = [body for body in bodies().values() if rest.startswith(body.slug + "-")]
    if not fitting:
        return None
    body = max(fitting, key=lambda body: len(body.slug))
    return f"{body.heads[0]} {rest.removeprefix(body.slug + '-').replace('-', ' ')}".title()


def _region_name(body: Body, having: Sequence[GazetteerRecord], written: str, regions: Regions) -> str:
    """The region's name as the body's name has it: without its generic noun, unless two that have such a body bear
    the name (`Bandung`); as written where only that says which of them is meant, or where nothing does.
    """
    name, within = having[0].name, kinds_within(having[0].name)
    # A province `Kepulauan Riau` is no other `Riau`, a regency `Kabupaten Bandung` one of two `Bandung`.
    short = within[1] if within and having[0].kind in within[0] else name
    sharing = [record for record in _having(body, short, regions) if "kemendagri" in record.ids]
    if len(having) == 1 and len(sharing) < 2:
        return short
    return name if len(having) == 1 and short != name else written


def _candidate(body: Body, region: str, name: str, country: str | None) -> Candidate:
    key = f"{KEY}{body.slug}-{fold(region).replace(' ', '-')}"
    record = GazetteerRecord(
        key=key,
        label="ORG",
        kind=body.kind,
        name=f"{body.heads[0]} {region}",
        ids={"factcli": key},
        country=country,
        prior=PRIOR,
        sources=("i2", "curated"),
    )
    return Candidate(record=record, alias=name, alias_kind="name", match="normalised")
