"""Names that the head marked in pieces: an institution and its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from factcli.entities.names import abbreviates
from factcli.entities.spans import TaggedSpan
from factcli.entities.wholes import is_head, is_site

IN_BRACKETS = re.compile(r" \((?P<short>[^()\n]{2,30})\) ")


def joined(text: str, mentions: Iterable[TaggedSpan]) -> list[TaggedSpan]:
    """The mentions, in order: an organisation right before its place is one with it.

    `DPD Partai Tani` `Sukamaju`; `DPC Partai Tani` (`PT`) `Sukamaju`, since `PT` abbreviates a part of it. A site is a
    place of its own: `Partai Tani` `Gedung Wirya`.
    """
    whole: list[TaggedSpan] = []
    for mention in mentions:
        first = next((number for number in (-1, -2) if _are_one(text, whole[number:], mention)), None)
        if first is None:
            whole.append(mention)
        else:
            whole[first:] = [replace(whole[first], end=mention.end)]
    return whole


def _are_one(text: str, before: list[TaggedSpan], mention: TaggedSpan) -> bool:
    """Whether the last one or two mentions and this one are one name."""
    if not before or before[0].label != "ORG" or mention.label != "LOC" or is_site(text[mention.start : mention.end]):
        return False
    name, between = text[before[0].start : before[0].end], text[before[0].end : mention.start]
    bracket = IN_BRACKETS.fullmatch(between)
    return between == " " or (bracket is not None and (is_head(name) or not abbreviates(bracket["short"], name)))
