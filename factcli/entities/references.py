"""Pronouns and plain descriptions -> the entities that they stand for.

For the roles of events, not for mentions. An antecedent is looked for as in the left-to-right centering of Tetreault
(2001): subjects before others, the sentence nearest before first, and never another argument of the same verb.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcli.entities.antecedents import ARGUMENTS, Antecedent, Telling, predicate
from factcli.entities.rules import longest_prefix, phrases, read_rules, word_key
from factcli.schema import Entity, Label

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FARTHEST_SENTENCE = 3
NEAR_SENTENCE = 1
LONGEST_OFFICE = 4
LABELS: tuple[Label, ...] = ("PER", "LOC", "ORG")


class Pronoun(NamedTuple):
    """How many a pronoun stands for, and of which labels."""

    number: str
    labels: frozenset[Label]


class ReferenceRules(NamedTuple):
    """`references.toml`, ready for comparison."""

    pronouns: dict[str, Pronoun]
    offices: dict[tuple[str, ...], str]
    former: frozenset[str]
    bare_hosts: frozenset[str]
    demonstratives: frozenset[str]


@cache
def reference_rules() -> ReferenceRules:
    """The rules of `references.toml`, read once."""
    tables = read_rules("references")
    return ReferenceRules(
        pronouns={
            word: Pronoun(group["number"], frozenset(group["labels"]))
            for group in tables["pronouns"]
            for word in group["words"]
        },
        offices={words: group["name"] for group in tables["offices"] for words in phrases(group["words"])},
        former=frozenset(tables["former"]["words"]),
        bare_hosts=frozenset(tables["bare_hosts"]["words"]),
        demonstratives=frozenset(tables["demonstratives"]["words"]),
    )


def referents(doc: Doc, entities: Sequence[Entity]) -> dict[int, tuple[str, ...]]:
    """Token index -> ids of the entities for which the pronoun or description headed by that token stands.

    `doc` needs sentences, tags and Universal Dependencies; the mentions of `entities` count characters of its text.
    A word that may stand for several different ones, or for none, is left out.
    """
    telling = Telling(doc, entities)
    named = {place for one in telling.antecedents for place in range(one.first, one.last + 1)}
    offices = _offices(doc)
    introduced = _introduced(doc, offices, telling)
    found: dict[int, tuple[str, ...]] = {}
    for token in doc:
        if token.i in named:
            continue
        pronoun = _pronoun(token)
        if pronoun is not None:
            meant = _several(token, pronoun, telling) if pronoun.number != "one" else _one(token, pronoun, telling)
        else:
            meant = _described(token, telling, offices, introduced, entities)
        if meant:
            found[token.i] = meant
            for entity in meant:
                telling.add(entity, token.i)
    return found


def _pronoun(token: Token) -> Pronoun | None:
    """The pronoun that the token is, by itself or with the word that it is written on; None for an article."""
    rules = reference_rules()
    host = token.nbor(-1) if token.i > 0 and not token.nbor(-1).whitespace_ else None
    written = host.text.casefold() if host is not None else ""
    if token.pos_ == "DET" or (written in rules.bare_hosts and token.text.casefold() in rules.pronouns):
        return None
    return rules.pronouns.get(written + token.text.casefold()) or rules.pronouns.get(token.text.casefold())


def _one(token: Token, pronoun: Pronoun, telling: Telling) -> tuple[str, ...]:
    """A person, or for a pronoun that may stand for anything a subject near by; the nearest, subjects before others."""
    people = _candidates(token, telling, frozenset({"PER"}), FARTHEST_SENTENCE)
    candidates = people
    if len(pronoun.labels) > 1:
        if beside := _beside(token, telling):
            return (beside,)
        near = [one for one in _candidates(token, telling, pronoun.labels, NEAR_SENTENCE) if one.is_subject]
        here = [one for one in near if one.sentence == telling.sentence(token.i)]
        candidates = people or near if token.dep_ in ARGUMENTS else here or people or near
    return (min(candidates, key=lambda one: _distance(token, one, telling)).entity,) if candidates else ()


def _beside(token: Token, telling: Telling) -> str | None:
    """The entity that the pronoun's noun is joined to: the country in `Norlandia dan sekutunya`."""
    noun = token.head
    if noun.dep_ != "conj":
        return None
    return next((one.entity for one in telling.before(token.i) if one.head == noun.head.i), None)


def _several(token: Token, pronoun: Pronoun, telling: Telling) -> tuple[str, ...]:
    """The entities of one label joined by a conjunction, else the only two of their label, in the nearest sentence."""
    candidates = _candidates(token, telling, pronoun.labels, NEAR_SENTENCE)
    for sentence in sorted({one.sentence for one in candidates}, reverse=True):
        here = [one for one in candidates if one.sentence == sentence]
        lists: dict[tuple[Label, int], dict[str, None]] = {}
        for one in here:
            lists.setdefault((one.label, _first_of_list(telling.doc[one.head])), {})[one.entity] = None
        joined = [tuple(found) for found in lists.values() if len(found) > 1]
        pairs = [tuple(dict.fromkeys(one.entity for one in here if one.label == label)) for label in LABELS]
        for together in (*joined, *(pair for pair in pairs if len(pair) == 2)):
            if len(together) == 2 or pronoun.number == "several":
                return together
    return ()


def _first_of_list(token: Token) -> int:
    while token.dep_ == "conj":
        token = token.head
    return token.i


def _candidates(token: Token, telling: Telling, labels: Iterable[Label], reach: int) -> list[Antecedent]:
    """What was told before the token within `reach` sentences, arguments of its own verb left out.

    For a word outside a quotation, what is said inside one counts only if there is nothing else.
    """
    sentence = telling.sentence(token.i)
    clause = predicate(token).i if token.dep_ in ARGUMENTS else None
    beside = {one.entity for one in telling.antecedents if clause is not None and one.clause == clause}
    able = [
        one
        for one in telling.before(token.i)
        if one.label in labels and sentence - one.sentence <= reach and one.entity not in beside
    ]
    outside = [one for one in able if not one.is_quoted]
    return able if token.i in telling.quoted else outside or able


def _distance(token: Token, one: Antecedent, telling: Telling) -> tuple[int, bool, int]:
    """What makes an antecedent less likely: sentences between, not being a subject, words between."""
    return telling.sentence(token.i) - one.sentence, not one.is_subject, token.i - one.first


def _offices(doc: Doc) -> dict[int, str]:
    """Token index -> office, for the first word of each phrase that names one; those of former holders left out."""
    rules = reference_rules()
    keys = tuple(word_key(token.text) for token in doc)
    known = frozenset(rules.offices)
    found: dict[int, str] = {}
    place = 0
    while place < len(keys):
        size = longest_prefix(keys[place : place + LONGEST_OFFICE], known)
        if size and (place == 0 or keys[place - 1] not in rules.former):
            found[place] = rules.offices[keys[place : place + size]]
        place += max(size, 1)
    return found


def _introduced(doc: Doc, offices: dict[int, str], telling: Telling) -> dict[str, dict[str, set[str]]]:
    """Office -> person -> whose office it is, from how the article introduces people: `Presiden Norlandia Ida Berg`."""
    introduced: dict[str, dict[str, set[str]]] = {}
    for one in telling.antecedents:
        if one.label == "PER":
            held = next((token.i for token in _words_before(doc, one, telling) if token.i in offices), None)
            if held is not None:
                owners = introduced.setdefault(offices[held], {}).setdefault(one.entity, set())
                owners |= _owners(held, one.first, telling)
    return introduced


def _words_before(doc: Doc, one: Antecedent, telling: Telling) -> list[Token]:
    """The words of the phrase before a name, the nearest first, up to a mark, a verb or another person."""
    people = [other for other in telling.antecedents if other.label == "PER"]
    others = {place for other in people for place in range(other.first, other.last + 1)}
    words: list[Token] = []
    for place in range(one.first - 1, max(-1, one.first - 12), -1):
        token = doc[place]
        if token.pos_ in ("VERB", "ADP", "SCONJ", "CCONJ") or place in others or token.is_sent_end:
            break
        if token.pos_ == "PUNCT" and token.text != ",":
            break
        words.append(token)
    return words


def _owners(start: int, end: int, telling: Telling) -> set[str]:
    return {one.entity for one in telling.antecedents if start < one.first < end and one.label != "PER"}


def _described(
    token: Token,
    telling: Telling,
    offices: dict[int, str],
    introduced: dict[str, dict[str, set[str]]],
    entities: Sequence[Entity],
) -> tuple[str, ...]:
    """The one entity that a noun phrase can mean: by the office it names, or by the first word of its name."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return ()
    rules = reference_rules()
    pointed = any(child.text.casefold() in rules.demonstratives for child in token.children)
    before = telling.before(token.i)
    office = offices.get(token.i)
    if office is not None:
        holders = introduced.get(office, {})
        owners = _owners(token.i, token.right_edge.i + 1, telling)
        if any(token.i < one.first <= token.right_edge.i and one.label == "PER" for one in telling.antecedents):
            return ()
        told = {one.entity for one in before}
        able = [person for person in holders if person in told and (not owners or owners & holders[person])]
        if len(able) == 1 and (owners or pointed or token.text.istitle()):
            return (able[0],)
        return ()
    if not pointed:
        return ()
    head = word_key(token.text)
    named = {entity.id for entity in entities if entity.label != "PER" and _begins(entity, head)}
    told_last = [one.entity for one in before if one.entity in named]
    return (told_last[-1],) if told_last else ()


def _begins(entity: Entity, head: str) -> bool:
    return any(len(words := mention.text.split()) > 1 and word_key(words[0]) == head for mention in entity.mentions)
