"""Pronouns and plain descriptions -> the entities that they stand for.

For the roles of events, not for mentions. An antecedent is looked for as in the left-to-right centering of Tetreault
(2001): subjects before others, the sentence nearest before first, and never another argument of the same verb.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcli.entities.antecedents import ARGUMENTS, Antecedent, Telling, predicate
from factcli.entities.descriptions import Descriptions
from factcli.entities.reference_rules import Pronoun, reference_rules
from factcli.schema import Entity, Label

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FARTHEST_SENTENCE = 3
NEAR_SENTENCE = 1
LABELS: tuple[Label, ...] = ("PER", "LOC", "ORG")


def referents(doc: Doc, entities: Sequence[Entity]) -> dict[int, tuple[str, ...]]:
    """Token index -> ids of the entities for which the pronoun or description headed by that token stands.

    `doc` needs sentences, tags and Universal Dependencies; the mentions of `entities` count characters of its text.
    A word that may stand for several different ones, or for none, is left out.
    """
    telling = Telling(doc, entities)
    named = {place for one in telling.antecedents for place in range(one.first, one.last + 1)}
    descriptions = Descriptions(telling, entities)
    found: dict[int, tuple[str, ...]] = {}
    for token in doc:
        if token.i in named:
            continue
        pronoun = _pronoun(token)
        if pronoun is not None:
            meant = _several(token, pronoun, telling) if pronoun.number != "one" else _one(token, pronoun, telling)
        elif (pair := _both(token)) is not None:
            meant = _several(token, pair, telling)
        else:
            meant = descriptions.meant(token)
        if meant:
            found[token.i] = meant
            if pronoun is not None and (host := _host(token)) is not None and _whole(host, token) is not None:
                found[host.i] = meant
            for entity in meant:
                telling.add(entity, token.i)
    return found


def _pronoun(token: Token) -> Pronoun | None:
    """The pronoun that the token is, by itself or with the word that it is written on; None for an article."""
    rules = reference_rules()
    host = _host(token)
    if host is not None and (whole := _whole(host, token)) is not None:
        return whole
    bare = host is not None and host.text.casefold() in rules.bare_hosts
    return None if bare or token.pos_ == "DET" else rules.pronouns.get(token.text.casefold())


def _host(token: Token) -> Token | None:
    """The word on whose end the token is written."""
    return token.nbor(-1) if token.i > 0 and not token.nbor(-1).whitespace_ else None


def _whole(host: Token, token: Token) -> Pronoun | None:
    """The pronoun that the two make: `keduanya`, `dirinya`."""
    return reference_rules().pronouns.get(host.text.casefold() + token.text.casefold())


def _both(token: Token) -> Pronoun | None:
    """Two of a kind: `kedua negara`."""
    rules = reference_rules()
    kind = rules.kinds.get(token.text.casefold())
    if kind is None or not any(child.text.casefold() in rules.both for child in token.lefts):
        return None
    return Pronoun("two", frozenset({kind.label}))


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
    beside = [one for one in telling.within(noun.head.left_edge.i, token.i) if one.last < token.i]
    return beside[-1].entity if beside else None


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
    beside = telling.in_clause(predicate(token).i) if token.dep_ in ARGUMENTS else ()
    able = [one for one in telling.before(token.i, reach) if one.label in labels and one.entity not in beside]
    outside = [one for one in able if not one.is_quoted]
    return able if token.i in telling.quoted else outside or able


def _distance(token: Token, one: Antecedent, telling: Telling) -> tuple[int, bool, int]:
    """What makes an antecedent less likely: sentences between, not being a subject, words between."""
    return telling.sentence(token.i) - one.sentence, not one.is_subject, token.i - one.first
