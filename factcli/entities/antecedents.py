"""The named people and things of a parsed article in the order of telling, and where each stands in its clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from factcli.schema import Entity, Label

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLAUSES = frozenset({"root", "ROOT", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
ARGUMENTS = SUBJECTS | {"obj", "iobj", "obl", "obl:agent"}
OPENING_QUOTES = frozenset({'"', "“", "«"})
CLOSING_QUOTES = frozenset({'"', "”", "»"})
FIRST = attrgetter("first")
NAME_PARTS = frozenset({"flat", "flat:name", "flat:foreign", "appos", "compound", "fixed"})


class Antecedent(NamedTuple):
    """One telling of an entity: its first and last token, the head of its phrase, its sentence and its clause."""

    entity: str
    label: Label
    first: int
    last: int
    head: int
    sentence: int
    clause: int
    is_subject: bool
    is_quoted: bool


class Telling:
    """The antecedents of a document in order; those that references stand for are added as they are found.

    Each is looked up where it stands, so that a long article's references do not look through all of it.
    """

    def __init__(self, doc: Doc, entities: Sequence[Entity]) -> None:
        self.doc = doc
        self.labels = {entity.id: entity.label for entity in entities}
        self._sentence_starts = [sentence.start for sentence in doc.sents]
        self.quoted = frozenset(_quoted(doc))
        self.antecedents = sorted(self._named(entities), key=FIRST)
        self._in_clause: defaultdict[int, set[str]] = defaultdict(set)
        self._first_end: dict[str, int] = {}
        for antecedent in self.antecedents:
            self._note(antecedent)

    def sentence(self, position: int) -> int:
        """Which sentence the token stands in, counted from 0."""
        return bisect_right(self._sentence_starts, position) - 1

    def at(self, entity: str, first: int, last: int) -> Antecedent:
        """The antecedent of an entity told by the tokens `first` to `last`."""
        head = phrase_head(self.doc[first : last + 1].root)
        clause = predicate(head)
        return Antecedent(
            entity=entity,
            label=self.labels[entity],
            first=first,
            last=last,
            head=head.i,
            sentence=self.sentence(first),
            clause=clause.i,
            is_subject=head.dep_ in SUBJECTS,
            is_quoted=first in self.quoted,
        )

    def within(self, first: int, end: int) -> list[Antecedent]:
        """The antecedents that begin from token `first` on and before `end`."""
        return self.antecedents[
            bisect_left(self.antecedents, first, key=FIRST) : bisect_left(self.antecedents, end, key=FIRST)
        ]

    def before(self, position: int, reach: int) -> list[Antecedent]:
        """The antecedents that end before the token, in its sentence or one of the `reach` before."""
        sentence = max(0, self.sentence(position) - reach)
        return [one for one in self.within(self._sentence_starts[sentence], position) if one.last < position]

    def in_clause(self, clause: int) -> Collection[str]:
        """The entities told of in the clause of that head."""
        return self._in_clause.get(clause, ())

    def is_told(self, entity: str, position: int) -> bool:
        """True where the entity is told of before the token."""
        return self._first_end.get(entity, position) < position

    def latest(self, entities: Collection[str], position: int) -> str | None:
        """Which of the entities is told of last before the token."""
        if not any(self.is_told(entity, position) for entity in entities):
            return None
        place = bisect_left(self.antecedents, position, key=FIRST)
        told = (self.antecedents[earlier] for earlier in range(place - 1, -1, -1))
        return next(one.entity for one in told if one.last < position and one.entity in entities)

    def add(self, entity: str, position: int) -> None:
        """Take in a reference as one more telling of its entity."""
        antecedent = self.at(entity, position, position)
        insort(self.antecedents, antecedent, key=FIRST)
        self._note(antecedent)

    def _note(self, antecedent: Antecedent) -> None:
        self._in_clause[antecedent.clause].add(antecedent.entity)
        known = self._first_end.get(antecedent.entity, antecedent.last)
        self._first_end[antecedent.entity] = min(known, antecedent.last)

    def _named(self, entities: Sequence[Entity]) -> Iterator[Antecedent]:
        for entity in entities:
            for mention in entity.mentions:
                span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
                if span is not None and len(span):
                    yield self.at(entity.id, span.start, span.end - 1)


def _quoted(doc: Doc) -> Iterator[int]:
    """The tokens inside quotation marks; a quotation that is not closed ends with its line."""
    inside = False
    for token in doc:
        if token.text in OPENING_QUOTES and not inside:
            inside = True
        elif "\n" in token.text or token.text in CLOSING_QUOTES:
            inside = False
        elif inside:
            yield token.i


def phrase_head(token: Token) -> Token:
    """The noun that the name stands beside or is part of: `Presiden` for `Ida` in `Presiden Ida Berg`."""
    while token.dep_ in NAME_PARTS and token.head is not token:
        token = token.head
    return token


def predicate(token: Token) -> Token:
    """The head of the clause in which the token stands."""
    while token.dep_ not in CLAUSES and token.head is not token:
        if token.dep_ == "conj" and token.pos_ == "VERB":
            break
        token = token.head
    return token
