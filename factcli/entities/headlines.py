"""A headline writes its verbs with capitals too; the body shows where the name in it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcli.entities.places import begins_with_head
from factcli.entities.spans import Known, TaggedMention
from factcli.schema import Block, Label


def with_plain_headline(
    text: str, mentions: Sequence[TaggedMention], blocks: Sequence[Block], known: Known
) -> list[TaggedMention]:
    """The mentions, one in the headline cut to the name that the body has, where the body never has the longer one.

    The gazetteer's names count as the body's.
    """
    titles = [block for block in blocks if block.kind == "title"]

    def in_title(mention: TaggedMention) -> bool:
        return any(block.start <= mention.start and mention.end <= block.end for block in titles)

    names = {(mention.label, text[mention.start : mention.end]) for mention in mentions if not in_title(mention)}
    return [_cut(text, mention, names, known) if in_title(mention) else mention for mention in mentions]


def _cut(text: str, mention: TaggedMention, names: set[tuple[Label, str]], known: Known) -> TaggedMention:
    surface = text[mention.start : mention.end]
    gaps = [match.span() for match in re.finditer(r"\s+", surface)]
    parts = [(0, start) for start, _ in gaps] + [(end, len(surface)) for _, end in gaps]

    def is_name(start: int, end: int) -> bool:
        name = surface[start:end]
        return (mention.label, name) in names or known(name) == mention.label

    inside = [part for part in parts if is_name(*part)]
    if is_name(0, len(surface)) or not inside or begins_with_head(surface):
        return mention
    start, end = max(inside, key=lambda part: part[1] - part[0])
    return TaggedMention(start=mention.start + start, end=mention.start + end, label=mention.label, score=mention.score)
