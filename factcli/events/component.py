"""The event finder as a spaCy component: `factcli_events`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from factcli.entities.references import referents
from factcli.events.finding import find_events


@Language.factory(
    "factcli_events",
    requires=["token.dep", "token.pos", "doc._.entities", "doc._.dates"],
    assigns=["doc._.events"],
)
def create_events(nlp: Language, name: str) -> EventComponent:  # noqa: ARG001
    """A component that fills `doc._.events` with a list of factcli.schema.Event."""
    return EventComponent()


class EventComponent:
    """Doc with dependencies, entities and dates -> Doc with events."""

    def __init__(self) -> None:
        if not Doc.has_extension("events"):
            Doc.set_extension("events", default=[])

    def __call__(self, doc: Doc) -> Doc:
        doc._.events = find_events(doc, doc._.entities, doc._.dates, referents(doc, doc._.entities))
        return doc
