"""Whether two tellings are of one happening: type, participants and time must go together."""

from __future__ import annotations

from collections.abc import Iterable

from factcli.schema import When
from factcli.timeline.happenings import Happening, is_dated

EARLIEST = "0000-00-00"
LATEST = "9999-99-99"


def first_day(when: When | None) -> str:
    """The first day of a time, as text that sorts."""
    return (when.earliest if when else None) or EARLIEST


def last_day(when: When | None) -> str:
    """The last day of a time, as text that sorts."""
    return (when.latest if when else None) or LATEST


def contains(outer: When | None, inner: When | None) -> bool:
    """True where every day of `inner` is a day of `outer`."""
    return first_day(outer) <= first_day(inner) and last_day(inner) <= last_day(outer)


def is_same(one: Happening, other: Happening) -> bool:
    """True where both tell the same happening, as far as the text shows."""
    return _alike(one, other) and _together(one, other) and _same_time(one, other)


def _alike(one: Happening, other: Happening) -> bool:
    if one.event.class_ != other.event.class_ or one.event.status != other.event.status:
        return False
    if one.event.type is not None and one.event.class_ == "OCCURRENCE":
        return one.event.type == other.event.type
    return one.event.trigger.lemma == other.event.trigger.lemma


def _together(one: Happening, other: Happening) -> bool:
    if not one.participants or not other.participants:
        return _told_twice(one, other)
    if one.agents and other.agents and not one.agents & (other.agents | other.patients):
        return False
    if one.places and other.places and not _places_agree(one, other):
        return False
    return bool(one.participants & other.participants)


def _places_agree(one: Happening, other: Happening) -> bool:
    """True where a place is the same, or one names the country (`ke Peru`) and the other a city in it (`di Lima`)."""
    return bool(one.places & other.places or one.countries & other.within or other.countries & one.within)


def _told_twice(one: Happening, other: Happening) -> bool:
    """True for a happening without known participants that one article names twice: same word, same time."""
    return (
        one.place[0] == other.place[0]
        and one.event.class_ == "OCCURRENCE"
        and one.participants == other.participants
        and one.event.trigger.lemma == other.event.trigger.lemma
        and one.event.when is not None
        and one.event.when == other.event.when
    )


def _same_time(one: Happening, other: Happening) -> bool:
    if is_dated(one.event.when) != is_dated(other.event.when):
        return False
    if not is_dated(one.event.when):
        return True
    return contains(one.event.when, other.event.when) or contains(other.event.when, one.event.when)


def narrowest(happenings: Iterable[Happening]) -> When | None:
    """The shortest time among tellings of one happening."""
    times = [happening.event.when for happening in happenings]
    return max(times, key=lambda when: (first_day(when), [-ord(letter) for letter in last_day(when)]), default=None)


def groups_of(happenings: Iterable[Happening]) -> list[list[Happening]]:
    """The tellings grouped by happening, each group and the groups in the order of the text."""
    groups: list[list[Happening]] = []
    for happening in happenings:
        for group in groups:
            if all(is_same(happening, member) for member in group):
                group.append(happening)
                break
        else:
            groups.append([happening])
    return groups
