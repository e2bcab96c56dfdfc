"""Which events a reader asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factcli.schema import Entity, Facts, Status
from factcli.timeline.account import Account, folded, is_dated, names_of
from factcli.timeline.identities import Identities
from factcli.timeline.places import Place, place_of
from factcli.timeline.times import LATEST, first_day, last_day

# So many names are offered to somebody who got one wrong, as far as they are spelt so much alike (of 100).
MOST_LIKE, ALIKE = 3, 60


@dataclass(frozen=True)
class Wanted:
    """What to keep; None or nothing keeps all.

    `about` are names or ids (Q7747) of which one is enough, `place` is one; a country or an administrative unit holds
    the places in it. `earliest` and `latest` are ISO days: what can fall between them is kept.
    """

    about: Collection[str] = ()
    place: str | None = None
    earliest: str | None = None
    latest: str | None = None
    types: Collection[str] = ()
    statuses: Collection[Status] = ()

    def chooser(self, documents: Sequence[Facts]) -> Chooser:
        """The filter for these articles."""
        places = [place_of(entity) for entity in named(documents, self.place or "") if entity.label == "LOC"]
        return Chooser(self, tuple(places))


@dataclass(frozen=True)
class Chooser:
    """A filter with the places that the name asked for has in the articles."""

    wanted: Wanted
    asked_places: tuple[Place, ...]

    def keeps(self, account: Account) -> bool:
        """True for an event that was asked for."""
        wanted, event = self.wanted, account.event
        return (
            (not wanted.about or any(folded(name) in account.names for name in wanted.about))
            and (wanted.place is None or self._is_there(account))
            and (not wanted.types or event.type in wanted.types)
            and (not wanted.statuses or event.status in wanted.statuses)
            and self._falls_between(account)
        )

    def _is_there(self, account: Account) -> bool:
        return any(
            place == asked or asked.holds(place) or (place.kb_id or place.name) == (asked.kb_id or asked.name)
            for place in account.where
            for asked in self.asked_places
        )

    def _falls_between(self, account: Account) -> bool:
        earliest, latest = self.wanted.earliest, self.wanted.latest
        if earliest is None and latest is None:
            return True
        when = account.event.when
        return is_dated(when) and last_day(when) >= (earliest or "") and first_day(when) <= (latest or LATEST)


def named(documents: Iterable[Facts], *names: str) -> list[Entity]:
    """The entities that the articles call so, or that have such an id."""
    asked = {folded(name) for name in names}
    return [entity for facts in documents for entity in facts.entities if asked & names_of(entity)]


class Meant(NamedTuple):
    """Someone, something or somewhere that a name may mean, and in how many articles and events it is found."""

    identity: str
    name: str
    articles: int
    events: int


def meant(documents: Sequence[Facts], *names: str) -> list[Meant]:
    """Whom the articles mean by these names, the most frequent first; one person of several articles is one."""
    identities = Identities(documents)
    found: dict[str, list[tuple[str, int]]] = {}
    for facts in documents:
        counts = Counter(id for event in facts.events for id in {*event.agents, *event.patients, *event.places})
        for entity in named([facts], *names):
            found.setdefault(identities.of(entity), []).append((entity.name, counts[entity.id]))
    rows = [
        Meant(identity, max((name for name, _ in seen), key=len), len(seen), sum(count for _, count in seen))
        for identity, seen in found.items()
    ]
    return sorted(rows, key=lambda row: (-row.events, -row.articles, row.name))


def names_like(documents: Iterable[Facts], name: str) -> list[str]:
    """The names in the articles that are spelt most like `name`, for somebody who got it wrong."""
    from rapidfuzz.process import extract

    names = dict.fromkeys(entity.name for facts in documents for entity in facts.entities)
    found = extract(folded(name), list(names), processor=folded, limit=MOST_LIKE, score_cutoff=ALIKE)
    return [match for match, _, _ in found]
