"""Which word of a clause names its happening (the trigger), and which verb only carries it.

Works on Universal Dependencies as the Indonesian treebanks use them (UD 2, CSUI and PUD).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factcli.events.lexicon import EventType, lexicon
from factcli.events.triggers import SUBJECTS as SUBJECTS
from factcli.events.triggers import VERBAL, is_clause_head, is_going, says_after_quote
from factcli.events.triggers import is_event_noun as is_event_noun
from factcli.schema import EventClass

CARRIED = ("obj", "nsubj:pass", "nsubj", "obl", "xcomp", "ccomp", "nmod")
COMPLEMENTS = ("xcomp", "ccomp", "advcl", "conj")
DEEP = frozenset({"nmod", "nmod:poss", "obl", "obj"})
COMMA = ","
GOING = EventType("visit", goes_to=True)
# How far a word may stand that tells the type of a happening, in tokens.
NEAR = 30


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


def predicate_of(token: Token) -> Predicate | None:
    """The happening that the clause headed by `token` tells, or that the event noun `token` names.

    None for copulas and other words that name no happening.
    """
    words = lexicon()
    word = token.lower_
    if says_after_quote(token):
        return _plain(token)
    if word in words.serial and (noun := _object_of_serial(token)) is not None:
        return Predicate(noun.i, token.i, "OCCURRENCE", _type_of(noun))
    if word in words.serial and (content := _complement(token)) is not None:
        return predicate_of(content)
    if word in words.attribution and (report := _governing_report(token)) is not None:
        return _plain(report)
    if word in words.light and (noun := _carried_noun(token)) is not None:
        return Predicate(noun.i, token.i, "OCCURRENCE", _type_of(noun))
    if is_event_noun(token):
        carrier = _carrier(token)
        return Predicate(token.i, (carrier or token).i, "OCCURRENCE", _type_of(token))
    if word in words.state or not is_clause_head(token):
        return None
    if _completes(token):
        return predicate_of(token.head)
    if (outcome := _outcome_before(token)) is not None:
        return Predicate(outcome.i, token.i, "OCCURRENCE", _type_of(outcome))
    return _plain(token)


def _plain(token: Token) -> Predicate:
    words = lexicon()
    says = token.lower_ in words.reporting or token.lower_ in words.attribution or says_after_quote(token)
    kind = _type_of(token)
    if says:
        return Predicate(token.i, token.i, "REPORTING", kind or EventType("statement"))
    return Predicate(token.i, token.i, "OCCURRENCE", kind)


def _type_of(token: Token) -> EventType | None:
    return lexicon().type_of(token.text, token.lemma_, _words_near(token))


def _words_near(token: Token) -> set[str]:
    """The lower-cased words of the sentence of `token`, at most NEAR to either side."""
    doc, first, last = token.doc, token.i, token.i + 1
    while first > 0 and token.i - first < NEAR and not doc[first].is_sent_start:
        first -= 1
    while last < len(doc) and last - token.i < NEAR and not doc[last].is_sent_start:
        last += 1
    return {doc[place].lower_ for place in range(first, last)}


def _completes(verb: Token) -> bool:
    """True for a verb that only completes the one before it: `meningkat menjadi`, `ditemukan terbungkus`."""
    head = verb.head
    if verb.dep_ != "xcomp" or head.pos_ != "VERB" or head.i > verb.i or lexicon().types.get(verb.lower_):
        return False
    words = lexicon()
    if any(head.lower_ in able for able in (words.serial, words.light, words.reporting, words.state)):
        return False
    own = {child.dep_ for child in verb.children}
    return "mark" not in own and ("obj" not in own or verb.lower_ in lexicon().completing)


def _outcome_before(verb: Token) -> Token | None:
    """The verb that a parser took for a word of the subject: `Dua orang tewas tertimpa batu`."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    subject = before.head
    in_subject = subject.dep_ in SUBJECTS and subject.head.i == verb.i and before.dep_ in ("nmod", "amod", "acl")
    is_bare = lexicon().voice_of(before.text) == "bare" and before.lower_ not in lexicon().nouns
    return before if in_subject and is_bare and not before.ent_type_ and lexicon().types.get(before.lower_) else None


def _complement(verb: Token) -> Token | None:
    """The verb that a serial verb leads up to: `berhasil` -> `menangkap`."""
    relations = COMPLEMENTS[:1] if verb.lower_ in lexicon().reporting else COMPLEMENTS
    for relation in relations:
        for child in verb.children:
            if child.dep_ == relation and child.i > verb.i and (child.pos_ in VERBAL or is_event_noun(child)):
                return child
    if verb.dep_ in ("aux", "advmod", "mark") and is_clause_head(verb.head):
        return verb.head
    return None


def _object_of_serial(verb: Token) -> Token | None:
    """The event noun straight behind a serial verb: `mulai latihan`."""
    if verb.lower_ in lexicon().reporting:
        return None
    behind = (child for child in verb.children if child.dep_ == "obj" and child.i == verb.i + 1)
    return next((child for child in behind if is_event_noun(child)), None)


def _carried_noun(verb: Token) -> Token | None:
    """The event noun that a light verb carries: `melakukan` -> `kunjungan`, `Konser` <- `urung digelar`."""
    near = [verb, verb.head] if _is_led_up_to(verb) else [verb]
    for relation in CARRIED:
        for head in near:
            for child in head.children:
                known = is_event_noun(child) and not _is_setting_of(child, verb)
                if child.dep_ == relation and (known or _is_carried_by_empty(child, verb)):
                    return _named_within(child)
    return _told_by_relative(verb) if verb.dep_ in ("acl", "acl:relcl") else None


def _told_by_relative(verb: Token) -> Token | None:
    """The event noun of a relative clause, over the measure between: `gempa berkekuatan magnitudo 7 yang terjadi`."""
    measure = verb.head
    if is_event_noun(measure):
        return measure
    if measure.dep_ == "nmod" and is_event_noun(measure.head):
        return measure.head
    if measure.head.lower_ not in lexicon().state:
        return None
    subjects = (child for child in measure.head.children if child.dep_ in SUBJECTS and is_event_noun(child))
    return next(subjects, measure.head.head if is_event_noun(measure.head.head) else None)


def _named_within(noun: Token) -> Token:
    """The happening that `peristiwa longsor`, `tanah longsor` name by their second word."""
    if noun.lower_ not in lexicon().general and is_event_noun(noun):
        return noun
    behind = (child for child in noun.children if child.i == noun.i + 1 and is_event_noun(child))
    return next(behind, noun)


def _is_setting_of(noun: Token, verb: Token) -> bool:
    """True for the noun of `membuat kejutan pada balapan`; but `ada dalam pencarian` is a search."""
    if noun.dep_ not in ("obl", "nmod") or verb.lower_ in lexicon().existential:
        return False
    return any(child.lower_ in lexicon().setting for child in noun.children if child.dep_ == "case")


def _is_led_up_to(verb: Token) -> bool:
    """True behind a serial verb, which holds the subject of both."""
    return verb.dep_ in ("xcomp", "ccomp") and verb.head.lower_ in lexicon().serial


def _is_carried_by_empty(noun: Token, verb: Token) -> bool:
    carried = noun.dep_ in ("obj", "nsubj", "nsubj:pass")
    is_noun = noun.pos_ == "NOUN" or (noun.pos_ == "PROPN" and noun.i == noun.sent.start == verb.i - 1)
    return verb.lower_ in lexicon().empty and carried and is_noun and not noun.ent_type_


def _carrier(noun: Token) -> Token | None:
    """The light verb that carries an event noun, if one does."""
    if noun.head.lower_ in lexicon().light and noun.dep_ in CARRIED and not _is_setting_of(noun, noun.head):
        return noun.head
    if noun.head.lower_ in lexicon().serial and noun.dep_ in SUBJECTS:
        led = [child for child in noun.head.children if _is_led_up_to(child) and child.lower_ in lexicon().light]
        if led:
            return led[0]
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
    set_off = _is_set_off(token)
    for step in (token, *token.ancestors):
        if token.head.i == step.i and _exists_then(step):
            return predicate_of(step) or _plain(step)
        if step.i != token.i and (is_clause_head(step) or is_event_noun(step)):
            found = predicate_of(step)
            if found is not None and not (set_off and _is_passed_over(found, step)):
                return _verb_over(found, step) or found
    return None


def _is_set_off(token: Token) -> bool:
    """True for a date behind a comma (`..., Rabu (8/5)`), which dates the whole clause."""
    first = token.left_edge
    return COMMA in (first.text, "" if first.is_sent_start or not first.i else first.nbor(-1).text)


def _is_passed_over(found: Predicate, noun: Token) -> bool:
    """True for an event noun deep in the clause of another verb."""
    if found.trigger != found.verb or not is_event_noun(noun) or noun.dep_ not in DEEP:
        return False
    return any(step.pos_ == "VERB" and step.dep_ not in ("acl", "acl:relcl") for step in noun.ancestors)


def _exists_then(verb: Token) -> bool:
    """True for `ada sejak 1965`: a verb of being that a date of its own makes a happening."""
    return verb.lower_ in lexicon().existential and any(child.dep_ in SUBJECTS for child in verb.children)


def _verb_over(found: Predicate, noun: Token) -> Predicate | None:
    """The verb of which an event noun with a date is only the object or the setting.

    `akan mengajukan banding pekan depan`, `ujarnya dalam acara itu, Rabu`: parsers hang the date on the noun.
    """
    verb = noun.head
    if found.trigger != found.verb or not is_event_noun(noun) or not is_clause_head(verb):
        return None
    led_by = {child.lower_ for child in noun.children if child.dep_ == "case"}
    is_setting = noun.dep_ in ("obl", "nmod") and bool(led_by & lexicon().setting)
    if not is_setting and (noun.dep_ != "obj" or led_by):
        return None
    return predicate_of(verb)


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
    for title in (sentence for sentence in doc.sents if sentence._.kind == "title"):
        if not any(title.start <= trigger < title.end for trigger in found):
            going = (token.i for token in title if is_going(token))
            found |= {place: Predicate(place, place, "OCCURRENCE", GOING) for place in going}
    return [found[trigger] for trigger in sorted(found)]
