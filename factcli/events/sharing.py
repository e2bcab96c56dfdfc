"""A happening shares its time with clauses of the same moment (`ketika ...`) and with verbs joined to its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from spacy.tokens import Doc, Token

from factcli.events.dated import SURE_OF_SHARED, Dated
from factcli.events.lexicon import clause_words, lexicon
from factcli.events.predicates import SUBJECTS, Predicate, is_event_noun, predicate_of
from factcli.events.times import days_in

# As many words behind a verb belong to its clause.
CLAUSE = 25
MOMENT = "simultaneous"
# The days of the longest time in which what follows a happening can be put too.
MONTH = 31


def share(
    doc: Doc, dated: dict[int, Dated], known: Sequence[Predicate], depth: Sequence[int], timed: Collection[int]
) -> None:
    """Give a date on to what happens at the same moment and to joined verbs, where they have none.

    `timed` are the tokens of the dates.
    """
    happenings = {predicate.verb: predicate for predicate in known} | {one.trigger: one for one in known}
    for _ in range(2):
        for given in list(dated.values()):
            for other in partners_of(doc[given.predicate.verb], given.predicate, timed):
                partner = happenings.get(other.i) or predicate_of(other)
                if partner is None or partner.trigger in dated or not _can_share(given, partner, doc, depth):
                    continue
                dated[partner.trigger] = Dated(partner, given.when, min(given.score, SURE_OF_SHARED))


def _can_share(given: Dated, partner: Predicate, doc: Doc, depth: Sequence[int]) -> bool:
    """True within one quotation, for two sayings or two doings, or for what the words put at one moment."""
    if depth[partner.trigger] != depth[given.predicate.verb]:
        return False
    one, other = doc[partner.verb], doc[given.predicate.verb]
    days = days_in(given.when)
    if (days is None or days > MONTH) and (opened_by(one, "after") or opened_by(other, "after")):
        return False
    one_moment = opened_by(one, MOMENT) or opened_by(other, MOMENT)
    return one_moment or partner.class_ == given.predicate.class_


def partners_of(verb: Token, given: Predicate, timed: Collection[int]) -> Iterable[Token]:
    """The verbs and event nouns that happen when `given`, of verb `verb`, does.

    They are clauses and event nouns of its moment (`saat ia tiba`, `usai rapat`), what somebody goes somewhere for, and
    verbs joined to it. What stands some time before or after it (`dua hari setelah`) does not happen when it does.
    """
    goes = given.type is not None and given.type.goes_to
    for child in verb.children:
        if child.left_edge.i - 1 in timed and opened_by(child, MOMENT):
            continue
        is_aim = goes and _is_purpose_behind(child)
        if is_joined(child) or _is_of_its_moment(child) or is_aim or _is_straight_behind(child, timed):
            yield child
        elif child.lower_ in clause_words("simultaneous"):
            yield from (clause for clause in child.children if clause.dep_.startswith("acl"))
        elif child.lower_ in clause_words("simultaneous", "nouns"):
            yield child
    yield from _event_nouns_behind(verb, timed)
    if opened_by(verb, MOMENT):
        yield finite(verb.head.head if verb.dep_.startswith("acl") else verb.head)
    elif is_joined(verb):
        yield verb.head


def _event_nouns_behind(verb: Token, timed: Collection[int]) -> Iterable[Token]:
    """The event nouns of the clause's moment, wherever the parser hung them: `bertemu saat acara pelantikan`."""
    doc, end = verb.doc, min(verb.sent.end, verb.i + CLAUSE)
    for place in range(verb.i + 1, end - 1):
        if doc[place].lower_ not in clause_words("simultaneous") or place - 1 in timed:
            continue
        noun = place + 1
        if doc[noun].lower_ in clause_words("occasion") and noun + 1 < end and is_event_noun(doc[noun + 1]):
            noun += 1
        if is_event_noun(doc[noun]):
            yield doc[noun]


def _is_of_its_moment(clause: Token) -> bool:
    """True for `ketika ia pergi`, and for a verb straight behind `sambil` or `sekaligus`."""
    if clause.dep_ in ("advcl", "ccomp", "xcomp") and opened_by(clause, MOMENT):
        return True
    behind = clause.i > 0 and clause.doc[clause.i - 1].lower_ in clause_words("simultaneous")
    return clause.dep_ in ("xcomp", "advcl", "conj") and clause.pos_ == "VERB" and behind


def _is_straight_behind(clause: Token, timed: Collection[int]) -> bool:
    """True for what a bare active verb straight behind the date adds: `dilantik pada 1998 menggantikan Soeharto`."""
    lasts = clause.lower_ in clause_words("lasting", "verbs") or clause.i in timed
    if clause.dep_ not in ("advcl", "xcomp", "parataxis") or lasts:
        return False
    first = clause.i - 1
    while first > clause.head.i and clause.doc[first].is_punct:
        first -= 1
    bare = clause.left_edge.i > first and "Voice=Act" in str(clause.morph)
    return bare and first > clause.head.i and first in timed


def _is_purpose_behind(clause: Token) -> bool:
    """True for what somebody goes somewhere for, and so does there: `berkunjung untuk membesuk`."""
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
    if table == MOMENT:
        openings |= _torn_openings(clause)
    return bool(openings & clause_words(table))


def _torn_openings(clause: Token) -> set[str]:
    """What parsers tore from its clause and hung on a noun before: `menangkap dua orang setelah toko itu terbakar`."""
    verb, words = clause.head, lexicon()
    if clause.dep_ not in ("ccomp", "xcomp") or verb.pos_ != "VERB" or not 0 < clause.i - verb.i < CLAUSE:
        return set()
    if verb.lower_ in words.reporting | words.serial | words.light | words.state:
        return set()
    return {token.lower_ for token in clause.doc[verb.i + 1 : clause.i] if token.dep_ == "case"}


def is_joined(token: Token) -> bool:
    """True for a verb joined to another, whose subject is the same, or is what the other tells (`pertemuan itu`)."""
    if token.dep_ != "conj" or token.pos_ != "VERB" or token.head.pos_ != "VERB":
        return False
    subjects = [child for child in token.children if child.dep_ in SUBJECTS]
    return all(is_pointed_at(subject) and is_event_noun(subject) for subject in subjects)


def is_pointed_at(noun: Token) -> bool:
    """True for a noun that takes something up: `pertemuan itu`, `aksi tersebut`."""
    return any(child.dep_ == "det" and child.lower_ in clause_words("taking_up") for child in noun.children)
