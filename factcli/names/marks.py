"""The names of an article's entities as `doc.ents`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from factcli.schema import Entity


def write_names(
    doc: Doc, entities: Sequence[Entity], scores: Mapping[tuple[int, int], float | None] | None = None
) -> None:
    """Make the mentions of the entities the Doc's names, each with its label and `kb_id_` (empty where there is none).

    A mention that ends inside a token (`AFP` of `AFPpada`) takes the whole token. `scores` gives `span._.score` by the
    mention's start and end; without it each name keeps the score that it had.
    """
    spans = []
    for entity in entities:
        for mention in entity.mentions:
            span = doc.char_span(
                mention.start, mention.end, entity.label, kb_id=entity.kb_id or "", alignment_mode="expand"
            )
            if isinstance(span, Span):
                if scores is not None:
                    span._.score = scores.get((mention.start, mention.end))
                spans.append(span)
    doc.set_ents(filter_spans(spans))
