"""A happening shares its time with clauses of the same moment (`ketika ...`) and with verbs joined to its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from factcli.events.dated import SURE_OF_SHARED, Dated
from factcli.events.lexicon import clause_words
from factcli.events.predicates import SUBJECTS, Predicate, predicate_of


def share(doc: Doc, dated: dict[int, Dated], known: Sequence[Predicate], depth: Sequence[int]) -> None:
    """Give a date on to clauses of the same moment and to joined verbs that have none."""
    by_verb = {predicate.verb: predicate for predicate in known}
    for _ in range(2):
        for given in list(dated.values()):
            verb = doc[given.predicate.verb]
            for other in partners_of(verb):
                partner = by_verb.get(other.i) or predicate_of(other)
                if partner is None or partner.trigger in dated or depth[partner.trigger] != depth[verb.i]:
                    continue
                dated[partner.trigger] = Dated(partner, given.when, min(given.score, SURE_OF_SHARED))


def partners_of(verb: Token) -> Iterable[Token]:
    for child in verb.children:
        if (child.dep_ == "advcl" and opened_by(child, "simultaneous")) or is_joined(child):
            yield child
    if (verb.dep_ == "advcl" and opened_by(verb, "simultaneous")) or is_joined(verb):
        yield verb.head


def opened_by(clause: Token, table: str) -> bool:
    return any(
        child.dep_ in ("mark", "case", "advmod") and child.lower_ in clause_words(table) for child in clause.children
    )


def is_joined(token: Token) -> bool:
    """True for a verb joined to another that shares its subject."""
    return (
        token.dep_ == "conj"
        and token.pos_ == "VERB"
        and token.head.pos_ == "VERB"
        and not any(child.dep_ in SUBJECTS for child in token.children)
    )
