"""The accounts of one event, and which of them speak for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from factcli.schema import When
from factcli.timeline.account import Account
from factcli.timeline.choice import best_account, dating_account


@dataclass(eq=False)
class Group:
    """The accounts of one event in the order of the text.

    `compared`: each other group with an account that was compared with one of these -> for each such pair the log odds
    that they are of one event; pairs that contradict each other are left out. `best`, `dated` and `size` are worked
    out once, when the accounts are all there.
    """

    accounts: list[Account]
    compared: dict[Group, list[float]] = field(default_factory=dict, repr=False)

    @cached_property
    def best(self) -> Account:
        """The account that gives the entry its words."""
        return best_account(self.accounts)

    @cached_property
    def dated(self) -> Account:
        """The account that gives the entry its time."""
        return dating_account(self.accounts)

    @cached_property
    def size(self) -> tuple[int, int]:
        """How many articles and accounts it has."""
        return len({account.article for account in self.accounts}), len(self.accounts)

    @property
    def stands_alone(self) -> bool:
        """Whether one of the accounts can be an entry."""
        return any(account.stands_alone for account in self.accounts)

    @property
    def when(self) -> When | None:
        """The time of the entry."""
        return self.dated.event.when
