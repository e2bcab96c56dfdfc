"""A short sentence for a happening, made of the text's own words: agent, predicate, patient, place.

The clause is cut down, not made up: side clauses, asides, dates and quotation marks go, the rest stays in its order.
Where the clause leaves its subject to another clause or to a pronoun, the name it means stands first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from spacy.tokens import Doc, Token

from factcli.events.lexicon import clause_words
from factcli.events.predicates import SUBJECTS, Predicate, is_headline_verb
from factcli.events.roles import antecedent, inherited_subjects
from factcli.events.sharing import opened_by
from factcli.schema import DateExpression, Entity

ASIDES = frozenset({"parataxis", "discourse", "dislocated", "vocative", "acl:relcl", "acl", "orphan", "advcl"})
INSIDE_WORDS = frozenset("-/'’.&%")
PREVERBAL = frozenset({"AUX", "ADV", "PART"})
LONGEST = 28
LONGEST_PURPOSE = 10


def summary_of(doc: Doc, predicate: Predicate, agents: Sequence[Entity], timed: frozenset[int]) -> str:
    """The clause of a happening, cut to its core; see the module's docstring.

    `timed` are the tokens that a summary leaves to the date column: see `timed_tokens`.
    """
    if is_headline_verb(doc[predicate.verb]):
        return doc[predicate.verb].sent.text.strip()
    clause = _Clause(doc, predicate, timed)
    kept = clause.core()
    subjects = [child for child in doc[predicate.verb].children if child.dep_ in SUBJECTS]
    pronouns = [subject for subject in subjects if subject.pos_ == "PRON"]
    if subjects and len(pronouns) < len(subjects):
        return _joined(doc, kept)
    lead = _lead(clause, subjects, agents) if doc[predicate.verb].pos_ == "VERB" else ""
    text = _joined(doc, kept - {subject.i for subject in pronouns} if lead else kept)
    return text if not lead or text.startswith(lead) else f"{lead} {text}"


class _Clause:
    """The clause of one happening, and which of its tokens a summary keeps."""

    def __init__(self, doc: Doc, predicate: Predicate, timed: frozenset[int]) -> None:
        self.doc = doc
        self.verb = doc[predicate.verb]
        self.trigger = doc[predicate.trigger]
        self.says = predicate.class_ == "REPORTING"
        self.left_out = timed | _bracketed(self.verb.sent)

    def core(self) -> set[int]:
        """The tokens of the clause without its asides, at most LONGEST of them."""
        kept = self.phrase(self.verb) | self.phrase(self.trigger) | self._before(self.verb)
        return set(sorted(kept)[:LONGEST])

    def phrase(self, head: Token) -> set[int]:
        """The tokens of a phrase or clause without its asides."""
        kept = {head.i} - self.left_out
        for child in head.children:
            if not self._is_aside(child, head):
                kept |= self.phrase(child)
        return kept

    def _is_aside(self, child: Token, head: Token) -> bool:
        if child.i in self.left_out or child.pos_ == "SPACE":
            return True
        if child.dep_ == "punct":
            return child.text not in INSIDE_WORDS or not self._is_glued(child)
        top = head.i in (self.verb.i, self.trigger.i)
        if top and self._is_opening(child, head):
            return True
        if top and child.dep_ in ("mark", "cc"):
            return True
        if "Rel" in child.morph.get("PronType", []) or (top and child.i in (self.verb.i, self.trigger.i)):
            return True
        if child.dep_ == "conj":
            return child.pos_ == "VERB" or head.pos_ == "VERB"
        if child.dep_ == "appos":
            return child.i > 0 and self.doc[child.left_edge.i - 1].text == ","
        if child.dep_ == "acl" and child.i == head.i + 1 and not child.n_lefts + child.n_rights:
            return False
        if child.dep_ in ("advcl", "acl", "acl:relcl") and (self.trigger.is_ancestor(child) or child is self.verb):
            return not self._is_short_purpose(child) and not self._is_said(child)
        return child.dep_ in ASIDES

    def _is_opening(self, child: Token, head: Token) -> bool:
        """True for what stands before the subject: `Sebelumnya`, `Dalam acara itu`."""
        subjects = [other.left_edge.i for other in head.children if other.dep_ in SUBJECTS]
        return bool(subjects) and child.right_edge.i < min(subjects)

    def _is_glued(self, mark: Token) -> bool:
        """True for a mark inside a word (`Kompas.com`)."""
        return not mark.whitespace_ and mark.i + 1 < len(self.doc) and self.doc[mark.i + 1].text[:1].isalnum()

    def _is_short_purpose(self, clause: Token) -> bool:
        if clause.i < self.verb.i or not opened_by(clause, "purpose"):
            return False
        return len(self.phrase(clause)) <= LONGEST_PURPOSE

    def _is_said(self, clause: Token) -> bool:
        return self.says and opened_by(clause, "content")

    def _before(self, verb: Token) -> set[int]:
        """Auxiliaries, negators and aspect words straight before the verb, wherever the tree hangs them."""
        kept = set()
        for place in range(verb.i - 1, verb.sent.start - 1, -1):
            if self.doc[place].pos_ not in PREVERBAL:
                break
            kept.add(place)
        return kept - self.left_out


def _lead(clause: _Clause, subjects: Sequence[Token], agents: Sequence[Entity]) -> str:
    """Whom the clause leaves unsaid, or says by a pronoun."""
    if agents:
        return clause_joiner().join(agent.name for agent in agents[:2])
    for subject in subjects or inherited_subjects(clause.verb):
        head = antecedent(subject)
        if head.pos_ in ("NOUN", "PROPN"):
            return _joined(clause.doc, clause.phrase(head))
    return ""


def clause_joiner() -> str:
    """What stands between two names: ` dan `."""
    return f" {next(iter(clause_words('joining')))} "


def timed_tokens(doc: Doc, dates: Iterable[DateExpression]) -> frozenset[int]:
    """The tokens of the dates, and of the prepositions that lead them."""
    timed: set[int] = set()
    for date in dates:
        span = doc.char_span(date.start, date.end, alignment_mode="expand")
        for token in span or ():
            timed.add(token.i)
            timed |= {child.i for child in token.children if child.dep_ == "case"}
        if span is not None and span.start and doc[span.start - 1].pos_ == "ADP":
            timed.add(span.start - 1)
    return frozenset(timed)


def _bracketed(sentence: Iterable[Token]) -> set[int]:
    """The tokens between brackets."""
    inside: set[int] = set()
    depth = 0
    for token in sentence:
        depth += token.text == "("
        if depth:
            inside.add(token.i)
        depth -= token.text == ")" and depth > 0
    return inside


def _joined(doc: Doc, indices: Collection[int]) -> str:
    """The tokens at `indices` in order, glued where the text glues them, with the commas of a list."""
    text = ""
    for index in sorted(indices):
        token = doc[index]
        comma = index > 1 and doc[index - 1].text == "," and index - 2 in indices and token.dep_ in ("conj", "cc")
        glued = index - 1 in indices and not doc[index - 1].whitespace_
        text += token.text if glued or not text else f", {token.text}" if comma else f" {token.text}"
    return text
