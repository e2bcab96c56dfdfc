"""The names of an article's entities as `doc.ents`."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from factcli.schema import Entity


def write_names(doc: Doc, entities: Sequence[Entity]) -> None:
    """Make the mentions of the entities the Doc's names, each with its label and `kb_id_` (empty where there is none).

    A mention that ends inside a token (`AFP` of `AFPpada`) takes the whole token. `span._.score` stays what it was for
    the same characters.
    """
    spans = [
        doc.char_span(mention.start, mention.end, entity.label, kb_id=entity.kb_id or "", alignment_mode="expand")
        for entity in entities
        for mention in entity.mentions
    ]
    doc.set_ents(filter_spans(span for span in spans if isinstance(span, Span)))
