"""Names of which the head marked a part, drawn out to the whole by the words beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from factcli.entities.rules import either, read_rules, word_key
from factcli.entities.spans import LabelLookup, TaggedSpan, moved
from factcli.entities.stretches import without_overlaps
from factcli.entities.titles import title_across
from factcli.schema import Label

WORDS_AFTER = re.compile(r"(?: [A-Z]\w+){1,4}")
WORDS_BEFORE = re.compile(r"(?<!\S)(?:\w[\w.-]*[ /]){1,3}$")
SECOND = re.compile(r" dan ([A-Z][a-z]+)(?!\w)")
LONGEST_HEAD = 48
MOST_HEADS = 2


class Head(NamedTuple):
    """Head nouns of one kind of name: what they say of its label, and which names they take in."""

    words: re.Pattern[str]
    label: Label
    overrules: frozenset[Label]
    takes: frozenset[Label]


class WholeRules(NamedTuple):
    """`wholes.toml`, ready for matching."""

    heads: tuple[Head, ...]
    tails: dict[Label, re.Pattern[str]]
    of_pairs: re.Pattern[str]


@cache
def whole_rules() -> WholeRules:
    """The rules of `wholes.toml`, read once."""
    tables = read_rules("wholes")
    classes = "|".join(tables["classes"]["patterns"])
    heads = tuple(
        Head(
            words=re.compile(rf"(?:{either(group['words'])})(?: (?:{classes}))?(?=[ /]\w|$)"),
            label=group["label"],
            overrules=frozenset(group["overrules"]),
            takes=frozenset(group["takes"]),
        )
        for group in tables["heads"]
    )
    tails = {
        group["label"]: re.compile(rf" (?:{'|'.join([either(group['words']), *group['patterns']])})(?!\w)")
        for group in tables["tails"]
    }
    return WholeRules(heads, tails, re.compile(rf"(?:{either(tables['pairs']['words'])})(?= \w)"))


def whole_names(
    text: str, mentions: Sequence[TaggedSpan], tagged: Collection[tuple[Label, str]], known: LabelLookup
) -> list[TaggedSpan]:
    """The mentions, each with the head noun before it, the place or country after it, and the rest of a longer name
    that is tagged elsewhere (`tagged`) or known; labelled by its head noun if it has one.
    """
    starts = {mention.start for mention in mentions}
    return without_overlaps(
        text, (_with_second(text, _whole(text, mention, tagged, known), starts) for mention in mentions)
    )


def is_site(surface: str) -> bool:
    """Whether the place is a road or a building by its first word: `Gedung Wirya`."""
    return any(
        "ORG" in head.takes and head.label == "LOC" and head.words.match(surface) for head in whole_rules().heads
    )


def is_head(surface: str) -> bool:
    """Whether the words are a head noun alone: `Pengadilan Negeri`."""
    return any(head.words.fullmatch(surface) for head in whole_rules().heads)


def _with_second(text: str, mention: TaggedSpan, starts: Collection[int]) -> TaggedSpan:
    """An institution with the second of the two things that it is for, unless a name of its own begins there."""
    second = SECOND.match(text, mention.end)
    is_pair = mention.label == "ORG" and whole_rules().of_pairs.match(text, mention.start, mention.end)
    if not is_pair or second is None or second.start(1) in starts:
        return mention
    return moved(mention, mention.start, second.end(), mention.label)


def _whole(text: str, mention: TaggedSpan, tagged: Collection[tuple[Label, str]], known: LabelLookup) -> TaggedSpan:
    start, label = mention.start, _label_by_head(text, mention)
    ends = [
        end
        for end in _ends(text, mention.end)
        if (label, surface := text[start:end]) in tagged or known(surface) == label
    ]
    end = max(ends, default=mention.end)
    if (
        not is_site(text[start:end])
        and label in whole_rules().tails
        and (tail := whole_rules().tails[label].match(text, end))
    ):
        end = tail.end()
    for _ in range(MOST_HEADS):
        start, label = _with_head(text, start, label)
    return moved(mention, start, end, label)


def _with_head(text: str, start: int, label: Label) -> tuple[int, Label]:
    """Where the name begins once the head noun before it, or around its first word, is part of it; its label then."""
    window = WORDS_BEFORE.search(text, max(0, start - LONGEST_HEAD), start)
    begins = [window.start() + word.start() for word in re.finditer(r"\S+", window[0])] if window else []
    for before in begins:
        for head in whole_rules().heads:
            match = head.words.match(text, before) if label in head.takes else None
            if match and match.end() >= start - 1 and not _is_title(text, before, match[0]):
                return before, head.label
    return start, label


def _is_title(text: str, start: int, head: str) -> bool:
    """Whether the head noun ends a title, or is one: `Wali [Kota Sukamaju`."""
    return title_across(text, start, tuple(map(word_key, head.split()))) > 0


def _ends(text: str, end: int) -> Iterator[int]:
    """Where the one to four capitalised words right after `end` end."""
    if further := WORDS_AFTER.match(text, end):
        yield from (end + word.end() for word in re.finditer(r" \S+", further[0]))


def _label_by_head(text: str, mention: TaggedSpan) -> Label:
    """The label that the name's own first words give it, else its own."""
    for head in whole_rules().heads:
        if mention.label in head.overrules and head.words.match(text, mention.start, mention.end):
            return head.label
    return mention.label
