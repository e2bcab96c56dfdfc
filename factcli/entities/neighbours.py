"""What a name takes in from the words beside it: its head noun, its place, its country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from factcli.entities.rules import read_rules, word_key
from factcli.entities.spans import TaggedMention
from factcli.entities.titles import is_no_name, may_precede_name, title_across
from factcli.schema import Label

FIRST_NAME = re.compile(r" (?P<word>[A-Z][a-z’']+) ")
LONGEST_HEAD = 48
MOST_HEADS = 2


class Head(NamedTuple):
    """Head nouns of one kind of name: what they say of its label, and which names they take in."""

    before: re.Pattern[str]
    first: re.Pattern[str]
    label: Label
    overrules: frozenset[Label]
    takes: frozenset[Label]


class NeighbourRules(NamedTuple):
    """`neighbours.toml`, ready for matching."""

    heads: tuple[Head, ...]
    alone: re.Pattern[str]
    with_place: re.Pattern[str]
    kinship: re.Pattern[str]
    tail: re.Pattern[str]
    place_tail: re.Pattern[str]
    club_tail: re.Pattern[str]


@cache
def neighbour_rules() -> NeighbourRules:
    """The rules of `neighbours.toml`, read once."""
    tables = read_rules("neighbours")
    heads = tuple(
        Head(
            before=re.compile(rf"(?<!\w)(?:{either(group['words'])}) $"),
            first=re.compile(rf"(?:{either(group['words'])})(?= \w|$)"),
            label=group["label"],
            overrules=frozenset(group["overrules"]),
            takes=frozenset(group["takes"]),
        )
        for group in tables["heads"]
    )
    alone = [word for group in tables["heads"] if group.get("alone") for word in group["words"]]
    return NeighbourRules(
        heads=heads,
        alone=re.compile(rf"(?:{either(alone)})(?= \w)"),
        with_place=re.compile(rf"(?:{either(tables['with_place']['words'])})(?!\w)"),
        kinship=re.compile(rf" (?:{either(tables['kinship']['words'])}) "),
        tail=re.compile(rf" (?:{either(tables['tails']['words'])})(?!\w)"),
        club_tail=re.compile(rf" (?:{either(tables['club_tails']['words'])})(?!\w)"),
        place_tail=re.compile(rf" (?:{either(tables['place_tails']['words'])})(?!\w)"),
    )


def with_neighbours(text: str, mentions: Sequence[TaggedMention]) -> list[TaggedMention]:
    """The mentions, each drawn out over what belongs to it, labelled by its head noun if it has one.

    `mentions` are in order and do not overlap, as are those given back.
    """
    grown: list[TaggedMention] = []
    for mention in mentions:
        if grown and grown[-1].end > mention.start:
            continue
        mention = labelled_by_head(text, _with_tail(text, mention))
        last = grown[-1] if grown else None
        if last and (gap := FIRST_NAME.fullmatch(text, last.end, mention.start)) and last.label != "PER":
            mention = _first_name(mention, gap)
        if last and _belong_together(text, last, mention):
            grown[-1] = _from(last.start, mention, last.label)
            continue
        start, label = _with_head(text, mention)
        while grown and grown[-1].start >= start:
            grown.pop()
        if grown and grown[-1].end > start:
            start = grown.pop().start
        grown.append(_from(start, mention, label))
    return grown


def _first_name(mention: TaggedMention, gap: re.Match[str]) -> TaggedMention:
    """The person with the one untagged word between an organisation or place and the rest of the name."""
    if mention.label != "PER" or is_no_name(gap["word"]) or may_precede_name(gap["word"]):
        return mention
    return _from(gap.start("word"), mention, mention.label)


def labelled_by_head(text: str, mention: TaggedMention) -> TaggedMention:
    """The mention with the label that its own first words give it."""
    for head in neighbour_rules().heads:
        if mention.label in head.overrules and head.first.match(text, mention.start, mention.end):
            return _from(mention.start, mention, head.label)
    return mention


def bare_heads(text: str, mentions: Sequence[TaggedMention]) -> Iterator[TaggedMention]:
    """Each place where a local body named in full elsewhere is named by its head noun alone: `Pemkab`."""
    alone = neighbour_rules().alone
    matches = [alone.match(text, mention.start, mention.end) for mention in mentions if mention.label == "ORG"]
    for head in sorted({match[0] for match in matches if match}):
        for place in re.finditer(rf"(?<!\w){re.escape(head)}(?!\w)(?! [A-Z])", text):
            yield TaggedMention(start=place.start(), end=place.end(), label="ORG")


def _belong_together(text: str, last: TaggedMention, mention: TaggedMention) -> bool:
    """Whether the mention goes on with the name before it: `Kementerian Kesehatan` `Norlandia`, `Salim` bin `Yusuf`."""
    rules = neighbour_rules()
    between = text[last.end : mention.start]
    if last.label == mention.label == "PER":
        return bool(rules.kinship.fullmatch(between))
    begins = bool(rules.with_place.match(text, last.start, last.end))
    return last.label == "ORG" and mention.label == "LOC" and between == " " and begins


def _with_tail(text: str, mention: TaggedMention) -> TaggedMention:
    rules = neighbour_rules()
    if mention.label == "LOC" and (club := rules.club_tail.match(text, mention.end)):
        return TaggedMention(start=mention.start, end=club.end(), label="ORG", score=mention.score)
    patterns: dict[Label, re.Pattern[str]] = {"ORG": rules.tail, "LOC": rules.place_tail}
    tail = patterns[mention.label].match(text, mention.end) if mention.label in patterns else None
    return TaggedMention(
        start=mention.start, end=tail.end() if tail else mention.end, label=mention.label, score=mention.score
    )


def _with_head(text: str, mention: TaggedMention) -> tuple[int, Label]:
    """Where the mention begins once its head noun is part of it, and the label that the head gives."""
    start, label = mention.start, mention.label
    for _ in range(MOST_HEADS):
        window = text[max(0, start - LONGEST_HEAD) : start]
        for head in neighbour_rules().heads:
            match = head.before.search(window) if label in head.takes else None
            if match and not _ends_title(text, start - len(window) + match.start(), match[0]):
                start, label = start - len(window) + match.start(), head.label
                break
    return start, label


def _ends_title(text: str, start: int, head: str) -> bool:
    """Whether the head noun is the end of a title: `Wali Kota Sukamaju`."""
    return title_across(text, start, tuple(map(word_key, head.split()))) > 0


def _from(start: int, mention: TaggedMention, label: Label) -> TaggedMention:
    return TaggedMention(start=start, end=mention.end, label=label, score=mention.score)


def either(words: Sequence[str]) -> str:
    """A pattern for any of the phrases, the longest first; in small letters too where that is no other word."""
    alternatives = {re.escape(word) for word in words} | {
        re.escape(word[0].lower() + word[1:]) for word in words if " " in word
    }
    return "|".join(sorted(alternatives, key=len, reverse=True))
