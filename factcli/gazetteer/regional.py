"""Bodies that every region or country has (police, councils, ministries): known by their head and its name.

They need no rows of their own: thousands of names follow from the regions and the rules of regional_bodies.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import msgspec

from factcli.gazetteer.folding import fold
from factcli.gazetteer.records import HOME, Candidate, GazetteerRecord
from factcli.tables import read_table

PATH = Path(__file__).parent / "data" / "regional_bodies.toml"
KEY = "fc-regional-"
# A body that its name makes up (`Polda` and a province) is all but sure to be meant.
PRIOR = 0.9
FOREIGN = "country"
Regions = Callable[[str], Sequence[Candidate]]


class Body(msgspec.Struct, frozen=True):
    """A kind of body: its part of the key, its kind, the kinds of region that have one, the heads of its name."""

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
    """The body that `name` is, if it is a head (the longest that fits) and what `regions` knows as a region.

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
        having = [c.record for c in regions(written) if c.record.kind in body.kinds and _has(body, c.record)]
        if having:
            for head in body.heads:
                known = next(iter(listed(f"{head} {written}")), None)
                if known is not None:
                    return msgspec.structs.replace(known, match="normalised")
            return _candidate(body, _region_name(having, written), name, having[0].country)
    return None


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


def _region_name(having: Sequence[GazetteerRecord], written: str) -> str:
    """The region's name as the body's name has it: a regency without its generic noun, the ambiguous as written."""
    if len(having) > 1:
        return written
    name, words = having[0].name, having[0].name.split()
    return " ".join(words[1:]) if having[0].kind == "regency" and len(words) > 1 else name


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
