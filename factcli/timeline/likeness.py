"""Whether two tellings are of one happening: kind, participants, places and time must go together."""

from __future__ import annotations

from factcli.timeline.happenings import Happening, is_dated
from factcli.timeline.kinds import kinds
from factcli.timeline.places import are_called_alike, can_be_one
from factcli.timeline.times import MONTH, are_neighbours, days_of, first_day, fit

# The least share of words in common for two words of no known kind to tell the same.
ALIKE = 0.4


def is_same(one: Happening, other: Happening, *, related: bool) -> bool:
    """True where both tell the same happening, as far as the texts show.

    `related`: the articles have enough in common to be of one story.
    """
    if one.place[0] == other.place[0] and one.event.same and other.event.same:
        return one.event.same == other.event.same
    if one.event.class_ != other.event.class_ or not _statuses_agree(one, other) or not _agree(one, other):
        return False
    if _is_named_in(one, other) or _is_named_in(other, one):
        return True
    shared = one.participants & other.participants
    if not _is_same_kind(one, other):
        return bool(shared) and _is_told_alike(one, other)
    if not fit(one.event.when, other.event.when):
        return related and len(shared) + _places_touch(one, other) >= 2 and _is_contradiction(one, other)
    if not shared:
        return _is_told_twice(one, other) or (related and _is_incident(one, other))
    if one.place[0] == other.place[0] and not _is_taken_up(one, other):
        return False
    return _is_precise(one, other) or len(shared) >= 2 or one.participants == other.participants


def _is_same_kind(one: Happening, other: Happening) -> bool:
    """True for one type, which for a saying or what has none is one word."""
    if one.event.type is not None and one.event.class_ == "OCCURRENCE":
        return one.event.type == other.event.type
    return one.event.trigger.lemma == other.event.trigger.lemma


def _statuses_agree(one: Happening, other: Happening) -> bool:
    """True for one status, and for what an article announced and a later one, or one of its day, tells as done."""
    if one.event.status == other.event.status:
        return True
    if {one.event.status, other.event.status} != {"planned", "actual"} or one.place[0] == other.place[0]:
        return False
    plan, done = (one, other) if one.event.status == "planned" else (other, one)
    announced_before = (plan.published or "") <= (done.published or "")
    return announced_before and is_dated(plan.event.when) and first_day(plan.event.when) >= (plan.published or "")


def _agree(one: Happening, other: Happening) -> bool:
    """True unless somebody else does it, or it is done elsewhere."""
    if one.agents and other.agents and not one.agents & (other.agents | other.patients):
        return False
    if not one.where or not other.where or one.places & other.places:
        return True
    return any(can_be_one(mine, theirs) for mine in one.where for theirs in other.where)


def _is_taken_up(one: Happening, other: Happening) -> bool:
    """True for what one article tells again: at the same time, or by the same word at a time less exact."""
    return one.event.when == other.event.when or one.event.trigger.lemma == other.event.trigger.lemma


def _is_named_in(noun: Happening, verb: Happening) -> bool:
    """True for an event noun in the sentence of a verb that tells the same: `Hujan deras`, `Hujan deras mengguyur`."""
    one, other = noun.event, verb.event
    beside = noun.place[0] == verb.place[0] and one.sentence == other.sentence and one.type == other.type is not None
    return beside and one.when == other.when and other.summary.startswith(f"{one.summary} ")


def _is_told_alike(one: Happening, other: Happening) -> bool:
    """True for a deed of the same people on the same day, one of whose words has no known kind, told in like words."""
    if one.event.type is not None and other.event.type is not None:
        return False
    people = one.agents | one.patients
    if not people or people != other.agents | other.patients or one.event.class_ != "OCCURRENCE":
        return False
    if not _is_precise(one, other) or not fit(one.event.when, other.event.when):
        return False
    return 2 * len(one.words & other.words) >= ALIKE * (len(one.words) + len(other.words)) > 0


def _is_precise(one: Happening, other: Happening) -> bool:
    """True for two times of which neither is a year, or open; undated plans go by their participants alone."""
    if not is_dated(one.event.when):
        return not is_dated(other.event.when)
    days = [days_of(happening.event.when) for happening in (one, other)]
    return all(count is not None and count <= MONTH for count in days)


def _is_contradiction(one: Happening, other: Happening) -> bool:
    """True for what happens once and two articles put on neighbouring days."""
    if one.place[0] == other.place[0] or one.event.type not in kinds("once"):
        return False
    return are_neighbours(one.event.when, other.event.when)


def _is_told_twice(one: Happening, other: Happening) -> bool:
    """True for a happening without known participants that one article names twice: same word, same time."""
    return (
        one.place[0] == other.place[0]
        and one.event.class_ == "OCCURRENCE"
        and one.participants == other.participants
        and one.event.trigger.lemma == other.event.trigger.lemma
        and one.event.when is not None
        and one.event.when == other.event.when
    )


def _is_incident(one: Happening, other: Happening) -> bool:
    """True for an incident of one day of which two articles tell different sides, or the same of one place."""
    if one.place[0] == other.place[0] or days_of(one.event.when) != 1 or days_of(other.event.when) != 1:
        return False
    if one.patients and other.patients:
        return False
    return _places_touch(one, other) or one.event.type in kinds("incident")


def _places_touch(one: Happening, other: Happening) -> bool:
    """True for places that are not known as the same, but called alike."""
    if one.places & other.places:
        return False
    return any(are_called_alike(mine, theirs) for mine in one.where for theirs in other.where)
