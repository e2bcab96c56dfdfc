"""The spaCy component `factcli_entities`: tagged spans in, `doc._.entities` out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from factcli.entities.grouping import group
from factcli.entities.mentions import mentions_of
from factcli.entities.spans import Bearers, Known, TaggedSpan, nobody, unknown
from factcli.schema import Block, Entity, Label, Mention
from factcli.syntax.casing import plain_case

LABELS = ("PER", "ORG", "LOC")


def entities_of(
    text: str,
    spans: Sequence[TaggedSpan],
    blocks: Sequence[Block] = (),
    known: Known = unknown,
    bearers: Bearers = nobody,
) -> list[Entity]:
    """The people, organisations and places of one article, from what the tagger marked in it.

    Headlines are read as the plain sentences that they stand for; mentions give the article's own letters.
    """
    plain = plain_case(text)
    entities = group(plain, mentions_of(plain, spans, blocks, known), bearers)
    for entity in entities:
        entity.mentions = [
            Mention(start=mention.start, end=mention.end, text=text[mention.start : mention.end])
            for mention in entity.mentions
        ]
    return entities


class EntityGrouper:
    """Sets `doc._.entities` from `doc.ents`; `known` and `bearers` ask a gazetteer, if one is set."""

    def __init__(self, known: Known = unknown, bearers: Bearers = nobody) -> None:
        self.known = known
        self.bearers = bearers

    def __call__(self, doc: Doc) -> Doc:
        """The same document, its entities set; spans with other labels than PER, ORG and LOC are left out."""
        spans = [
            TaggedSpan(start=span.start_char, end=span.end_char, label=cast(Label, span.label_))
            for span in doc.ents
            if span.label_ in LABELS
        ]
        blocks = doc._.blocks if Doc.has_extension("blocks") else ()
        doc._.entities = entities_of(doc.text, spans, blocks, self.known, self.bearers)
        return doc


@Language.factory("factcli_entities", requires=["doc.ents"], assigns=["doc._.entities"])
def create_entities(nlp: Language, name: str) -> EntityGrouper:  # noqa: ARG001
    """The component without a gazetteer; set its `known` and `bearers` to use one."""
    if not Doc.has_extension("entities"):
        Doc.set_extension("entities", default=[])
    return EntityGrouper()
