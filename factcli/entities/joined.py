"""Names that the head marked in pieces: an organisation and its place, a name with a bracket inside."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from factcli.entities.names import is_undivided
from factcli.entities.spans import LabelLookup, TaggedSpan


def joined(text: str, mentions: Iterable[TaggedSpan], known: LabelLookup) -> list[TaggedSpan]:
    """The mentions, in order: an organisation is one with the known place right after it, a ministry with the agency
    behind a slash, and no bracket is cut in two.

    `Pengadilan Tipikor` `Sukamaju`; `Kementerian ATR`/`BPN`; `Universitas Wirya` (`UW) Sukamaju`.
    """
    whole: list[TaggedSpan] = []
    for mention in mentions:
        before = whole[-1] if whole else mention
        between, surface = text[before.end : mention.start], text[mention.start : mention.end]
        has_place = between == " " and (before.label, mention.label) == ("ORG", "LOC") and known(surface) == "LOC"
        if has_place or _has_agency(text, before, mention) or (between == " (" and ")" in surface):
            whole[-1] = replace(before, end=mention.end)
        else:
            whole.append(mention)
    return whole


def _has_agency(text: str, ministry: TaggedSpan, agency: TaggedSpan) -> bool:
    is_ministry = is_undivided(text[ministry.start : ministry.end])
    return is_ministry and text[ministry.end : agency.start].strip() == "/" and agency.label == "ORG"
