"""Names that the head marked in pieces: an institution and its place, a name with an abbreviation inside."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from factcli.entities.names import abbreviates
from factcli.entities.spans import TaggedSpan
from factcli.entities.wholes import is_head, is_site

IN_BRACKETS = re.compile(r" \((?P<short>[^()\n]{2,30})\) ")
OPEN_BRACKET = re.compile(r"\([^()]*$")


def joined(text: str, mentions: Iterable[TaggedSpan]) -> list[TaggedSpan]:
    """The mentions, in order: an organisation right before its place is one with it, and no bracket is cut in two.

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
    if not before or before[0].label == "PER" or before[0].end > mention.start:
        return False
    first, between = before[0], text[before[0].end : mention.start]
    if first.label == "ORG" and mention.label == "LOC" and not is_site(text[mention.start : mention.end]):
        name, bracket = text[first.start : first.end], IN_BRACKETS.fullmatch(between)
        if between == " " or (bracket is not None and (is_head(name) or not abbreviates(bracket["short"], name))):
            return True
    is_open = len(before) == 1 and OPEN_BRACKET.search(text[first.start : mention.start]) is not None
    return is_open and between in (" (", ") ") and ")" in text[first.end : mention.end]
