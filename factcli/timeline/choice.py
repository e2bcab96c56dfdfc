"""Which account of an event gives its entry the time, and which the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcli.schema import When
from factcli.timeline.account import Account
from factcli.timeline.times import agree, days_of, first_day, last_day

# In days: longer than any time.
UNDATED = 10**6


def best_account(group: Sequence[Account]) -> Account:
    """The account that an editor would most likely print, of what was done before what was not."""
    return max(group, key=_merits)


def dating_account(group: Sequence[Account]) -> Account:
    """The account that gives the event its time.

    A stated time goes before a guessed one, what was done before what was not. Of these accounts it is one that fits
    the day that most of them give, with the most precise time.
    """
    stated = [one for one in group if one.event.when is not None and one.event.when.basis == "text"] or list(group)
    done = [one for one in stated if one.event.status == "actual"] or stated
    days = Counter(first_day(one.event.when) for one in done if days_of(one.event.when) == 1)
    # Of days that as many accounts give, the one that was given first.
    day = max(days, key=days.__getitem__, default=None)
    fitting = [one for one in done if day is None or _holds(one.event.when, day)]
    return min(fitting, key=lambda one: _precision(one.event.when))


def _holds(when: When | None, day: str) -> bool:
    return when is not None and first_day(when) <= day <= last_day(when)


def _precision(when: When | None) -> tuple[int, bool]:
    """Shorter times first; of one day, the one with a clock time."""
    return days_of(when) or UNDATED, "T" not in ((when.value if when else "") or "")


def other_times(group: Sequence[Account], when: When | None) -> list[When]:
    """The times that accounts state against `when`, each once; guessed times are left out."""
    times = [one.event.when for one in group if one.event.when and one.event.when.basis == "text"]
    stated = {(other.value, other.earliest): other for other in times}
    return [other for other in stated.values() if when is not None and not agree(when, other)]


def _merits(account: Account) -> tuple[bool, bool, float, int]:
    """What was done first, then no headline, then what an editor would print soonest, then what stands first."""
    return account.event.status == "actual", not account.is_headline, account.printable, -account.event.trigger.start
