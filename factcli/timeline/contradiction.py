"""What two accounts say that cannot be true of one event: then they are two, however alike they sound."""

from __future__ import annotations

from factcli.timeline.account import Account
from factcli.timeline.kinds import kinds
from factcli.timeline.places import can_be_one
from factcli.timeline.times import agree, are_neighbours, is_dated, overlap


def contradict(one: Account, other: Account) -> bool:
    """True for other people, another place, another day, another number of a series, a plan made after the deed."""
    return (
        _are_others(one, other)
        or lie_apart(one, other)
        or one.ordinal != other.ordinal
        or not _times_agree(one, other)
        or not _statuses_agree(one, other)
    )


def _are_others(one: Account, other: Account) -> bool:
    """True where both name who does it or to whom it is done, and nobody is in both.

    Who acts for a body is in what the body does, but two who act for it are two. What two articles have somebody say is
    one saying only where they name one speaker.
    """
    if one.agents & other.represented or one.represented & other.agents:
        return False
    is_said = one.event.class_ == other.event.class_ == "REPORTING"
    if is_said and one.article != other.article and not one.agents & other.agents:
        return True
    mine, theirs = one.agents | one.patients, other.agents | other.patients
    return bool(mine and theirs) and not mine & theirs


def lie_apart(one: Account, other: Account) -> bool:
    """True where both name places, and none of the one can be one of the other."""
    if not one.where or not other.where or one.places & other.places:
        return False
    return not any(can_be_one(mine, theirs) for mine in one.where for theirs in other.where)


def _times_agree(one: Account, other: Account) -> bool:
    """True for times that agree; two articles may give stretches that overlap, or put on neighbouring days what happens
    once.
    """
    mine, theirs = one.event.when, other.event.when
    if not is_dated(mine) or not is_dated(theirs) or agree(mine, theirs):
        return True
    if one.article == other.article:
        return False
    if overlap(mine, theirs):
        return True
    is_once = one.event.type in kinds("once") or other.event.type in kinds("once")
    is_guess = any(when is not None and when.basis == "published" for when in (mine, theirs))
    return are_neighbours(mine, theirs) and (is_once or is_guess)


def _statuses_agree(one: Account, other: Account) -> bool:
    """True unless one denies what the other states, or plans it when the other has reported it as done."""
    statuses = {one.event.status, other.event.status}
    if "negated" in statuses:
        return len(statuses) == 1
    if statuses != {"planned", "actual"} or one.article == other.article:
        return True
    plan, done = (one, other) if one.event.status == "planned" else (other, one)
    return (plan.published or "") <= (done.published or plan.published or "")
