"""A happening shares its time with clauses of the same moment (`ketika ...`) and with verbs joined to its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from factcli.events.dated import SURE_OF_SHARED, Dated
from factcli.events.lexicon import clause_words, lexicon
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
                same_moment = opened_by(other, "simultaneous") or opened_by(verb, "simultaneous")
                if partner.class_ != given.predicate.class_ and not same_moment:
                    continue
                dated[partner.trigger] = Dated(partner, given.when, min(given.score, SURE_OF_SHARED))


def partners_of(verb: Token) -> Iterable[Token]:
    """The verbs that happen when `verb` does: clauses of the same moment, aims behind it, verbs joined to it."""
    for child in verb.children:
        same_moment = opened_by(child, "simultaneous") or _is_purpose_behind(child)
        if is_joined(child) or (child.dep_ == "advcl" and same_moment):
            yield child
        elif child.lower_ in clause_words("simultaneous"):
            yield from (clause for clause in child.children if clause.dep_.startswith("acl"))
    if opened_by(verb, "simultaneous"):
        yield finite(verb.head.head if verb.dep_.startswith("acl") else verb.head)
    elif is_joined(verb) or _is_completing(verb):
        yield verb.head


def _is_completing(verb: Token) -> bool:
    """`ditemukan terbungkus`: the verb that completes another happens with it."""
    return verb.dep_ == "xcomp" and verb.head.pos_ == "VERB" and verb.head.lower_ not in lexicon().serial


def _is_purpose_behind(clause: Token) -> bool:
    return clause.i > clause.head.i and opened_by(clause, "purpose")


def finite(verb: Token) -> Token:
    """The clause that really happens: from `untuk pergi` up to the verb that is told as done.

    Parsers hang `ketika ...` on the nearest verb, which is often the one that is only meant.
    """
    while opened_by(verb, "purpose") and verb.head.i != verb.i:
        verb = verb.head
        while verb.pos_ != "VERB" and verb.head.i != verb.i:
            verb = verb.head
    return verb


def opened_by(clause: Token, table: str) -> bool:
    """True where a word of that list opens the clause, as its mark or as a noun of time above it (`saat ia tiba`)."""
    openings = {child.lower_ for child in clause.children if child.dep_ in ("mark", "case", "advmod")}
    if clause.dep_.startswith("acl"):
        openings.add(clause.head.lower_)
    return bool(openings & clause_words(table))


def is_joined(token: Token) -> bool:
    """True for a verb joined to another that shares its subject."""
    return (
        token.dep_ == "conj"
        and token.pos_ == "VERB"
        and token.head.pos_ == "VERB"
        and not any(child.dep_ in SUBJECTS for child in token.children)
    )
