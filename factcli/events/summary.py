"""A short sentence for a happening, made of the text's own words: agent, predicate, patient, place."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Token

from factcli.events.predicates import SUBJECTS, Predicate
from factcli.events.roles import antecedent, inherited_subjects
from factcli.schema import DateExpression, Entity

NOUN_PARTS = frozenset(
    {"flat", "flat:name", "flat:foreign", "compound", "compound:a", "nmod", "nmod:poss", "nmod:lmod", "amod", "nummod",
     "det", "case", "fixed", "advmod:emph", "cc", "conj", "appos", "clf", "goeswith", "xcomp"}
)  # fmt: skip
PREVERBAL = frozenset({"AUX", "ADV", "PART"})
COMPLEMENTS = frozenset({"obj", "iobj", "obl", "obl:agent", "xcomp", "ccomp", "nmod", "nmod:poss", "compound", "flat"})
LONGEST = 26


def summary_of(doc: Doc, predicate: Predicate, agents: Sequence[Entity], dates: Sequence[DateExpression]) -> str:
    """The clause of a happening, cut to its core; names an agent first where the clause itself has none."""
    timed = {token.i for date in dates for token in doc.char_span(date.start, date.end, alignment_mode="expand") or ()}
    verb, trigger = doc[predicate.verb], doc[predicate.trigger]
    kept: set[int] = {verb.i, trigger.i}
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    for subject in subjects:
        if "Rel" not in subject.morph.get("PronType", []):
            kept |= _noun_phrase(subject, timed)
    kept |= _preverbal(verb)
    for head in {verb.i, trigger.i}:
        for child in doc[head].children:
            if child.dep_ in COMPLEMENTS and child.i > min(verb.i, trigger.i) and not _is_timed(child, timed):
                kept |= _complement(child, timed)
    words = sorted(kept - timed)[:LONGEST]
    text = _joined(doc, words)
    named = any(child.i in kept and child.ent_type_ for subject in subjects for child in subject.subtree)
    lead = "" if named or not _lacks_subject(subjects) else _lead(doc, verb, subjects, agents, timed)
    return f"{lead} {text}".strip() if lead and not text.startswith(lead) else text


def _lacks_subject(subjects: Sequence[Token]) -> bool:
    return not subjects or all(subject.pos_ == "PRON" for subject in subjects)


def _lead(doc: Doc, verb: Token, subjects: Sequence[Token], agents: Sequence[Entity], timed: Collection[int]) -> str:
    if agents:
        return agents[0].name
    for subject in subjects or inherited_subjects(verb):
        head = antecedent(subject)
        if head.pos_ in ("NOUN", "PROPN"):
            return _joined(doc, sorted(_noun_phrase(head, timed)))
    return ""


def _preverbal(verb: Token) -> set[int]:
    """Auxiliaries, negators and aspect words straight before the verb."""
    kept = set()
    place = verb.i - 1
    while place >= verb.sent.start and verb.doc[place].pos_ in PREVERBAL:
        kept.add(place)
        place -= 1
    return kept


def _noun_phrase(head: Token, timed: Collection[int], depth: int = 0) -> set[int]:
    kept = {head.i}
    for child in head.children:
        if child.dep_ in NOUN_PARTS and not _is_timed(child, timed) and depth < 5:
            kept |= _noun_phrase(child, timed, depth + 1)
        elif child.dep_ == "punct" and child.text in "-/'’.&":
            kept.add(child.i)
    return kept


def _complement(child: Token, timed: Collection[int]) -> set[int]:
    if child.dep_ in ("xcomp", "ccomp"):
        return {
            token.i
            for token in child.subtree
            if token.i not in timed and not _in_side_clause(token, child) and token.pos_ != "SPACE"
        }
    return _noun_phrase(child, timed)


def _in_side_clause(token: Token, top: Token) -> bool:
    step = token
    while step.i != top.i:
        if step.dep_ in ("acl:relcl", "advcl", "parataxis", "appos", "punct"):
            return True
        step = step.head
    return False


def _is_timed(token: Token, timed: Collection[int]) -> bool:
    return token.i in timed


def _joined(doc: Doc, indices: Sequence[int]) -> str:
    """The tokens at `indices` in order, glued where the text glues them."""
    text = ""
    for index in indices:
        token = doc[index]
        if token.pos_ == "SPACE":
            continue
        glued = index - 1 in indices and not doc[index - 1].whitespace_
        text += token.text if glued or not text else f" {token.text}"
    return text
