"""Which word of a clause names its happening (the trigger), and which verb only carries it.

Works on Universal Dependencies as the Indonesian treebanks use them (UD 2, CSUI and PUD).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factcli.events.lexicon import EventType, lexicon
from factcli.schema import EventClass

NOMINAL = frozenset({"NOUN", "PROPN"})
VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
MAIN_CLAUSES = frozenset({"root", "ROOT", "ccomp", "conj", "parataxis"})
CARRIED = ("obj", "nsubj:pass", "nsubj", "obl", "xcomp", "ccomp", "nmod")
COMPLEMENTS = ("xcomp", "ccomp", "advcl", "conj")


@dataclass(frozen=True)
class Predicate:
    """A happening's trigger; `verb` is the verb whose arguments are the happening's (often the trigger itself)."""

    trigger: int
    verb: int
    class_: EventClass
    type: EventType | None

    @property
    def is_nominal(self) -> bool:
        """True where an event noun carries the happening by itself or behind a light verb."""
        return self.trigger != self.verb


def is_event_noun(token: Token) -> bool:
    """True for a noun that names a happening: `kunjungan`, `gempa`."""
    word = token.lower_
    if token.pos_ not in NOMINAL or token.ent_type_ or word in lexicon().reporting:
        return False
    return lexicon().types.get(word) is not None


def is_clause_head(token: Token) -> bool:
    """True for a verb, or another word that has a subject of its own or heads a clause."""
    if token.dep_ in ("aux", "cop", "case", "mark"):
        return False
    if token.pos_ in VERBAL or token.lower_ in lexicon().reporting or is_headline_verb(token):
        return True
    told = token.dep_ in MAIN_CLAUSES and token.pos_ in ("ADJ", "NOUN", "ADV", "NUM")
    return told and any(child.dep_ in SUBJECTS for child in token.children)


def is_headline_verb(token: Token) -> bool:
    """True for a verb that a headline's capitals make look like a name: `Merkel Sambangi Peru`."""
    if token.pos_ != "PROPN" or token.ent_type_ or token.sent._.kind != "title":
        return False
    return lexicon().voice_of(token.text) in ("bare", "active", "passive", "middle")


def predicate_of(token: Token) -> Predicate | None:
    """The happening that the clause headed by `token` tells, or that the event noun `token` names.

    None for copulas and other words that name no happening.
    """
    words = lexicon()
    word = token.lower_
    if word in words.serial and (content := _complement(token)) is not None:
        return predicate_of(content)
    if word in words.attribution and (report := _governing_report(token)) is not None:
        return _plain(report)
    if word in words.light and (noun := _carried_noun(token)) is not None:
        return Predicate(noun.i, token.i, "OCCURRENCE", words.type_of(noun.text, noun.lemma_))
    if is_event_noun(token):
        carrier = _carrier(token)
        return Predicate(token.i, (carrier or token).i, "OCCURRENCE", words.type_of(token.text, token.lemma_))
    if word in words.state or not is_clause_head(token):
        return None
    return _plain(token)


def _plain(token: Token) -> Predicate:
    words = lexicon()
    says = token.lower_ in words.reporting or token.lower_ in words.attribution
    return Predicate(
        token.i,
        token.i,
        "REPORTING" if says else "OCCURRENCE",
        EventType("statement") if says else words.type_of(token.text, token.lemma_),
    )


def _complement(verb: Token) -> Token | None:
    """The verb that a serial verb leads up to: `berhasil` -> `menangkap`."""
    for relation in COMPLEMENTS:
        for child in verb.children:
            if child.dep_ == relation and child.i > verb.i and (child.pos_ in VERBAL or is_event_noun(child)):
                return child
    if verb.dep_ in ("aux", "advmod", "mark") and is_clause_head(verb.head):
        return verb.head
    return None


def _carried_noun(verb: Token) -> Token | None:
    """The event noun that a light verb carries: `melakukan` -> `kunjungan`."""
    for relation in CARRIED:
        for child in verb.children:
            if child.dep_ == relation and (is_event_noun(child) or _is_carried_by_empty(child, verb)):
                return child
    if verb.dep_ in ("acl", "acl:relcl") and is_event_noun(verb.head):
        return verb.head
    return None


def _is_carried_by_empty(noun: Token, verb: Token) -> bool:
    carried = noun.dep_ in ("obj", "nsubj", "nsubj:pass")
    return verb.lower_ in lexicon().empty and carried and noun.pos_ == "NOUN" and not noun.ent_type_


def _carrier(noun: Token) -> Token | None:
    """The light verb that carries an event noun, if one does."""
    if noun.head.lower_ in lexicon().light and noun.dep_ in CARRIED:
        return noun.head
    for child in noun.children:
        if child.dep_ in ("acl", "acl:relcl") and child.lower_ in lexicon().light:
            return child
    return None


def _governing_report(token: Token) -> Token | None:
    """The act of saying to which an attribution (`dikutip`) belongs: above it in the tree, else before it."""
    sentence = token.sent
    before = reversed(list(token.doc[sentence.start : token.i]))
    return next((other for other in (*token.ancestors, *before) if other.lower_ in lexicon().reporting), None)


def predicate_above(token: Token) -> Predicate | None:
    """The happening that `token`, a word of a date, is told of: the nearest above it in the tree."""
    for step in (token, *token.ancestors):
        if step.i != token.i and (is_clause_head(step) or is_event_noun(step)):
            found = predicate_of(step)
            if found is not None:
                return _said_at(found, step) or found
    return None


def _said_at(found: Predicate, step: Token) -> Predicate | None:
    """The saying that an event noun only places: `ujarnya dalam acara itu, Rabu`."""
    saying = step.head
    if found.trigger != found.verb or not is_event_noun(step) or step.dep_ not in ("obl", "nmod"):
        return None
    if saying.lower_ not in lexicon().reporting or not any(child.dep_ == "case" for child in step.children):
        return None
    return _plain(saying)


def predicates_in(doc: Doc) -> list[Predicate]:
    """Every happening of the text that has a verb or a known event noun, in the order of the triggers."""
    found: dict[int, Predicate] = {}
    for token in doc:
        if token.ent_type_ or token.pos_ in ("SPACE", "PUNCT"):
            continue
        if is_clause_head(token) or is_event_noun(token):
            predicate = predicate_of(token)
            if predicate is not None:
                found.setdefault(predicate.trigger, predicate)
    return [found[trigger] for trigger in sorted(found)]
