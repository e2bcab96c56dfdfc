"""Who does it, to whom, where: from the arguments of a happening to entities (eval/GUIDELINES-events.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from factcli.events.arguments import INSIDE_NAME, Arguments, words
from factcli.events.lexicon import lexicon
from factcli.events.places import places_listed_after
from factcli.events.predicates import Predicate
from factcli.events.triggers import SUBJECTS, VERBAL, is_going, is_headline_verb

INHERITING = frozenset({"xcomp", "advcl", "conj", "acl", "acl:relcl", "parataxis"})


@dataclass
class Roles:
    """The entity ids of a happening, each once, in reading order."""

    agents: list[str] = field(default_factory=list)
    patients: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    def add(self, role: str, entities: Iterable[str]) -> None:
        """Add entities to a role, unless they have one already."""
        taken = {*self.agents, *self.patients, *self.places}
        getattr(self, role).extend(entity for entity in dict.fromkeys(entities) if entity not in taken)


def roles_of(doc: Doc, predicate: Predicate, arguments: Arguments) -> Roles:
    """The roles of a happening, from its verb, its event noun, and the clause that lends it a subject."""
    return _RoleFinder(doc, predicate, arguments).found()


class _RoleFinder:
    """One happening, whose arguments are given their roles one after the other."""

    def __init__(self, doc: Doc, predicate: Predicate, arguments: Arguments) -> None:
        self.doc = doc
        self.predicate = predicate
        self.arguments = arguments
        self.verb = doc[predicate.verb]
        self.goes_to = predicate.type is not None and predicate.type.goes_to
        self.roles = Roles()

    def found(self) -> Roles:
        """The roles, subjects first."""
        passive = is_passive(self.verb)
        self._add_subjects(passive)
        self._add_complements(self.verb)
        if not passive:
            self._add_next()
        if not passive and (is_headline_verb(self.verb) or is_going(self.verb)):
            self._add_neighbours()
        if self.predicate.is_nominal:
            self._add_complements(self.doc[self.predicate.trigger])
            self._add_owner(self.doc[self.predicate.trigger])
        elif self.verb.pos_ not in VERBAL:
            self._add_owner(self.verb)
        return self.roles

    def _add_subjects(self, passive: bool) -> None:
        verb = self.verb
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS and child.i != self.predicate.trigger]
        if not subjects and not passive and verb.lower_ not in lexicon().attribution:
            subjects = inherited_subjects(verb)
        for subject in subjects:
            if subject.lower_ in lexicon().types and not subject.ent_type_ and self.predicate.is_nominal:
                continue
            head = antecedent(subject)
            if passive and not self.predicate.is_nominal:
                self._add_affected(head)
            else:
                self.roles.add("agents", self.arguments.of(head))

    def _add_affected(self, head: Token) -> None:
        """What a verb is done to: a place that is no country is where it is done."""
        for entity in self.arguments.of(head):
            place = self.arguments.is_site(entity) or (self.goes_to and self.arguments.label[entity] == "LOC")
            self.roles.add("places" if place else "patients", [entity])
            if place:
                self.roles.add("places", places_listed_after(head, self.arguments))

    def _add_next(self) -> None:
        """The name straight behind a verb, or behind its preposition of place, wherever the parser hung it.

        Names that are words too (`mengunjungi Lima pada Mei`) mislead it.
        """
        verb = self.verb
        following = verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]
        active = lexicon().voice_of(verb.text) in ("active", "bare", "middle")
        if verb.pos_ != "VERB" or len(following) < 2 or not active or self.predicate.class_ == "REPORTING":
            return
        if following[0].i in self.arguments.named:
            self._add_affected(following[0])
        elif following[0].lower_ in words("place") and following[1].i in self.arguments.named:
            entity = self.arguments.named[following[1].i]
            self.roles.add("places", [entity] if self.arguments.label[entity] == "LOC" else [])

    def _add_neighbours(self) -> None:
        """In a headline that no parser reads: who stands before the verb, and whom or what it stands before."""
        named, verb = self.arguments.named, self.verb
        before = [index for index in range(verb.sent.start, verb.i) if index in named]
        after = [index for index in range(verb.i + 1, verb.sent.end) if index in named]
        if before and not self.roles.agents:
            self.roles.add("agents", [named[before[-1]]])
        if after and not (self.roles.patients or self.roles.places):
            self._add_affected(self.doc[after[0]])

    def _add_complements(self, head: Token) -> None:
        for child in head.children:
            if child.i == self.predicate.trigger or child.dep_ in SUBJECTS:
                continue
            relation = child.dep_.split(":")[0]
            is_object = relation in ("obj", "iobj")
            if child.dep_ == "obl:agent" or (is_object and is_passive(head)):
                self.roles.add("agents", self.arguments.of(child))
            elif is_object:
                self._add_affected(child)
                self._add_addressed(child)
            elif relation in ("obl", "nmod"):
                self._add_oblique(child)
            else:
                continue
            self._add_inner_places(child)

    def _add_addressed(self, thing: Token) -> None:
        """`memberikan penghargaan kepada Sari`: parsers hang whom it is given to on the thing."""
        for part in thing.children:
            led_by = {child.lower_ for child in part.children if child.dep_ == "case"}
            if part.dep_.startswith(("nmod", "obl")) and led_by & words("addressed"):
                self.roles.add("patients", self.arguments.of(part))

    def _add_inner_places(self, argument: Token) -> None:
        """`bertemu Menlu Ani di Roma`: parsers hang the place on the name before it."""
        for part in argument.subtree:
            where = {child.lower_ for child in part.children if child.dep_ == "case"} & words("inner_place")
            if where and part.dep_.startswith(("nmod", "obl")):
                here = self.arguments.only(part, "LOC")
                self.roles.add("places", [*here, *places_listed_after(part, self.arguments)])

    def _add_oblique(self, child: Token) -> None:
        preposition = next((other.lower_ for other in child.children if other.dep_ == "case"), "")
        found = self.arguments.of(child)
        label = self.arguments.label
        if preposition in words("agent"):
            self.roles.add("agents", found)
        elif preposition in words("place"):
            inside = [entity for entity in [*found, *self.arguments.inside(child)] if label[entity] == "LOC"]
            if child.i in self.arguments.named and preposition in words("venue"):
                inside += [entity for entity in found if label[entity] == "ORG"]
            self.roles.add("places", [*inside, *places_listed_after(child, self.arguments)])
        elif preposition in words("patient"):
            in_time = preposition in words("time")
            self.roles.add("patients", [entity for entity in found if not (in_time and label[entity] == "LOC")])

    def _add_owner(self, noun: Token) -> None:
        """`kunjungan Wapres Sari`, `pertemuan Budi dan Ani`: the name behind an event noun acts in it."""
        told_of = apposed_subject(noun)
        if told_of is not None and not self.roles.agents:
            self.roles.add("agents", self.arguments.only(told_of, "PER"))
        for child in noun.children:
            bare = not any(other.dep_ == "case" for other in child.children)
            if child.i > noun.i and child.dep_ in INSIDE_NAME and bare:
                for entity in self.arguments.of(child):
                    site = self.arguments.is_site(entity)
                    self.roles.add("places" if site else "agents", [entity])


def is_passive(verb: Token) -> bool:
    """True for a passive verb: its subject is what the thing is done to."""
    if any(child.dep_ in ("nsubj:pass", "csubj:pass", "obl:agent") for child in verb.children):
        return lexicon().voice_of(verb.text) not in ("active", "middle")
    return lexicon().voice_of(verb.text) == "passive" and "Voice=Act" not in str(verb.morph)


def antecedent(subject: Token) -> Token:
    """The noun for which a relative `yang` stands, else the word itself."""
    if "Rel" in subject.morph.get("PronType", []):
        clause = subject.head
        if clause.dep_ in ("acl", "acl:relcl"):
            return clause.head
    return subject


def apposed_subject(noun: Token) -> Token | None:
    """Whom `Sari, wafat di Solo` tells of, where the parser takes the verb for a noun in apposition."""
    beside = noun.dep_ in ("appos", "conj") and noun.head.pos_ in ("NOUN", "PROPN") and noun.head.i < noun.i
    return noun.head if beside and lexicon().voice_of(noun.text) == "bare" else None


def inherited_subjects(verb: Token) -> list[Token]:
    """The subject that a verb without one shares with the clause it hangs on, or with a word that leads up to it."""
    step = verb
    for _ in range(4):
        if found := _subjects_of(step):
            return found
        if step.dep_ in ("acl", "acl:relcl") and step.head.pos_ in ("NOUN", "PROPN"):
            return [step.head]
        if asked := _whom_it_is_asked_of(step):
            return [asked]
        controlled = step.dep_ == "ccomp" and step.head.lower_ in lexicon().serial
        if (step.dep_ not in INHERITING and not controlled) or step.head.i == step.i:
            return []
        step = step.head
    return []


def _whom_it_is_asked_of(verb: Token) -> Token | None:
    """`meminta Budi mundur`: the object of a verb of asking does what it is asked."""
    asking = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or asking.lower_ not in words("object_control"):
        return None
    return next((child for child in asking.children if child.dep_ in ("obj", "iobj")), None)


def _subjects_of(verb: Token) -> list[Token]:
    """The verb's own subject, else that of a word such as `sempat` which only leads up to it."""
    words = lexicon()
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    before = [child for child in verb.children if child.i < verb.i]
    led = [child for child in before if child.lower_ in words.serial or child.lower_ in words.state]
    return own or [subject for child in led for subject in child.children if subject.dep_ in SUBJECTS]
