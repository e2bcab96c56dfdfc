"""Whether a happening is told as done, planned, possible or as not done (eval/GUIDELINES-events.md)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc, Token

from factcli.events.lexicon import clause_words, lexicon
from factcli.events.predicates import Predicate
from factcli.events.sharing import opened_by
from factcli.events.tables import read_table
from factcli.schema import Status, When

ORDER: tuple[Status, ...] = ("negated", "possible", "planned")
CUES = frozenset({"advmod", "aux", "mark", "case", "cc", "det", "dep", "advmod:emph", "nsubj", "xcomp"})
GOVERNING = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj", "obj"})


@cache
def cues() -> dict[str, frozenset[str]]:
    """Status -> the words that tell it (data/status.toml)."""
    return {status: frozenset(entry["words"]) for status, entry in read_table("status.toml").items()}


def status_of(doc: Doc, predicate: Predicate, when: When | None, published: str | None) -> Status:
    """The status of a happening; one dated after publication and told as done is planned.

    `published` is the ISO day of publication, or None.
    """
    verb = doc[predicate.verb]
    own = {token.lower_ for token in _own_cues(verb)} | _serial_cues(verb)
    if predicate.is_nominal:
        own.add(verb.lower_)
        own |= {token.lower_ for token in _own_cues(doc[predicate.trigger])}
    past = bool(own & cues()["actual"])
    later = bool(when and when.earliest and published and when.earliest > published)
    if own & cues()["negated"]:
        return "negated"
    for status in ORDER[1:]:
        if own & cues()[status] and not (past and status == "planned"):
            return status
    if later:
        return "planned"
    if past:
        return "actual"
    return _governed_status(verb)


def _own_cues(verb: Token) -> Iterable[Token]:
    """The words before the predicate in its clause that may tell its status."""
    for child in verb.children:
        if child.i < verb.i and (child.dep_ in CUES or child.pos_ in ("AUX", "ADV", "PART", "SCONJ")):
            yield child
    for neighbour in verb.doc[max(verb.i - 2, verb.sent.start) : verb.i]:
        if neighbour.pos_ in ("AUX", "ADV", "PART") or verb.sent._.kind == "title":
            yield neighbour


def _serial_cues(verb: Token) -> set[str]:
    """The serial verb that leads up to the verb (`batal memanggil`), with the cues before it."""
    governor = verb.head
    if verb.dep_ not in ("xcomp", "ccomp") or governor.lower_ not in lexicon().serial:
        return set()
    if _is_parted(governor, verb):
        return set()
    return {governor.lower_} | {token.lower_ for token in _own_cues(governor)}


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
