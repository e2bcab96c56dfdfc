"""The spaCy component `factcli_entities`: marked names in, `doc._.entities` and the final names in `doc.ents` out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from factcli.entities.grouping import group
from factcli.entities.mentions import mentions_of
from factcli.entities.spans import BearerLookup, LabelLookup, TaggedSpan, nobody, unknown
from factcli.names.marks import write_names
from factcli.schema import LABELS, Block, Entity, Mention
from factcli.tokens.kept import keep, keep_score
from factcli.tokens.needs import needs_names


def without_foreign(entities: Sequence[Entity], blocks: Sequence[Block]) -> list[Entity]:
    """The entities, numbered anew, less those that only an invitation to read something else names.

    `blocks` come in the order of the text.
    """
    invitations = [block for block in blocks if block.kind == "invitation"]

    def is_foreign(mention: Mention) -> bool:
        begun = bisect_right(invitations, mention.start, key=attrgetter("start"))
        return begun > 0 and mention.start < invitations[begun - 1].end

    kept = (entity for entity in entities if not all(map(is_foreign, entity.mentions)))
    return [msgspec.structs.replace(entity, id=f"e{number}") for number, entity in enumerate(kept, 1)]


class EntityGrouper:
    """Sets `doc._.entities` from `doc.ents`, and `doc.ents` to the names of these entities.

    `known` and `bearers` ask a gazetteer, if one is set. Raises MissingStepError for a Doc in which nobody has looked
    for names.
    """

    def __init__(self, known: LabelLookup = unknown, bearers: BearerLookup = nobody) -> None:
        self.known = known
        self.bearers = bearers

    def __call__(self, doc: Doc) -> Doc:
        """The same document, its entities set; spans with other labels than PER, ORG and LOC are left out."""
        needs_names(doc, "factcli_entities")
        spans = [
            TaggedSpan(start=span.start_char, end=span.end_char, label=span.label_, score=span._.score)
            for span in doc.ents
            if span.label_ in LABELS
        ]
        mentions = mentions_of(doc.text, spans, self.known)
        entities = without_foreign(group(doc.text, mentions, self.bearers), doc._.blocks or ())
        write_names(doc, entities, {(one.start, one.end): one.score for one in mentions})
        doc._.entities = entities
        return doc


@Language.factory("factcli_entities", requires=["doc.ents"], assigns=["doc._.entities", "doc.ents", "span._.score"])
def create_entities(nlp: Language, name: str) -> EntityGrouper:  # noqa: ARG001
    """The component without a gazetteer; set its `known` and `bearers` to use one."""
    keep("entities", "blocks")
    keep_score()
    return EntityGrouper()
