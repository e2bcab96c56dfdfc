"""An article's text with its mentions, dates and triggers marked, as paragraphs of pieces."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcli.formats.one_line import one_line
from factcli.formats.report.rows import anchor, person_of
from factcli.formats.when_text import when_text
from factcli.schema import Facts, When


@dataclass(frozen=True)
class Mark:
    """A stretch that is marked: `kind` is PER, ORG, LOC, DATE or EVENT; `says` is what hovering over it shows."""

    start: int
    end: int
    kind: str
    says: str = ""
    link: str | None = None
    anchor: str | None = None


@dataclass(frozen=True)
class Piece:
    """A stretch of text, marked or not, and the anchors of the events that its mark hides."""

    text: str
    mark: Mark | None = None
    anchors: tuple[str, ...] = ()


def paragraphs_of(facts: Facts, number: int) -> Iterator[list[Piece]]:
    """The pieces of each line of the text that is not blank; `number` is the document's on the page."""
    marks = sorted(_marks(facts, number), key=lambda mark: (mark.start, -mark.end))
    starts = [mark.start for mark in marks]
    start = 0
    for line in facts.text.split("\n"):
        end = start + len(line)
        if line.strip():
            begun = marks[bisect_left(starts, start) : bisect_right(starts, end)]
            yield list(_pieces(facts.text, start, end, [mark for mark in begun if mark.end <= end]))
        start = end + 1


def _marks(facts: Facts, number: int) -> Iterator[Mark]:
    for entity in facts.entities:
        person = person_of(entity)
        says = one_line(" · ".join(filter(None, (person.name, entity.kb_id, entity.country))))
        yield from (Mark(m.start, m.end, entity.label, says, person.link) for m in entity.mentions)
    for date in facts.dates:
        days = When(value=date.value, earliest=date.earliest, latest=date.latest)
        known = when_text(days, mod=date.mod) if date.earliest or date.latest else ""
        says = " · ".join(filter(None, (date.value, known)))
        yield Mark(date.start, date.end, "DATE", one_line(says))
    for event in facts.events:
        trigger = event.trigger
        yield Mark(trigger.start, trigger.end, "EVENT", one_line(event.type or ""), anchor=anchor(number, event.id))


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The line cut at its marks; of marks that overlap the first is shown, and the anchors of all are kept."""
    place, number = start, 0
    while number < len(marks):
        mark = marks[number]
        covered = [mark]
        while number + 1 < len(marks) and marks[number + 1].start < mark.end:
            number += 1
            covered.append(marks[number])
        number += 1
        if place < mark.start:
            yield Piece(one_line(text[place : mark.start]))
        yield Piece(
            one_line(text[mark.start : mark.end]), mark, tuple(other.anchor for other in covered if other.anchor)
        )
        place = mark.end
    if place < end:
        yield Piece(one_line(text[place:end]))
