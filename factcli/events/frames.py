"""Frames of denial and rumour: what stands in them is not stated as a fact, whatever the words themselves say.

data/frames.toml: `before` words before an event in its sentence, `after` words behind it, `title` words of a headline,
`heading` words with a colon that open the line of the event or stand on the line above it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from factcli.events.tables import read_table
from factcli.schema import Status

# So many words after its heading a claim is still read as one.
LONGEST_CLAIM = 200


class Frame(NamedTuple):
    """One frame: the status it gives, and the patterns of words before, behind, in the title, or above."""

    status: Status
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    title: re.Pattern[str] | None
    heading: re.Pattern[str] | None


@cache
def frames() -> tuple[Frame, ...]:
    """The frames of data/frames.toml, in order: the first that fits counts."""
    return tuple(
        Frame(
            status=entry["status"],
            before=_pattern(entry.get("before", [])),
            after=_pattern(entry.get("after", [])),
            title=_pattern(entry.get("title", [])),
            heading=_heading(entry.get("heading", [])),
        )
        for entry in read_table("frames.toml")["frame"]
    )


def _pattern(phrases: list[str]) -> re.Pattern[str] | None:
    """Any of the phrases as whole words; `*` stands for up to three words."""
    if not phrases:
        return None
    gap = r"(?:\s+\S+){0,3}?\s+"
    spelt = [gap.join(re.escape(part.strip()) for part in phrase.split("*")) for phrase in phrases]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spelt)})(?![\w-])", re.IGNORECASE)


def _heading(words: list[str]) -> re.Pattern[str] | None:
    """A line that begins with one of the words and a colon, and what is quoted behind it or on the next line."""
    if not words:
        return None
    return re.compile(rf"(?:^|\n)[ \t]*(?:{'|'.join(map(re.escape, words))})[ \t]*:\s{{0,3}}[“\"‘']?[^“”\"\n]*$")


def framed_status(trigger: Token) -> Status | None:
    """The status that a frame around the event's word gives, or None."""
    sentence = trigger.sent
    place = trigger.idx - sentence.start_char
    text = sentence.text
    before, after = text[:place], text[place + len(trigger.text) :]
    above = trigger.doc[max(0, trigger.i - LONGEST_CLAIM) : trigger.i].text_with_ws
    for frame in frames():
        if frame.title and sentence._.kind == "title" and frame.title.search(text):
            return frame.status
        if frame.heading and frame.heading.search(above):
            return frame.status
        if frame.before and (frame.after is None or frame.after.search(after)) and frame.before.search(before):
            return frame.status
    return None


def is_negated(trigger: Token) -> bool:
    """Whether a word of negation stands by the event's word or governs it: `belum tiba`, `batal mengunjungi`."""
    cues = cues_of("negated")
    own = [child for child in trigger.children if child.dep_ in ("advmod", "aux") and child.i < trigger.i]
    governor = [trigger.head] if trigger.dep_ == "xcomp" and trigger.head.i < trigger.i else []
    return any(word.lower_ in cues for word in (*own, *governor))


@cache
def cues_of(status: Status) -> frozenset[str]:
    """The words of data/status.toml that give a status other than `actual`; for that, none."""
    return frozenset(read_table("status.toml").get(status, {"words": ()})["words"])
