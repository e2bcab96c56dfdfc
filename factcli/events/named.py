"""Where the words of an article, or of a text made of it, name somebody or something."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from factcli.schema import Entity

# Names of more words are not looked for.
LONGEST_NAME = 8
# What may stand around a name in a text.
AROUND = ",.;:!?()\"'“”‘’"


def named_in(doc: Doc, entities: Iterable[Entity]) -> dict[int, str]:
    """Token index -> the id of the entity named there."""
    named: dict[int, str] = {}
    for entity in entities:
        for mention in entity.mentions:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            named |= {token.i: entity.id for token in span or ()}
    return named


class Spellings:
    """How the entities of an article are spelt in it."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        mentions = ((mention.text, entity.id) for entity in entities for mention in entity.mentions)
        self._spelt = {" ".join(text.split()).strip(AROUND): id for text, id in mentions}

    def count_in(self, text: str) -> int:
        """How many entities a text names; of names in names the longest counts."""
        words = text.split()
        found: set[str] = set()
        start = 0
        while start < len(words):
            ends = range(min(len(words), start + LONGEST_NAME), start, -1)
            stretches = ((end, " ".join(words[start:end]).strip(AROUND)) for end in ends)
            end, name = next(((end, one) for end, one in stretches if one in self._spelt), (start + 1, None))
            found |= {self._spelt[name]} if name is not None else set()
            start = end
        return len(found)
