"""Names of which the head marked a part, drawn out to the whole by the words beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from factcli.entities.rules import either, read_rules
from factcli.entities.spans import LabelLookup, TaggedSpan, without_overlaps
from factcli.entities.titles import ends_title
from factcli.schema import Label

WORDS_AFTER = re.compile(r"(?: [A-Z]\w+){1,4}")
WORDS_BEFORE = re.compile(r"(?<!\S)(?:\w[\w.-]*[ /]){1,3}$")
LONGEST_HEAD = 48
MOST_HEADS = 2


class Head(NamedTuple):
    """Head nouns of one kind of name: the label that they give, and which names they take in."""

    words: re.Pattern[str]
    label: Label
    takes: frozenset[Label]


@cache
def heads() -> tuple[Head, ...]:
    """The head nouns of `wholes.toml`, read once."""
    tables = read_rules("wholes")
    classes = "|".join(tables["classes"]["patterns"])
    return tuple(
        Head(
            words=re.compile(rf"(?:{either(group['words'])})(?: (?:{classes}))?(?=[ /]\w|$)"),
            label=group["label"],
            takes=frozenset(group["takes"]),
        )
        for group in tables["heads"]
    )


@cache
def tails() -> dict[Label, re.Pattern[str]]:
    """What `wholes.toml` says may follow a name as part of it, by the name's label; read once."""
    return {
        group["label"]: re.compile(rf"(?: (?:{either(group['words'])})|{'|'.join(group['patterns'])})(?!\w)")
        for group in read_rules("wholes")["tails"]
    }


def whole_names(text: str, mentions: Sequence[TaggedSpan], known: LabelLookup) -> list[TaggedSpan]:
    """The mentions, each with the head noun before it, the place or country after it, and the rest of a longer name
    that is marked elsewhere or known.
    """
    marked = {(mention.label, text[mention.start : mention.end]) for mention in mentions}
    return without_overlaps(_whole(text, mention, marked, known) for mention in mentions)


def _whole(text: str, mention: TaggedSpan, marked: Collection[tuple[Label, str]], known: LabelLookup) -> TaggedSpan:
    start, end, label = mention.start, mention.end, _label_by_head(text, mention)
    for further in _ends(text, mention.end):
        surface = text[start:further]
        if (label, surface) in marked or known(surface) == label:
            end = further
    tail = tails()[label].match(text, end) if label in tails() else None
    end = tail.end() if tail else end
    for _ in range(MOST_HEADS):
        start, label = _beginning(text, start, end, label, marked)
    return replace(mention, start=start, end=end, label=label)


def _beginning(
    text: str, start: int, end: int, label: Label, marked: Collection[tuple[Label, str]]
) -> tuple[int, Label]:
    """Where the name begins once what is part of it stands in it, and its label then: the rest of a name that is marked
    elsewhere, or the head noun before it or around its first word.
    """
    window = WORDS_BEFORE.search(text, max(0, start - LONGEST_HEAD), start)
    begins = [window.start() + word.start() for word in re.finditer(r"\S+", window[0])] if window else []
    for before in begins:
        if ends_title(text, before, start):
            continue
        if (label, text[before:end]) in marked:
            return before, label
        for head in heads():
            match = head.words.match(text, before) if label in head.takes else None
            if match and match.end() >= start - 1:
                return before, head.label
    return start, label


def _ends(text: str, end: int) -> Iterator[int]:
    """Where the one to four capitalised words right after `end` end."""
    if further := WORDS_AFTER.match(text, end):
        yield from (end + word.end() for word in re.finditer(r" \S+", further[0]))


def _label_by_head(text: str, mention: TaggedSpan) -> Label:
    """The label that the name's own first words give it, else its own; an organisation stays one: `Hotel Karang` can be
    either.
    """
    for head in heads():
        if mention.label not in {"ORG", head.label} and head.words.match(text, mention.start, mention.end):
            return head.label
    return mention.label
