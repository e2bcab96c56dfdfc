"""Frames of denial, rumour and plan: what stands in them is not stated as a fact, whatever the words themselves say.

data/frames.toml holds them, and says what each of their keys means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from spacy.tokens import Span, Token

from factcli.events.clause import RELATIVE, SUBJECTS
from factcli.events.tables import tables, words
from factcli.schema import Status

# So many words after its heading a claim is still read as one.
LONGEST_CLAIM = 200
# So many characters of a sentence are read on either side of a word: more than any real one has.
FURTHEST = 2000
WORD = re.compile(r"\w[\w-]*")
# Relations by which a clause or a noun says what is alleged, or what there is.
HANGS = frozenset({"xcomp", "ccomp", "csubj", "advcl", "acl", "obj", "nsubj", "nmod", "compound"})
EXISTS = frozenset({"obj", "nsubj", "nsubj:pass", "xcomp"})
JOINTS = frozenset({"mark", "cc"})
NEGATING = frozenset({"advmod", "aux", "case", "mark"})
COMMA = ","


class Frame(NamedTuple):
    """One frame: the status that it gives, and the keys of data/frames.toml as patterns and sets of words.

    A pattern is None, a set empty, where the frame lacks the key.
    """

    status: Status
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    title: re.Pattern[str] | None
    label: re.Pattern[str] | None
    heading: re.Pattern[str] | None
    beside: re.Pattern[str] | None
    governor: frozenset[str]
    subject: frozenset[str]
    relative: frozenset[str]
    negated: bool


@cache
def frames() -> tuple[Frame, ...]:
    """The frames of data/frames.toml, in order: the first that fits counts."""
    return tuple(
        Frame(
            status=entry["status"],
            before=_pattern(entry.get("before", [])),
            after=_pattern(entry.get("after", [])),
            title=_pattern(entry.get("title", [])),
            label=_label(entry.get("label", [])),
            heading=_heading(entry.get("heading", [])),
            beside=_pattern(_beside(entry), end=r"\s+\Z"),
            governor=frozenset(entry.get("governor", [])),
            subject=frozenset(entry.get("subject", [])),
            relative=frozenset(entry.get("relative", [])),
            negated=entry.get("negated", False),
        )
        for entry in tables("frames.toml")["frame"]
    )


def _beside(entry: dict[str, Any]) -> list[str]:
    """The phrases that stand straight before the event's word: so do those that govern it, whatever the tree says."""
    governor: list[str] = [] if entry.get("negated") else entry.get("governor", [])
    return [*entry.get("beside", []), *governor]


def _pattern(phrases: list[str], end: str = r"(?![\w-])") -> re.Pattern[str] | None:
    """Any of the phrases as whole words; `*` is up to three words, perhaps behind a comma, `a/b` one of these.

    None counts behind a negation: `tidak membantah`, `tak disangka`.
    """
    if not phrases:
        return None
    gap = r",?(?:\s+\S+){0,3}?\s+"
    spelt = [gap.join(_spelt(part) for part in phrase.split("*")) for phrase in phrases]
    denied = "".join(rf"(?<!\b{word}\s)" for word in tables("frames.toml")["negations"])
    return re.compile(rf"(?<![\w-]){denied}(?:{'|'.join(spelt)}){end}", re.IGNORECASE)


def _spelt(phrase: str) -> str:
    return r"\s+".join(f"(?:{'|'.join(map(re.escape, word.split('/')))})" for word in phrase.split())


def _label(openings: list[str]) -> re.Pattern[str] | None:
    """One of the words in brackets, or with a comma or colon behind it, where a headline begins."""
    if not openings:
        return None
    spelt = "|".join(map(re.escape, openings))
    return re.compile(rf"\s*(?:\[(?:{spelt})\]|\((?:{spelt})\)|(?:{spelt})\s?[,:])", re.IGNORECASE)


def _heading(openings: list[str]) -> re.Pattern[str] | None:
    """A line that begins with one of the words and a colon, and what is quoted behind it or on the next line."""
    if not openings:
        return None
    return re.compile(rf"(?:^|\n)[ \t]*(?:{'|'.join(map(re.escape, openings))})[ \t]*:\s{{0,3}}[“\"‘']?[^“”\"\n]*$")


def framed_status(trigger: Token) -> Status | None:
    """The status that a frame around the event's word gives, or None."""
    sentence = trigger.sent
    before, after = text_beside(trigger.doc[trigger.i : trigger.i + 1])
    above = trigger.doc[max(0, trigger.i - LONGEST_CLAIM) : trigger.i].text_with_ws
    for frame in frames():
        if sentence._.kind == "title" and _heads(frame, sentence.text):
            return frame.status
        if frame.heading and frame.heading.search(above):
            return frame.status
        if _is_governed(trigger, frame) or _is_undone(trigger, frame) or _is_of_none(trigger, frame):
            return frame.status
        if frame.beside and frame.beside.search(before):
            return frame.status
        if frame.before and frame.before.search(before) and (frame.after is None or frame.after.search(after)):
            return frame.status
    return None


def text_beside(span: Span) -> tuple[str, str]:
    """What its sentence says before and behind a span."""
    text, start = span.sent.text, span.sent.start_char
    before, after = text[: span.start_char - start], text[span.end_char - start :]
    return before[-FURTHEST:], after[:FURTHEST]


def _heads(frame: Frame, title: str) -> bool:
    return bool((frame.title and frame.title.search(title)) or (frame.label and frame.label.match(title)))


def _is_governed(trigger: Token, frame: Frame) -> bool:
    above = trigger.head
    if above.i >= trigger.i or above.lower_ not in frame.governor:
        return False
    if is_negated(above) != frame.negated or not _says_what(trigger):
        return False
    # `menuntut tambang itu ditutup`: the demonstrative ends the subject of what is asked for, not the asking.
    own = trigger.left_edge.i if trigger.dep_ == "ccomp" else trigger.i
    between = trigger.doc[above.i + 1 : trigger.i]
    if not _goes_on([token.lower_ for token in between if token.i < own or token.pos_ != "DET"]):
        return False
    return trigger.dep_ in (EXISTS if frame.negated else HANGS)


def _says_what(trigger: Token) -> bool:
    """False for what only stands with the word above: `meminta maaf karena menampar warga`."""
    links = {child.lower_ for child in trigger.children if child.dep_ in JOINTS}
    return links.issubset(tables("frames.toml")["links"])


def _is_undone(trigger: Token, frame: Frame) -> bool:
    """`rapat itu ditunda`, and with `negated` `rapat itu tidak digelar`."""
    verb = trigger.head
    return trigger.dep_ in SUBJECTS and verb.lower_ in frame.subject and is_negated(verb) == frame.negated


def _is_of_none(trigger: Token, frame: Frame) -> bool:
    """`tidak ada warga yang tewas`."""
    who = trigger.head
    is_said_of = trigger.dep_ in RELATIVE and who.dep_ in EXISTS and who.head.lower_ in frame.relative
    return is_said_of and is_negated(who.head)


def _goes_on(behind: Sequence[str]) -> bool:
    """Whether what a word governs goes on across these words, which stand behind it.

    It ends with a demonstrative (`pria yang diduga pelaku itu`) and with a comma (`diduga cemburu, suami membunuh`);
    but a comma right behind the word is a pause (`diduga, suami itu membunuh`), and two enclose an insertion.
    """
    if behind[:1] == [COMMA]:
        return True
    return words("demonstrative").isdisjoint(behind) and behind.count(COMMA) % 2 == 0


def is_negated(word: Token) -> bool:
    """Whether a word of negation stands by a word: `belum tiba`, but not `tidak hanya membuka`."""
    return not all(map(_limits, _negations(word)))


def is_limited(trigger: Token) -> bool:
    """Whether the only negation by the event's word says that there is more: `tidak hanya membuka`."""
    negations = _negations(trigger)
    return bool(negations) and all(map(_limits, negations))


def _negations(word: Token) -> list[Token]:
    cues = cues_of("negated")
    return [child for child in word.children if child.dep_ in NEGATING and child.i < word.i and child.lower_ in cues]


def _limits(negation: Token) -> bool:
    return negation.nbor(1).lower_ in words("only")


@cache
def cues_of(status: Status) -> frozenset[str]:
    """The words of data/status.toml that give a status other than `actual`; for that, none."""
    return frozenset(tables("status.toml").get(status, {"words": ()})["words"])


def says(status: Status, text: str) -> bool:
    """Whether a text has words that give this status, so that nobody takes what it says for a fact."""
    return not _words_of(status).isdisjoint(WORD.findall(text.lower())) or any(
        _stands_in(text, frame) for frame in frames() if frame.status == status
    )


@cache
def _words_of(status: Status) -> frozenset[str]:
    """The words of which each alone gives a status."""
    governors = (frame.governor for frame in frames() if frame.status == status and not frame.negated)
    return cues_of(status).union(*governors)


def _stands_in(text: str, frame: Frame) -> bool:
    """Whether a text has the words of a frame: where it takes some before and some behind the event, both in order."""
    before = frame.before.search(text) if frame.before else None
    if before and (frame.after is None or frame.after.search(text, before.end())):
        return True
    return frame.title is not None and frame.title.search(text) is not None
