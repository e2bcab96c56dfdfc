"""Under which clues accounts of one event find each other, so that only likely pairs are compared.

Two accounts of one event have a time in common, and a word, a kind or a participant. Time grows with the number of
accounts: each is compared with at most MOST others, those that it shares most clues with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import nsmallest

from factcli.timeline.account import Account
from factcli.timeline.times import stretches_of
from factcli.timeline.words import INFORMATIVE, rarity

MOST = 24
# As many accounts are looked at under one clue, the latest: a day may hold thousands of events of one kind.
LATEST = 80


def likely_pairs(accounts: Sequence[Account]) -> Iterator[tuple[int, list[int]]]:
    """Each account's place in the sequence, and the places of those before it that it is worth comparing with."""
    filed: dict[object, dict[str, list[int]]] = {}
    for place, account in enumerate(accounts):
        filed_under, looked_under = stretches_of(account.event.when)
        clues = _clues(account)
        found: Counter[int] = Counter()
        for clue in clues:
            # Most clues are met for the first time.
            if known := filed.get(clue):
                found.update({other for stretch in looked_under for other in known.get(stretch, ())[-LATEST:]})
        if len(found) > MOST:
            yield place, nsmallest(MOST, found, key=lambda other: (-found[other], -other))
        else:
            yield place, list(found)
        for clue in clues:
            known = filed.setdefault(clue, {})
            for stretch in filed_under:
                known.setdefault(stretch, []).append(place)


def _clues(account: Account) -> set[object]:
    event, article = account.event, account.article
    clues: set[object] = {*account.participants, *(word for word in account.words if rarity(word) >= INFORMATIVE)}
    clues |= {
        ("lemma", event.trigger.lemma),
        ("article", article, event.sentence),
        ("article", article, event.sentence + 1),
    }
    if event.type is not None:
        clues.add(("type", event.type))
    return clues
