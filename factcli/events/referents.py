"""Whom a pronoun means (`Ia tiba`, `katanya`, `menurut dia`), and whom a part of a name: `Dewi` of `Dewi Anggraini`.

A pronoun by the roles of the event where they know it; else who was the subject of the sentences before, if it was one
person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from spacy.tokens import Doc, Token

from factcli.events.clause import DASHES, SUBJECTS, clause_head
from factcli.events.named import named_in
from factcli.events.quotes import is_spoken
from factcli.events.subjects import subjects_of
from factcli.events.tables import words
from factcli.events.types import reporting_words
from factcli.schema import Entity, Event

PASSIVE = "Pass"
PRONOUN = "PRON"
# In words, of a person's name.
LONGEST_PERSON = 4
# So many sentences back somebody is still spoken of.
REACH = 2


class Referents:
    """The names that stand for the pronouns of one article, and for parts of people's names, in the article's words."""

    def __init__(self, doc: Doc, stated: Iterable[tuple[Event, Token]], entities: Sequence[Entity]) -> None:
        names = {entity.id: entity.name for entity in entities}
        self._names: dict[int, tuple[str, ...]] = {}
        for event, trigger in stated:
            head = clause_head(trigger)
            who = event.patients if PASSIVE in head.morph.get("Voice", []) else event.agents
            for token in _pronouns(head):
                if len(who) == (2 if token.lower_ in words("plural") else 1):
                    self._names.setdefault(token.i, tuple(names[entity] for entity in who))
        for token, person in _spoken_of(doc, named_in(doc, [one for one in entities if one.label == "PER"])):
            self._names.setdefault(token.i, (names[person],))
        self._wholes = dict(_parts_of_names(doc, entities))

    def __contains__(self, token: Token) -> bool:
        return token.i in self._names

    def among(self, doc: Doc, kept: Sequence[int]) -> dict[int, str]:
        """The names for the pronouns among the `kept` words, but for those that the words themselves name, and the
        whole name for the first part of each that stands alone.
        """
        text = " ".join(doc[place].text for place in kept).casefold()
        joint = f" {next(iter(words('and')))} "
        pronouns = {
            place: joint.join(self._names[place])
            for place in kept
            if place in self._names and not any(name.split()[-1].casefold() in text for name in self._names[place])
        }
        said, parts = set(text.split()), dict[str, int]()
        for place in kept:
            whole = self._wholes.get(place)
            if whole is not None and said.isdisjoint(set(whole.casefold().split()) - {doc[place].lower_}):
                parts.setdefault(whole, place)
        return {place: whole for whole, place in parts.items()} | pronouns


def _parts_of_names(doc: Doc, entities: Iterable[Entity]) -> Iterator[tuple[int, str]]:
    """Each word that alone names a person, outside of quotations, and the name of more words that the article has."""
    for entity in entities:
        if entity.label != "PER":
            continue
        names = {" ".join(one.text.split()) for one in entity.mentions}
        wholes: dict[str, str] = {}
        # The name that the entity goes by comes last: `Sari Dewi Putri` may be another than `Sari Dewi`.
        for name in sorted(names, key=lambda name: (name == entity.name, len(name))):
            parts = name.split()
            wholes |= dict.fromkeys(parts, name) if 1 < len(parts) <= LONGEST_PERSON else {}
        for mention in entity.mentions:
            span = doc.char_span(mention.start, mention.end) if mention.text in wholes else None
            if span is not None and len(span) == 1 and _stands_free(span[0]):
                yield span.start, wholes[mention.text]


def _stands_free(token: Token) -> bool:
    """True for a word that nobody has said and that is no part of another: not `Dewi` of `Dewi-Budi`."""
    is_glued = any(mark.text in DASHES for mark in token.doc[max(0, token.i - 1) : token.i + 2])
    return not is_glued and not is_spoken(token)


def third_person() -> frozenset[str]:
    """Pronouns for one or more who are spoken of."""
    return words("one_person") | words("plural")


def is_unnamed(token: Token) -> bool:
    """True for a pronoun of the third person that stands alone."""
    return token.pos_ == PRONOUN and token.lower_ in third_person()


def _pronouns(head: Token) -> Iterator[Token]:
    """The pronouns that the roles of the event speak of: its subjects outside of quotations, behind it too."""
    yield from (one for one in subjects_of(head) if is_unnamed(one) and (one.i > head.i or not is_spoken(one)))


def _spoken_of(doc: Doc, people: Mapping[int, str]) -> Iterator[tuple[Token, str]]:
    """Each pronoun for one person that outside of quotations can only mean the one subject of the sentences before.

    `katanya` can only mean somebody who spoke before.
    """
    subjects: list[tuple[int, str]] = []
    speakers: list[tuple[int, str]] = []
    for number, sentence in enumerate(doc.sents):
        named = {people[token.i] for token in sentence if token.i in people}
        for token in sentence if not named else ():
            if not is_unnamed(token) or not _means_one(token) or is_spoken(token):
                continue
            before = speakers if _is_speaker(token) else subjects
            known = _within_reach(before, number)
            if len(known) == 1:
                [person] = known
                yield token, person
                before.append((number, person))
        if any(_is_other_speaker(token, people) for token in sentence):
            speakers.clear()
            subjects.clear()
        for token in sentence:
            if token.i in people and _is_beside_subject(token, people):
                subjects = [one for one in subjects if one[1] == people[token.i]]
            if token.i in people and token.dep_ in SUBJECTS:
                subjects.append((number, people[token.i]))
                speakers += subjects[-1:] if token.head.lower_ in reporting_words() else []


def _within_reach(before: Sequence[tuple[int, str]], number: int) -> set[str]:
    """Who is still spoken of in the sentence of this number; `before` are sentences, in order, and who is in them."""
    return {person for _, person in takewhile(lambda one: number - one[0] <= REACH, reversed(before))}


def _means_one(token: Token) -> bool:
    """`ia`, `dia`; of the clitics only that of `katanya`, else it says whose something is."""
    is_word = token.i > 0 and (token.nbor(-1).whitespace_ != "" or token.nbor(-1).is_space)
    return token.lower_ in words("one_person") and (is_word or _is_speaker(token))


def _is_speaker(token: Token) -> bool:
    """`katanya`, `kata dia`."""
    return token.dep_ in SUBJECTS and token.head.i == token.i - 1 and token.head.lower_ in reporting_words()


def _is_beside_subject(token: Token, people: Mapping[int, str]) -> bool:
    """True for a person whose the subject is, or who it is: after `Nama Sari terangkat` it may be Sari who is meant."""
    return token.head.dep_ in SUBJECTS and token.head.i not in people


def _is_other_speaker(token: Token, people: Mapping[int, str]) -> bool:
    """True for a speaker who is described, not named: `kata kuasa hukum Andi`."""
    says = token.dep_ in SUBJECTS and token.head.lower_ in reporting_words()
    return says and token.i not in people and not is_unnamed(token)
