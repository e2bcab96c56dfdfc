"""The heads for events as a spaCy component: `factcli_events`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import msgspec
import torch
from spacy.language import Language
from spacy.tokens import Doc

from factcli.encoder.weights import load_weights
from factcli.events.decode import Decision
from factcli.events.explain import Explanation, explain_events
from factcli.events.finding import Found, find_events
from factcli.events.network import EventHeads
from factcli.events.printable import Printable, worded
from factcli.schema import Event
from factcli.tokens.kept import keep
from factcli.tokens.models import ModelError, verified_folder
from factcli.tokens.needs import needs_trees, needs_vectors

WEIGHTS = "events.safetensors"
DECISION = "events.json"
PRINTABLE = "printable.safetensors"


class Loaded(NamedTuple):
    """What lies in a folder of models for events."""

    heads: EventHeads
    decision: Decision
    printable: Printable


class Events:
    """Doc with vectors, trees, entities and dates -> `doc._.events`, a list of factcli.schema.Event.

    The weights are those of `folder` (default: the verified ones that ship with factcli), loaded when first needed.
    Raises MissingStepError for a Doc that lacks what an earlier step gives, ModelError where the weights are missing or
    damaged.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._loaded: Loaded | None = None

    def load(self, hidden: int) -> Loaded:
        """The heads for vectors of that size, and what goes with them; raises ModelError."""
        if self._loaded is None:
            folder = self.folder or verified_folder()
            heads, printable = EventHeads(hidden), Printable(hidden)
            load_weights(heads, folder / WEIGHTS)
            load_weights(printable, folder / PRINTABLE)
            self._loaded = Loaded(heads.eval(), read_decision(folder / DECISION), printable)
        return self._loaded

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its events."""
        if len(doc):
            doc._.events = self._worded(doc)
        return doc

    def find(self, doc: Doc) -> list[Found]:
        """The events of a Doc that has words, each with the two ways to word it."""
        needs_vectors(doc, "factcli_events")
        needs_trees(doc, "factcli_events")
        heads, decision, _ = self.load(doc.tensor.shape[1])
        return find_events(doc, doc._.entities, doc._.dates, heads, decision)

    @torch.inference_mode()
    def _worded(self, doc: Doc) -> list[Event]:
        found = self.find(doc)
        return worded(doc, found, doc._.entities, doc._.dates, self.load(doc.tensor.shape[1]).printable)

    def explain(self, doc: Doc, at: int | None = None) -> list[Explanation]:
        """What the heads say of the words that may name an event, or of the word at the code point `at`."""
        if not len(doc):
            return []
        printable = {event.id: event.printable for event in self._worded(doc)}
        heads, decision, _ = self.load(doc.tensor.shape[1])
        return explain_events(doc, doc._.entities, doc._.dates, heads, decision, printable, at)


def read_decision(path: Path) -> Decision:
    """The thresholds and scales of a JSON file; raises ModelError where it cannot be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Decision)
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"{path} cannot be read: {error}") from error


@Language.factory(
    "factcli_events",
    requires=[
        "doc.tensor",
        "doc.sents",
        "token.pos",
        "token.morph",
        "token.lemma",
        "token.dep",
        "token.head",
        "doc._.article",
        "doc._.published",
        "doc._.entities",
        "doc._.dates",
    ],
    assigns=["doc._.events"],
)
def create_events(nlp: Language, name: str) -> Events:  # noqa: ARG001
    """A component that fills `doc._.events` with a list of factcli.schema.Event."""
    keep("article", "published", "entities", "dates", "events")
    return Events()
