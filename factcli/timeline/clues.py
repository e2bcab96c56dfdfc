"""Under which clues tellings of one happening find each other, so that only those with one in common are compared.

`likeness.is_same` decides; of every two tellings that it accepts, the later asks under a clue under which the earlier
is filed. Tellings whose doers are all known share a doer, so a clue by anything else tells whether doers are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from factcli.timeline.happenings import Happening
from factcli.timeline.kinds import kinds
from factcli.timeline.times import days_of, first_day, stretches_of

Clue: TypeAlias = tuple[object, ...]
BOTH = (True, False)


def filed_under(happening: Happening, *, alone: bool) -> set[Clue]:
    """The clues by which a telling is found; `alone`: no other article can tell it."""
    event = happening.event
    stretches, _ = stretches_of(event.when)
    names = [("word", event.trigger.lemma), ("type", event.type)] if _is_typed(happening) else [_kind(happening)]
    has_doer, is_typed = (bool(happening.agents),), (event.type is not None,)
    doers = happening.agents | happening.patients if happening.agents else ()
    return {
        clue
        for kind in names
        for clue in (
            *_shared(happening, kind, stretches, doers, has_doer),
            *(() if alone else _incident(happening, kind, has_doer)),
        )
    } | {*_told_alike(happening, stretches, is_typed), *_in_one_place(happening), *_same(happening)}


def asked_under(happening: Happening, *, alone: bool) -> set[Clue]:
    """The clues under which a telling looks for those before it."""
    event = happening.event
    _, stretches = stretches_of(event.when)
    kind = _kind(happening)
    has_doer = (False,) if happening.agents else BOTH
    is_typed = (False,) if event.type is not None else BOTH
    return {
        *_shared(happening, kind, stretches, happening.agents, has_doer),
        *(() if alone else _incident(happening, kind, has_doer)),
        *_told_alike(happening, stretches, is_typed),
        *_in_one_place(happening),
        *_same(happening),
    }


def _is_typed(happening: Happening) -> bool:
    return happening.event.type is not None and happening.event.class_ == "OCCURRENCE"


def _kind(happening: Happening) -> Clue:
    """What two tellings of one kind have in common: a type, or for a saying and what has none a word."""
    event = happening.event
    return ("type", event.type) if _is_typed(happening) else ("word", event.trigger.lemma)


def _shared(
    happening: Happening, kind: Clue, stretches: Sequence[str], doers: Iterable[str], has_doer: Iterable[bool]
) -> Iterator[Clue]:
    """The same kind at the same time: with a doer in common, or a participant where one names no doer."""
    for stretch in stretches:
        for doer in doers:
            yield "doer", kind, doer, stretch
        for participant in happening.participants:
            for known in has_doer:
                yield "participant", kind, participant, known, stretch


def _incident(happening: Happening, kind: Clue, has_doer: Iterable[bool]) -> Iterator[Clue]:
    """The same kind on the same day, with places called alike, or of a kind that is rare enough."""
    when = happening.event.when
    if days_of(when) != 1:
        return
    words = {word for place in happening.where for word in place.name.split()}
    for known in has_doer:
        yield from (("place", kind, word, known, first_day(when)) for word in words)
        if happening.event.type in kinds("incident"):
            yield "incident", kind, known, first_day(when)


def _told_alike(happening: Happening, stretches: Iterable[str], is_typed: Iterable[bool]) -> Iterator[Clue]:
    """The same people at the same time; one of the two words at least has no type."""
    people = happening.agents | happening.patients
    if people and happening.event.class_ == "OCCURRENCE":
        yield from (("people", people, known, stretch) for stretch in stretches for known in is_typed)


def _same(happening: Happening) -> Iterator[Clue]:
    """What one article marks as the same."""
    if happening.event.same is not None:
        yield "same", happening.place[0], happening.event.same


def _in_one_place(happening: Happening) -> Iterator[Clue]:
    """The same time in one sentence, or by the same word without participants in one article."""
    event, article = happening.event, happening.place[0]
    if event.type is not None:
        yield "sentence", article, event.sentence, event.type, event.when
    if not happening.participants:
        yield "word", article, event.trigger.lemma, event.when
