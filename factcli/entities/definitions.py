"""Names that an article itself explains: an abbreviation in brackets, an alias."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from factcli.entities.links import Form
from factcli.entities.names import LONGEST_NAME, Key, abbreviates, name_key
from factcli.entities.rules import phrase_set
from factcli.entities.spans import TaggedSpan
from factcli.schema import Label

# A full stop before a bracket ends the sentence, but for that of `Tbk.`; what the bracket holds is then a source.
OPENING = re.compile(r"(?:(?<=Tbk|Inc|Ltd)\.)?\s?[(\[]\s*")
CLOSING = re.compile(r"\s*[,)\]]")
IN_BRACKETS = re.compile(r"\s?\((?P<name>[^\W\d_][^()\n]{1,24})\)")


class Definition(NamedTuple):
    """`short` is another name of `long`; both as they stand in the text."""

    long: str
    short: str
    label: Label


def definitions(text: str, mentions: Sequence[TaggedSpan]) -> Iterator[Definition]:
    """What neighbouring mentions say of each other: `Komisi Pemilihan Umum (KPU)`, `Gatot alias Jarwo`.

    Where the abbreviation is that of a name inside the longer one, it defines the inner name, if the article has it.
    """
    forms = {(mention.label, name_key(text[mention.start : mention.end])) for mention in mentions}
    for first, second in pairwise(mentions):
        if first.label != second.label:
            continue
        bracketed = OPENING.fullmatch(text, first.end, second.start) and CLOSING.match(text, second.end)
        between = tuple(text[first.end : second.start].strip(" ,(").casefold().split())
        if not bracketed and between not in phrase_set("names", "defining"):
            continue
        names = text[first.start : first.end], text[second.start : second.end]
        long, short = sorted(names, key=lambda name: len(name_key(name)), reverse=True)
        if explains(long, short, first.label):
            yield Definition(long, short, first.label)
        elif inner := _inner_name(long, short):
            if (first.label, inner) in forms:
                yield Definition(" ".join(inner), short, first.label)
        elif first.label != "LOC" and len(name_key(short)) == 1:
            # The place of the two names alone makes one the other's: a ticker, an artist's name, an alias.
            yield Definition(long, short, first.label)


def abbreviations_explained(text: str, mentions: Sequence[TaggedSpan]) -> Iterator[TaggedSpan]:
    """The short name in brackets right after a mention, with the mention's label: `(KPU)`."""
    for mention in mentions:
        match = IN_BRACKETS.match(text, mention.end)
        if match and explains(text[mention.start : mention.end], match["name"], mention.label):
            yield replace(mention, start=match.start("name"), end=match.end("name"))


def explains(long: str, short: str, label: Label) -> bool:
    """Whether `short` is made of the letters of `long`, a head noun left out or not."""
    core = " ".join(Form(label, name_key(long)).core)
    return abbreviates(short, long) or abbreviates(short, core)


def _inner_name(long: str, short: str) -> Key | None:
    """The end of `long` that `short` abbreviates."""
    key = name_key(long)
    tails = (key[start:] for start in range(max(1, len(key) - LONGEST_NAME), len(key) - 1))
    return next((tail for tail in tails if abbreviates(short, " ".join(tail))), None)
