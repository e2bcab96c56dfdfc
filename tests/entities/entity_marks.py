"""Sentences with their mentions marked: `Ia menemui [Ida Berg|PER].`"""

from __future__ import annotations

import re

from factcli.entities.spans import TaggedSpan

MARK = re.compile(r"\[(?P<name>[^\[\]|]+)\|(?P<label>PER|ORG|LOC)\]")


def read_marks(marked: str) -> tuple[str, list[TaggedSpan]]:
    """The plain text and the mentions marked in it."""
    text, mentions, place = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[place : match.start()]
        start = len(text)
        text += match["name"]
        place = match.end()
        label = match["label"]
        assert label in ("PER", "ORG", "LOC")
        mentions.append(TaggedSpan(start=start, end=len(text), label=label))  # type: ignore[arg-type]
    return text + marked[place:], mentions


def write_marks(text: str, mentions: list[TaggedSpan]) -> str:
    """The text with the mentions marked in it."""
    marked, place = "", 0
    for mention in mentions:
        marked += f"{text[place : mention.start]}[{text[mention.start : mention.end]}|{mention.label}]"
        place = mention.end
    return marked + text[place:]


def spans_of(mentions: list[TaggedSpan]) -> list[TaggedSpan]:
    """The mentions as a tagger's spans."""
    return [TaggedSpan(start=one.start, end=one.end, label=one.label) for one in mentions]
