"""Whether a happening is told as done, planned, possible or as not done (eval/GUIDELINES-events.md)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc, Token

from factcli.events.lexicon import clause_words, lexicon
from factcli.events.predicates import Predicate
from factcli.events.quotes import CLOSING, STRAIGHT
from factcli.events.sharing import opened_by
from factcli.events.tables import read_table
from factcli.schema import Status, When

ORDER: tuple[Status, ...] = ("negated", "possible", "planned")
CUES = frozenset({"advmod", "aux", "mark", "case", "cc", "det", "dep", "advmod:emph", "nsubj", "xcomp"})
MARKS = CLOSING | STRAIGHT
GOVERNING = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj", "obj"})


@cache
def cues() -> dict[str, frozenset[str]]:
    """Status, or kind of cue -> the words that tell it (data/status.toml)."""
    return {status: frozenset(entry["words"]) for status, entry in read_table("status.toml").items()}


def status_of(doc: Doc, predicate: Predicate, when: When | None, published: str | None) -> Status:
    """The status of a happening; one dated after publication and told as done is planned.

    `published` is the ISO day of publication, or None.
    """
    verb = doc[predicate.verb]
    own = {token.lower_ for token in _own_cues(verb)} | _serial_cues(verb)
    if predicate.is_nominal:
        own.add(verb.lower_)
        own |= {token.lower_ for token in _own_cues(doc[predicate.trigger]) if not _is_of_preposition(token)}
    if own & cues()["negated"] or _is_denied(verb):
        return "negated"
    done = bool(own & cues()["done"])
    for status in ORDER[1:]:
        if own & cues()[status] and not (done and status == "planned"):
            return status
    if when and when.earliest and published and when.earliest > published:
        return "planned"
    if done or own & cues()["ongoing"]:
        return "actual"
    return _governed_status(verb)


def _is_of_preposition(cue: Token) -> bool:
    """True where a preposition parts a cue from its noun: `tidak untuk konvensi itu` does not deny the meeting."""
    return cue.nbor(1).pos_ == "ADP"


def _is_denied(verb: Token) -> bool:
    """True for what somebody does not see or believe: `tidak yakin bank itu menaikkan bunga`."""
    governor = verb.head
    if verb.dep_ != "ccomp" or governor.lower_ not in cues()["raising"]:
        return False
    return any(cue.lower_ in cues()["negator"] for cue in _own_cues(governor))


def _own_cues(verb: Token) -> Iterable[Token]:
    """The words before the predicate in its clause that may tell its status; none beyond a quotation mark."""
    for child in verb.children:
        tells = child.dep_ in CUES or child.pos_ in ("AUX", "ADV", "PART", "SCONJ")
        if child.i < verb.i and tells and not _is_quoted_off(child, verb):
            yield child
    for neighbour in reversed(list(verb.doc[max(verb.i - 2, verb.sent.start) : verb.i])):
        if neighbour.pos_ == "PUNCT":
            break
        if neighbour.pos_ in ("AUX", "ADV", "PART") or verb.sent._.kind == "title":
            yield neighbour


def _is_quoted_off(cue: Token, verb: Token) -> bool:
    """True where a quotation ends between the two: `"belum," kata Retno`."""
    return any(token.text in MARKS for token in verb.doc[cue.i : verb.i])


def _serial_cues(verb: Token) -> set[str]:
    """The serial verb that leads up to the verb (`batal memanggil`), with the cues before it."""
    beside = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if leads_up_to(beside, verb):
        return {beside.lower_}
    governor = verb.head
    if verb.dep_ not in ("xcomp", "ccomp") or governor.lower_ not in lexicon().serial:
        return set()
    if _is_parted(governor, verb):
        return set()
    before = {token.lower_ for token in _own_cues(governor)}
    if any(governor.lower_ in cues()[status] for status in ORDER):
        before -= cues()["done"]
    return {governor.lower_} | before


def leads_up_to(word: Token, verb: Token) -> bool:
    """True for a serial verb straight before a verb that the parser hung on it: `gagal finis`."""
    return word.head.i == verb.i != word.i and word.pos_ == "VERB" and word.lower_ in lexicon().serial


def _is_parted(governor: Token, verb: Token) -> bool:
    """True where a clause of time begins between the two (`bersedia datang saat ia menemui`)."""
    between = {token.lower_ for token in verb.doc[min(governor.i, verb.i) : verb.i]}
    return bool(between & clause_words("simultaneous"))


def _governed_status(verb: Token) -> Status:
    """The status that a governing word gives: `berencana membeli`, `kesediaannya untuk datang`, `undangan`."""
    if opened_by(verb, "simultaneous"):
        return "actual"
    for governor in [verb.head, *verb.head.ancestors][:2]:
        if verb.dep_ not in GOVERNING or governor.i == verb.i or _is_parted(governor, verb):
            break
        for status in ORDER:
            if governor.lower_ in cues()[status] or governor.lemma_.lower() in cues()[status]:
                return status
        if verb.dep_ == "advcl" and opened_by(verb, "purpose"):
            return "planned" if _is_meant(governor) else "actual"
        verb = governor
    return "actual"


def _is_meant(governor: Token) -> bool:
    """True where what follows `untuk` is only meant: behind a plan, or behind words (`menyatakan kesediaan untuk`)."""
    if governor.lower_ in lexicon().reporting:
        return True
    hints = {cue.lower_ for cue in _own_cues(governor)}
    hints |= {child.lower_ for child in governor.children if child.dep_ == "obj"}
    return bool(hints & cues()["planned"])
