"""The stretches of text that the tokenizer sees one by one, in characters it can take.

A segment has the very length of its stretch of the article, character for character, so offsets never shift.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcli.schema import Article, Block, BlockKind

# Stanza drops or chokes on these: control and format characters, surrogates, unassigned and private code points.
_UNREADABLE = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp", "Zs"})


class Segment(NamedTuple):
    """A block's text as the tokenizer gets it, and where it begins in the article."""

    text: str
    start: int
    kind: BlockKind


@lru_cache(maxsize=4096)
def _readable(character: str) -> str:
    unreadable = character.isspace() or unicodedata.category(character) in _UNREADABLE
    return " " if unreadable else character


def readable(text: str) -> str:
    """`text` with each character that is white space or cannot be read replaced by one space."""
    return "".join(map(_readable, text))


def segments_of(article: Article) -> Iterator[Segment]:
    """The article's blocks (the whole text where reading found none), those without a readable character left out."""
    for block in article.blocks or (Block(start=0, end=len(article.text), kind="body"),):
        text = readable(article.text[block.start : block.end])
        if text.strip():
            yield Segment(text, block.start, block.kind)
