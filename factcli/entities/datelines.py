"""Who publishes and from where: outlets, places and people in datelines and picture credits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from factcli.entities.peeling import trimmed
from factcli.entities.rules import Phrases, phrases, read_rules, word_key
from factcli.entities.spans import Known, TaggedMention
from factcli.entities.titles import is_no_name
from factcli.schema import Block, Label

PART = re.compile(r"(?:[^,;:|/()\[\]\n–—.-]|\.(?=\w)|(?<=\w)[.-](?=\w))+")
WEB_NAME = re.compile(r"(?<![\w@/.#-])[A-Za-z][\w-]+(?:\.[A-Za-z]{2,5}){1,3}(?![\w/@]|-[a-z\d]|\.\w)")
SHORTEST_CAPITALS = 4


class DatelineRules(NamedTuple):
    """`datelines.toml`, ready for comparison."""

    web_endings: tuple[str, ...]
    not_names: Phrases


@cache
def dateline_rules() -> DatelineRules:
    """The rules of `datelines.toml`, read once."""
    tables = read_rules("datelines")
    return DatelineRules(tuple(tables["web_endings"]["words"]), phrases(tables["not_names"]["words"]))


def dateline_mentions(
    text: str, block: Block, tagged: Sequence[TaggedMention], known: Known
) -> Iterator[TaggedMention]:
    """The outlet and the place of a dateline, or the outlet and the people of a credit.

    A part of the line is what the gazetteer knows it as, an outlet if it ends like an address on the web, else what
    the tagger says; in a dateline a part in capitals is a place.
    """
    found = list(_by_form(text, block, tagged, known))
    yield from found
    for mention in tagged:
        if not any(mention.start < other.end and other.start < mention.end for other in found):
            yield mention


def _by_form(text: str, block: Block, tagged: Sequence[TaggedMention], known: Known) -> Iterator[TaggedMention]:
    parts = list(_parts(text, block))
    labels = [_label_by_form(text[start:end], known) for start, end in parts]
    has_outlet = "ORG" in labels
    for (start, end), label in zip(parts, labels, strict=True):
        is_tagged = any(start <= mention.start and mention.end <= end for mention in tagged)
        if (
            label is None
            and block.kind == "dateline"
            and _in_capitals(text[start:end])
            and (has_outlet or not is_tagged)
        ):
            label = "LOC"
        if label is not None:
            yield TaggedMention(start=start, end=end, label=label)


def _parts(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """What stands between the marks of the line, words that are no name left out."""
    for match in PART.finditer(text, block.start, block.end):
        start, end = trimmed(text, *match.span())
        surface = text[start:end]
        keys = tuple(map(word_key, surface.split()))
        if len(surface) > 1 and keys not in dateline_rules().not_names and not is_no_name(surface):
            yield start, end


def web_outlets(text: str) -> Iterator[TaggedMention]:
    """Outlets named by their address on the web, anywhere in the text; addresses of pages and of mail are none."""
    for match in WEB_NAME.finditer(text):
        if match[0].casefold().endswith(dateline_rules().web_endings):
            yield TaggedMention(start=match.start(), end=match.end(), label="ORG")


def _label_by_form(surface: str, known: Known) -> Label | None:
    if label := known(surface) or known(surface.title()):
        return label
    return "ORG" if surface.casefold().endswith(dateline_rules().web_endings) else None


def _in_capitals(surface: str) -> bool:
    return surface.isupper() and len(surface) >= SHORTEST_CAPITALS and surface.replace(" ", "").isalpha()
