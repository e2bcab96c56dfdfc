"""What the report's timeline shows of an entry, ready to be written down and to be filtered by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcli.formats.cited_events import CitedEvent, cited_events, cited_in, modifier_of_entry, participants, status_of
from factcli.formats.figures_text import figures_text
from factcli.formats.one_line import one_line
from factcli.formats.sources import Quoted, by_id, sentence_beside
from factcli.formats.when_text import otherwise_texts, when_text
from factcli.formats.wikidata import wikidata_page
from factcli.schema import PARTICIPANT_ROLES, Entity, Facts, TimelineEntry

# A list of keys in an attribute has them apart by white space.
_WHITE = re.compile(r"\s")


@dataclass(frozen=True)
class Person:
    """Someone, something or somewhere that takes part: `key` is the same in every entry."""

    key: str
    name: str
    label: str
    link: str | None


@dataclass(frozen=True)
class Source:
    """A place in an article that reports the event."""

    anchor: str
    name: str


@dataclass(frozen=True)
class Row:
    """An entry of the timeline; `first` and `last` are ISO 8601 days or empty, `otherwise` times stated against it.

    `sentence` is what it rests on, None where the summary says the same.
    """

    when: str
    otherwise: tuple[str, ...]
    first: str
    last: str
    summary: str
    figures: tuple[str, ...]
    status: str
    types: tuple[str, ...]
    people: tuple[Person, ...]
    sources: tuple[Source, ...]
    sentence: str | None

    @property
    def keys(self) -> str:
        """The keys of all who take part, for the filter."""
        return " ".join(person.key for person in self.people)


def rows_of(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> list[Row]:
    """One row per entry, in order."""
    by_event, known = cited_events(documents), by_id(documents)
    numbers = {id(facts): number for number, facts in enumerate(documents, 1)}
    return [_row(entry, cited_in(entry, by_event), numbers, sentence_beside(entry, known)) for entry in entries]


def person_of(entity: Entity) -> Person:
    """How an entity is shown: its Wikidata page where its id is known."""
    key = entity.kb_id or entity.ids.get("factcli") or f"{entity.label}:{entity.name}"
    return Person(_WHITE.sub("_", one_line(key)), one_line(entity.name), entity.label, wikidata_page(entity))


def anchor(number: int, event: str) -> str:
    """The name of the place where the document with this number reports an event."""
    return _WHITE.sub("_", one_line(f"d{number}-{event}"))


def _row(entry: TimelineEntry, cited: Sequence[CitedEvent], numbers: dict[int, int], sentence: Quoted | None) -> Row:
    people = {person.key: person for role in PARTICIPANT_ROLES for person in map(person_of, participants(cited, role))}
    return Row(
        when=when_text(entry.when, mod=modifier_of_entry(entry, cited)),
        otherwise=tuple(otherwise_texts(entry)),
        first=(entry.when and entry.when.earliest) or "",
        last=(entry.when and entry.when.latest) or "",
        summary=one_line(entry.summary),
        figures=tuple(figures_text(entry.figures)),
        status=status_of(cited),
        types=tuple(dict.fromkeys(_WHITE.sub("_", one_line(event.type)) for event, *_ in cited if event.type)),
        people=tuple(people.values()),
        sources=tuple(
            Source(anchor(numbers[id(facts)], event.id), one_line(facts.source or facts.title or facts.id))
            for event, facts, _ in cited
        ),
        sentence=one_line(sentence.text) if sentence else None,
    )
