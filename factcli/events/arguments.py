"""Which entities the arguments of a happening stand for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from factcli.events.tables import read_table
from factcli.schema import Entity

INSIDE_NAME = frozenset(
    {"flat", "flat:name", "flat:foreign", "compound", "appos", "nmod", "nmod:poss", "amod", "fixed"}
)
APPOSED = ("appos", "flat", "flat:name")
COUNTRY_CODE = len("ID")


@cache
def words(table: str) -> frozenset[str]:
    """A list of data/roles.toml."""
    return frozenset(read_table("roles.toml")[table]["words"])


class Arguments:
    """The entities of one article, found by the tokens of their mentions and of what refers to them.

    `referents`: the index of a token that refers (a pronoun, a description) -> the ids of whom it means.
    """

    def __init__(self, doc: Doc, entities: Sequence[Entity], referents: Mapping[int, Collection[str]]) -> None:
        self.doc = doc
        self.label = {entity.id: entity.label for entity in entities}
        self.referents = dict(referents)
        self.countries = {entity.id for entity in entities if _is_country(entity)}
        self.named: dict[int, str] = {}
        for entity in entities:
            for mention in entity.mentions:
                span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
                for token in span or ():
                    self.named.setdefault(token.i, entity.id)

    def of(self, head: Token) -> list[str]:
        """The entities that an argument stands for, its coordinates too; empty for a generic actor."""
        found = self._of_one(head)
        for child in head.children:
            if child.dep_ == "conj":
                found += [entity for entity in self.of(child) if entity not in found]
        return found

    def _of_one(self, head: Token) -> list[str]:
        if head.i in self.named:
            return [self.named[head.i]]
        if head.i in self.referents:
            return list(self.referents[head.i])
        if head.lower_ in words("owned"):
            return [self.named[child.i] for child in head.children if child.dep_ == "appos" and child.i in self.named]
        inside = self.inside(head)
        persons = [entity for entity in inside if self.label[entity] == "PER"]
        if persons:
            return persons[:1]
        if head.lower_ in words("standing_for"):
            return [entity for entity in inside if self.label[entity] in ("ORG", "LOC")][:1]
        return [entity for entity in inside if self.label[entity] == "ORG" and self._in_apposition(head, entity)][:1]

    def inside(self, head: Token) -> list[str]:
        """The entities named within a noun phrase, behind its head and before any clause or preposition in it."""
        found: list[str] = []
        pending = [child for child in head.children if child.i > head.i and child.dep_ in INSIDE_NAME]
        pending += [name for child in head.children if child.lower_ in words("named_as") for name in child.children]
        while pending:
            token = pending.pop(0)
            if any(child.dep_ == "case" for child in token.children) or token.lower_ in words("owned"):
                continue
            if token.i in self.named and self.named[token.i] not in found:
                found.append(self.named[token.i])
            pending += [child for child in token.children if child.dep_ in INSIDE_NAME]
        return found

    def is_site(self, entity: str) -> bool:
        """True for a place that is only where things happen; a country may act and be acted on too."""
        return self.label[entity] == "LOC" and entity not in self.countries

    def is_venue(self, entity: str) -> bool:
        """True for what may stand behind a preposition of place: a place, or an institution as a building."""
        return self.label[entity] != "PER"

    def last_token(self, place: int) -> int:
        """The last token of the name that the token at `place` is part of."""
        while place + 1 < len(self.doc) and self.named.get(place + 1) == self.named[place]:
            place += 1
        return place

    def _in_apposition(self, head: Token, entity: str) -> bool:
        return any(child.dep_ in APPOSED and self.named.get(child.i) == entity for child in head.children)

    def only(self, head: Token, label: str) -> list[str]:
        """The entities of one label that an argument stands for."""
        return [entity for entity in self.of(head) if self.label[entity] == label]


def _is_country(entity: Entity) -> bool:
    """True for a country: a place that may act and be acted on."""
    return len(entity.ids.get("iso", "")) == COUNTRY_CODE
