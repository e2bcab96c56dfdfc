"""Names written at more length than the gazetteer has them: said twice, with a legal form, with the home country."""

from __future__ import annotations

from collections.abc import Iterator

from factcli.gazetteer.cues import cues
from factcli.gazetteer.knowledge_base import Gazetteer
from factcli.gazetteer.records import HOME, Candidate
from factcli.schema import Label

# What has a legal form, and what the state has one of: the home country behind its name says nothing new.
COMPANIES = frozenset({"company", "bank"})
NATIONAL = frozenset({"ministry", "agency", "court", "legislature", "police", "military", "government"})

# In words: no name of the gazetteer is longer.
LONGEST = 15


def rephrased(form: str, label: Label, gazetteer: Gazetteer) -> list[Candidate]:
    """The candidates for a name that itself has none: `Komisi Yudisial KY`, `PT Bank Central Asia Tbk`, `Kementerian
    Sosial Republik Indonesia`.
    """
    words = form.split()
    said_twice = _said_twice(words, label, gazetteer)
    if said_twice or label != "ORG":
        return said_twice
    bare = [word for word in words if word.strip(".,").casefold() not in cues().legal]
    if len(bare) < len(words):
        return [c for c in gazetteer.well_written(" ".join(bare), "ORG") if c.record.kind in COMPANIES]
    return [c for c in _of_home(words, gazetteer) if c.record.kind in NATIONAL and c.record.country == HOME]


def _said_twice(words: list[str], label: Label, gazetteer: Gazetteer) -> list[Candidate]:
    """Who bears both the words up to one and those behind it: a name with its short form, its brackets lost."""
    if len(words) > 2 * LONGEST:
        return []
    for length in range(len(words) - 1, 0, -1):
        behind = gazetteer.bearers(" ".join(words[length:]), label)
        both = behind and gazetteer.bearers(before := " ".join(words[:length]), label) & behind
        if both:
            return [c for c in gazetteer.well_written(before, label) if c.record.key in both]
    return []


def _of_home(words: list[str], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The candidates for the words before a name of the home country."""
    for length in (2, 1):
        if len(words) > length:
            countries = gazetteer.well_written(" ".join(words[-length:]), "LOC")
            if any(c.match == "exact" and (c.record.kind, c.record.country) == ("country", HOME) for c in countries):
                yield from gazetteer.well_written(" ".join(words[:-length]), "ORG")
                return
