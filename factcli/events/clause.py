"""The clause of a happening, cut to its core: which of its words a summary keeps."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from factcli.events.lexicon import clause_words, lexicon
from factcli.events.predicates import Predicate
from factcli.events.sharing import opened_by
from factcli.events.status import leads_up_to
from factcli.events.tables import read_table
from factcli.events.triggers import SUBJECTS

ASIDES = frozenset({"parataxis", "discourse", "dislocated", "vocative", "acl:relcl", "acl", "orphan", "advcl"})
INSIDE_WORDS = frozenset("-/'’.&%")
PREVERBAL = frozenset({"AUX", "ADV", "PART"})
TORN_OUT = frozenset({"VERB", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "AUX", "PART"})
COUNTING = frozenset({"ADJ", "NUM", "DET"})
LONGEST = 28
LONGEST_PURPOSE = 10
LONGEST_SUBJECT = 16
STEPS_UP = 2


class Clause:
    """The clause of one happening; `left_out` are the tokens that no summary keeps: see `left_out_of`."""

    def __init__(self, doc: Doc, predicate: Predicate, left_out: frozenset[int]) -> None:
        self.doc = doc
        self.verb = doc[predicate.verb]
        self.trigger = doc[predicate.trigger]
        self.says = predicate.class_ == "REPORTING"
        self.left_out = left_out

    def core(self, cues: frozenset[str]) -> set[int]:
        """The tokens of the clause without its asides, at most LONGEST of them.

        `cues`: words one of which tells that it did not, or may not, happen. Where none of them stands in the clause
        itself, the words above it that hold one are kept too, so that nothing untold is told as a fact.
        """
        kept = self.phrase(self.verb) | self.phrase(self.trigger) | self._before(self.verb)
        kept |= {self.verb.i, self.trigger.i}
        kept |= {index for noun in self._hung_on_date() for index in self.phrase(noun)}
        opening = {child.i for child in self.verb.children if child.lower_ in cues and child.i < self.verb.i}
        kept |= opening
        hanging = opening if self.verb.dep_ == "advcl" else set()
        step = self.verb
        for _ in range(STEPS_UP):
            led = is_led_up_to(step)
            told = not cues or any(self.doc[index].lower_ in cues for index in kept - hanging)
            if step.head.i == step.i or (told and not led):
                break
            kept |= self._above(step)
            hanging = set()
            step = step.head
        return set(sorted(self._closed(kept))[:LONGEST])

    def _closed(self, kept: set[int]) -> set[int]:
        """`kept` with the single words that parsers tore out of it (`Taiwan vs Indonesia`)."""
        holes = {index - 1 for index in kept if index - 1 not in kept and index - 2 in kept} - self.left_out
        return kept | {index for index in holes if self.doc[index].pos_ in TORN_OUT}

    def _above(self, step: Token) -> set[int]:
        head = step.head
        kept = {head.i} | self._before(head)
        for child in head.children:
            if child.dep_ in SUBJECTS or (child.dep_ in ("obj", "advmod", "aux") and child.i != step.i):
                kept |= self.phrase(child)
        return kept - self.left_out

    def subjects(self) -> list[Token]:
        """The subjects of the verb, and of the serial verbs that lead up to it."""
        step, found = self.verb, [child for child in self.verb.children if child.dep_ in SUBJECTS]
        while not found and is_led_up_to(step):
            step = step.head
            found = [child for child in step.children if child.dep_ in SUBJECTS]
        return found or self._hung_on_date()

    def _hung_on_date(self) -> list[Token]:
        """The subject that a parser hung on the date before it: `Selama sepekan harga emas turun`."""
        dates = [child for child in self.verb.children if child.i in self.left_out and child.i < self.verb.i]
        behind = [noun for date in dates for noun in date.children if date.i < noun.i < self.verb.i]
        return [noun for noun in behind if noun.dep_ == "nmod" and noun.i not in self.left_out and _is_bare(noun)]

    def words_before(self) -> set[int]:
        """The words before a verb whose subject the parser lost, back to where another clause may end; with a noun."""
        first = self.verb.i
        while first > self.verb.sent.start and not _opens_content(self.doc[first - 1]):
            first -= 1
            if _is_of_other_clause(self.doc[first]):
                return set()
        words = set(range(first, self.verb.i)) - self.left_out
        nominal = any(self.doc[place].pos_ in ("NOUN", "PROPN") for place in words)
        return words if nominal and len(words) <= LONGEST_SUBJECT else set()

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
        if top and (self._is_opening(child, head) or self._is_leading(child, head)):
            return True
        if child.dep_ == "obj" and child.pos_ == "NUM" and child.i < head.i:
            return True
        if "Rel" in child.morph.get("PronType", []) or (top and child.i in (self.verb.i, self.trigger.i)):
            return True
        if child.dep_ == "conj":
            return child.pos_ == "VERB" or head.pos_ == "VERB"
        if child.dep_ == "appos":
            return child.i > 0 and self.doc[child.left_edge.i - 1].text == "," and not child.ent_type_
        if child.dep_ == "acl" and child.i == head.i + 1 and not child.n_lefts + child.n_rights:
            return False
        if child.dep_ in ("advcl", "acl", "acl:relcl") and (self.trigger.is_ancestor(child) or child is self.verb):
            return not self._is_short_purpose(child) and not self._is_said(child)
        return child.dep_ in ASIDES

    def _is_opening(self, child: Token, head: Token) -> bool:
        """True for what stands before the subject: `Sebelumnya`, `Dalam acara itu`."""
        subjects = [other.left_edge.i for other in head.children if other.dep_ in SUBJECTS]
        if not subjects or child.right_edge.i >= min(subjects):
            return False
        return child.pos_ not in COUNTING or child.i + 1 != min(subjects)

    def _is_leading(self, child: Token, head: Token) -> bool:
        """True for the word that only ties the clause, or the event noun, to what stands before it."""
        return child.dep_ in ("mark", "cc", "case") and child.i < head.i and not self._is_inside(head)

    def _is_inside(self, noun: Token) -> bool:
        """True for an event noun that stands behind its own light verb."""
        return noun.i == self.trigger.i != self.verb.i and noun.head.i == self.verb.i and noun.i > self.verb.i

    def _is_glued(self, mark: Token) -> bool:
        """True for a mark inside a word (`Kompas.com`)."""
        if mark.i == 0 or mark.i + 1 >= len(self.doc) or mark.whitespace_ or self.doc[mark.i - 1].whitespace_:
            return False
        return self.doc[mark.i + 1].text[:1].isalnum()

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
            word = self.doc[place]
            if word.pos_ not in PREVERBAL and not (place == verb.i - 1 and leads_up_to(word, verb)):
                break
            kept.add(place)
        return kept - self.left_out


def _opens_content(word: Token) -> bool:
    """True for an act of saying, `bahwa` or a comma: behind it begins what is said, or the clause itself."""
    return word.text == "," or word.lower_ in lexicon().reporting or word.lower_ in clause_words("content")


def _is_of_other_clause(word: Token) -> bool:
    """True for a word that no subject holds; a relative `yang` and its verb stand inside one."""
    if word.pos_ in ("SCONJ", "CCONJ", "SPACE") or (word.pos_ == "PUNCT" and word.whitespace_):
        return True
    return word.pos_ == "VERB" and "Voice=" in str(word.morph) and not word.dep_.startswith("acl")


def is_led_up_to(verb: Token) -> bool:
    """True behind a serial verb: `dijadwalkan menemui`, `dijadwalkan untuk dirilis`."""
    is_complement = verb.dep_ in ("xcomp", "ccomp") or (verb.dep_ == "advcl" and opened_by(verb, "purpose"))
    return is_complement and verb.head.lower_ in lexicon().serial and verb.head.i < verb.i


def _is_bare(noun: Token) -> bool:
    return not any(child.dep_ == "case" for child in noun.children)


def left_out_of(doc: Doc, timed: frozenset[int]) -> frozenset[int]:
    """The tokens that no summary keeps: dates (`timed`), what only holds them, and what stands between brackets."""
    holders = frozenset(read_table("summary.toml")["time_holder"]["words"])
    left_out = set(timed)
    for token in reversed(doc):
        if token.lower_ in holders and _only_holds_time(token, left_out):
            left_out.add(token.i)
    return frozenset(left_out | _bracketed(doc))


def _only_holds_time(head: Token, timed: Collection[int]) -> bool:
    """True for a word that without its date says nothing: `dalam kurun waktu`, `mulai`, `hingga`."""
    return any(index in timed for index in (head.i - 1, head.i + 1)) or any(child.i in timed for child in head.children)


def _bracketed(doc: Doc) -> set[int]:
    """The tokens between brackets, which close at the latest with their sentence."""
    inside: set[int] = set()
    depth = 0
    for token in doc:
        if token.is_sent_start:
            depth = 0
        depth += token.text == "("
        if depth:
            inside.add(token.i)
        depth -= token.text == ")" and depth > 0
    return inside
