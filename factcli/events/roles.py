"""Who does it, to whom, where: from the arguments of a happening to entities (eval/GUIDELINES-events.md)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from factcli.events.lexicon import lexicon
from factcli.events.predicates import SUBJECTS, VERBAL, Predicate, is_headline_verb
from factcli.events.tables import read_table
from factcli.schema import Entity

INSIDE_NAME = frozenset(
    {"flat", "flat:name", "flat:foreign", "compound", "appos", "nmod", "nmod:poss", "amod", "fixed"}
)
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


@cache
def words(table: str) -> frozenset[str]:
    """A list of data/roles.toml."""
    return frozenset(read_table("roles.toml")[table]["words"])


class Arguments:
    """The entities of one article, found by the tokens of their mentions and of what refers to them."""

    def __init__(self, doc: Doc, entities: Sequence[Entity], referents: Mapping[int, Collection[str]]) -> None:
        self.doc = doc
        self.label = {entity.id: entity.label for entity in entities}
        self.referents = referents
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

    def places_listed_after(self, head: Token) -> list[str]:
        """The places behind a place and a comma, as addresses list them: `di Sidoarjo, Jawa Timur`."""
        found: list[str] = []
        place = head.i
        while place + 1 < len(self.doc) and place + 1 in self.named:
            place += 1
        while place + 2 < len(self.doc) and self.doc[place + 1].text == "," and place + 2 in self.named:
            entity = self.named[place + 2]
            if self.label[entity] != "LOC":
                break
            found.append(entity)
            place += 2
            while place + 1 < len(self.doc) and self.named.get(place + 1) == entity:
                place += 1
        return found

    def _in_apposition(self, head: Token, entity: str) -> bool:
        return any(
            child.dep_ in ("appos", "flat", "flat:name") and self.named.get(child.i) == entity
            for child in head.children
        )


def roles_of(doc: Doc, predicate: Predicate, arguments: Arguments) -> Roles:
    """The roles of a happening, from its verb, its event noun, and the clause that lends it a subject."""
    roles = Roles()
    verb = doc[predicate.verb]
    passive = is_passive(verb)
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS and child.i != predicate.trigger]
    if not subjects and not passive and verb.lower_ not in lexicon().attribution:
        subjects = inherited_subjects(verb)
    for subject in subjects:
        if subject.lower_ in lexicon().types and not subject.ent_type_ and predicate.is_nominal:
            continue
        roles.add("patients" if passive and not predicate.is_nominal else "agents", arguments.of(antecedent(subject)))
    goes_to = predicate.type is not None and predicate.type.goes_to
    _add_complements(roles, verb, arguments, predicate, goes_to)
    if not passive:
        _add_next(roles, verb, arguments, goes_to)
    if is_headline_verb(verb) and not passive:
        _add_neighbours(roles, verb, arguments, goes_to)
    if predicate.is_nominal:
        _add_complements(roles, doc[predicate.trigger], arguments, predicate, goes_to)
        _add_owner(roles, doc[predicate.trigger], arguments)
    elif verb.pos_ not in VERBAL:
        _add_owner(roles, verb, arguments)
    return roles


def _add_next(roles: Roles, verb: Token, arguments: Arguments, goes_to: bool) -> None:
    """The name straight behind a verb, or behind its preposition of place, wherever the parser hung it.

    Names that are words too (`mengunjungi Lima pada Mei`) mislead it.
    """
    following = verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]
    if verb.pos_ != "VERB" or len(following) < 2 or lexicon().voice_of(verb.text) not in ("active", "bare", "middle"):
        return
    if following[0].i in arguments.named:
        _add_goal(roles, arguments.named[following[0].i], arguments, goes_to)
    elif following[0].lower_ in words("place") and following[1].i in arguments.named:
        entity = arguments.named[following[1].i]
        roles.add("places", [entity] if arguments.label[entity] == "LOC" else [])


def _add_neighbours(roles: Roles, verb: Token, arguments: Arguments, goes_to: bool) -> None:
    """In a headline that no parser reads: who stands before the verb, and whom or what it stands before."""
    before = [index for index in arguments.named if verb.sent.start <= index < verb.i]
    after = [index for index in arguments.named if verb.i < index < verb.sent.end]
    if before and not roles.agents:
        roles.add("agents", [arguments.named[max(before)]])
    if after and not (roles.patients or roles.places):
        _add_goal(roles, arguments.named[min(after)], arguments, goes_to)


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


def inherited_subjects(verb: Token) -> list[Token]:
    """The subject that a verb without one shares with the clause it hangs on, or with a word that leads up to it."""
    step = verb
    for _ in range(4):
        if found := _subjects_of(step):
            return found
        if step.dep_ in ("acl", "acl:relcl") and step.head.pos_ in ("NOUN", "PROPN"):
            return [step.head]
        controlled = step.dep_ == "ccomp" and step.head.lower_ in lexicon().serial
        if (step.dep_ not in INHERITING and not controlled) or step.head.i == step.i:
            return []
        step = step.head
    return []


def _subjects_of(verb: Token) -> list[Token]:
    """The verb's own subject, else that of a word such as `sempat` which only leads up to it."""
    leading = lexicon().serial | lexicon().state
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    led = [child for child in verb.children if child.i < verb.i and child.lower_ in leading]
    return own or [subject for child in led for subject in child.children if subject.dep_ in SUBJECTS]


def _add_complements(roles: Roles, head: Token, arguments: Arguments, predicate: Predicate, goes_to: bool) -> None:
    for child in head.children:
        if child.i == predicate.trigger or child.dep_ in SUBJECTS:
            continue
        relation = child.dep_.split(":")[0]
        is_object = relation in ("obj", "iobj")
        if child.dep_ == "obl:agent" or (is_object and is_passive(head)):
            roles.add("agents", arguments.of(child))
        elif is_object:
            for entity in arguments.of(child):
                _add_goal(roles, entity, arguments, goes_to)
        elif relation in ("obl", "nmod"):
            _add_oblique(roles, child, arguments)
        else:
            continue
        _add_inner_places(roles, child, arguments)


def _add_inner_places(roles: Roles, argument: Token, arguments: Arguments) -> None:
    """`bertemu Menlu Ani di Roma`: parsers hang the place on the name before it."""
    for part in argument.subtree:
        where = {child.lower_ for child in part.children if child.dep_ == "case"} & words("inner_place")
        if where and part.dep_.startswith(("nmod", "obl")):
            here = [entity for entity in arguments.of(part) if arguments.label[entity] == "LOC"]
            roles.add("places", [*here, *arguments.places_listed_after(part)])


def _add_goal(roles: Roles, entity: str, arguments: Arguments, goes_to: bool) -> None:
    """What a verb is done to, or, behind a verb of going, the place that one goes to."""
    roles.add("places" if goes_to and arguments.label[entity] == "LOC" else "patients", [entity])


def _add_oblique(roles: Roles, child: Token, arguments: Arguments) -> None:
    preposition = next((other.lower_ for other in child.children if other.dep_ == "case"), "")
    found = arguments.of(child)
    if preposition in words("agent"):
        roles.add("agents", found)
    elif preposition in words("place"):
        inside = [entity for entity in [*found, *arguments.inside(child)] if arguments.label[entity] == "LOC"]
        roles.add("places", [*inside, *arguments.places_listed_after(child)])
    elif preposition in words("patient"):
        roles.add(
            "patients",
            [entity for entity in found if arguments.label[entity] != "LOC" or preposition not in words("time")],
        )


def _add_owner(roles: Roles, noun: Token, arguments: Arguments) -> None:
    """`kunjungan Wapres Sari`, `pertemuan Budi dan Ani`: the name behind an event noun acts in it."""
    for child in noun.children:
        if child.i > noun.i and child.dep_ in INSIDE_NAME and not any(other.dep_ == "case" for other in child.children):
            roles.add("agents", [entity for entity in arguments.of(child) if arguments.label[entity] != "LOC"])
