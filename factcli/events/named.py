"""Where the words of an article name somebody or something."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from factcli.schema import Entity


def named_in(doc: Doc, entities: Iterable[Entity]) -> dict[int, str]:
    """Token index -> the id of the entity named there."""
    named: dict[int, str] = {}
    for entity in entities:
        for mention in entity.mentions:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            named |= {token.i: entity.id for token in span or ()}
    return named
