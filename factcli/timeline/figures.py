"""The figures of each event: what several articles and days state of one thing stands together."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

import msgspec

from factcli.schema import Event, Facts, Figure, Quantity, Statement
from factcli.timeline.account import Account
from factcli.timeline.group import Group
from factcli.timeline.kinds import kinds
from factcli.timeline.times import first_day, last_day

# The headline and the first sentences are the article's news.
LEAD = 3
# The dead of a disaster are counted until the end of the next year.
YEARS = 1
_Amount: TypeAlias = tuple[float | None, float | None, float | None]


class _Stated(NamedTuple):
    """A quantity, its name across documents, and the document that states it, by number and day."""

    quantity: Quantity
    name: str
    document: int
    published: str


def figures_of(groups: Sequence[Group], documents: Sequence[Facts]) -> list[list[Figure]]:
    """The figures of each group, each kind once, in the order in which the documents first state them."""
    several = len(documents) > 1
    own: dict[int, list[tuple[int, Account]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for account in group.accounts:
            own[account.article].append((number, account))
    stated: list[list[_Stated]] = [[] for _ in groups]
    for number, facts in enumerate(documents):
        prefix = f"{facts.id}#" if several else ""
        measured = _Measured(own[number], groups, facts)
        for quantity in facts.quantities:
            found = measured.group_of(quantity) if _is_figure(quantity) else None
            if found is not None:
                stated[found].append(_Stated(quantity, f"{prefix}{quantity.id}", number, facts.published.value or ""))
    return [list(_figures(each)) for each in stated]


def _is_figure(quantity: Quantity) -> bool:
    """Whether a reader knows what the number is of: a word says so, or its unit does."""
    return quantity.of is not None or quantity.unit in kinds("units")


class _Measured:
    """Which group of accounts each quantity of an article measures; groups are given by their numbers.

    `own` are the article's own accounts, each behind its group.
    """

    def __init__(self, own: Sequence[tuple[int, Account]], groups: Sequence[Group], facts: Facts) -> None:
        self.events = {event.id: event for event in facts.events}
        self.groups = {account.event.id: group for group, account in own}
        self.lead = max((sentence.end for sentence in facts.sentences[:LEAD]), default=0)
        causes = [group for group, account in own if account.event.type in kinds("cause")]
        causes.sort(key=lambda group: groups[group].size)
        # Of one day, the one that most articles report.
        self.causes = {first_day(groups[group].when): group for group in causes}
        self.days = sorted(self.causes)
        self.main = causes[-1] if causes else None

    def group_of(self, quantity: Quantity) -> int | None:
        """The group whose event it measures; of a toll, that of the disaster that it is of."""
        event = self.events.get(quantity.event or "")
        cause = self._cause_of(quantity, event) if quantity.of in kinds("toll") else None
        return cause if cause is not None or event is None else self.groups.get(event.id)

    def _cause_of(self, quantity: Quantity, event: Event | None) -> int | None:
        """The last disaster not long before it; of a toll without a time, in the article's lead, the main one."""
        if event is None or event.when is None:
            return self.main if quantity.end <= self.lead else None
        before = bisect_right(self.days, last_day(event.when)) if event.status == "actual" else 0
        if not before or _year(event.when.earliest or last_day(event.when)) - _year(self.days[before - 1]) > YEARS:
            return None
        return self.causes[self.days[before - 1]]


def _year(day: str) -> int:
    return int(day[:4])


def _figures(stated: Iterable[_Stated]) -> Iterator[Figure]:
    kept: dict[tuple[str | None, str], list[_Stated]] = defaultdict(list)
    for each in stated:
        kept[each.quantity.of, each.quantity.unit].append(each)
    for (of, unit), alike in kept.items():
        *earlier, latest = sorted(_one_a_document(alike), key=lambda each: (each.published, each.document))
        before: dict[_Amount, _Stated] = {}
        for each in earlier:
            before.setdefault(_amount(each.quantity), each)
        before.pop(_amount(latest.quantity), None)
        otherwise = [_statement(each) for each in before.values()]
        yield Figure(of=of, unit=unit, otherwise=otherwise, **msgspec.structs.asdict(_statement(latest)))


def _one_a_document(stated: Sequence[_Stated]) -> list[_Stated]:
    """The figure of each document: the largest that it states, since the smaller ones are parts of it."""
    best: dict[int, _Stated] = {}
    for each in stated:
        known = best.get(each.document)
        if known is None or _size(each.quantity) > _size(known.quantity):
            best[each.document] = each
    return list(best.values())


def _size(quantity: Quantity) -> float:
    """What it is at least: 384 is more than `ratusan`, which is more than 12."""
    known = (quantity.value, quantity.low, quantity.high)
    return next((number for number in known if number is not None), 0.0)


def _amount(quantity: Quantity) -> _Amount:
    return quantity.value, quantity.low, quantity.high


def _statement(stated: _Stated) -> Statement:
    quantity = stated.quantity
    return Statement(
        quantity=stated.name,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        mod=quantity.mod,
        published=stated.published or None,
        sides=quantity.sides,
    )
