"""What an entry is worth to a reader: how likely it is needed, and says what no more needed entry has said."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.timeline.merging import Group
from factcli.timeline.need import Setting, need_of
from factcli.timeline.repeats import newness_of

CERTAIN = 1.0


def worth_of(groups: Sequence[Group], setting: Setting) -> dict[Group, float]:
    """The probability, for each happening of a story, that a reader needs an entry of its own for it."""
    needs = {group: need_of(group.accounts, setting) for group in groups}
    newness = newness_of(needs)
    return {group: _needed(group, needs[group]) * newness[group] if _was_judged(group) else CERTAIN for group in groups}


def _needed(group: Group, need: float) -> float:
    """The news of an article is needed for certain."""
    return CERTAIN if any(one.event.main for one in group.accounts) else need


def _was_judged(group: Group) -> bool:
    """False for events that no model has judged: whoever gives them wants them."""
    return any(one.event.salience is not None for one in group.accounts)
