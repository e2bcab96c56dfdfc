"""The lines of a web page as a reader sees them: what stands between two line breaks, and what kind of line it is."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from factcli.reading.credits import find_credit
from factcli.reading.datelines import find_dateline

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Elements that do not break a line.
INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "label"}
    | {"mark", "nobr", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
# A dateline in an element of its own; the paragraph that it opens follows.
OPENING = re.compile(r".{2,80}\s?(?:-{1,2}|[–—])")
_ITEMS = frozenset({"li", "dd", "dt"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WORD = re.compile(r"\w")
LONG_WORD = re.compile(r"[^\W\d_]{4,}")

# A sentence has words in small letters, and closes; a long run of words is one even where its end was cut off.
# Names leave few small letters: a full stop behind as many words as a headline seldom has, or a dateline, says as much.
FEWEST_WORDS = 3
FEWEST_WORDS_UNCLOSED = 16
FEWEST_WORDS_STOPPED = 8
FEWEST_SMALL = 0.2
_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*\s*(?:\([^()]{1,40}\)|\[[^\[\]]{1,40}\]|\*{1,3})?\Z|[\"”]\Z")
_STOPPED = re.compile(r"\.[\"'”’)\]]*\Z")
_INTRODUCING = re.compile(r":\Z")
# A line that is mostly a link leads to another page.
MOSTLY_LINKED = 0.7


class Line(msgspec.Struct, eq=False, dict=True):
    """One line: its text, how many of its characters are links, and the block that it stands in."""

    text: str
    linked: int
    block: HtmlElement
    is_item: bool = False
    is_heading: bool = False

    @property
    def is_link(self) -> bool:
        """Whether the line is a link, perhaps with a word or two beside it."""
        return self.linked >= MOSTLY_LINKED * len(self.text)

    @property
    def is_closed(self) -> bool:
        """Whether the line ends as a sentence does; a photographer may be named behind it."""
        if _CLOSED.search(self.text):
            return True
        credit = find_credit(self.text, in_lead=False)
        return credit is not None and _CLOSED.search(self.text[: credit.start].rstrip()) is not None

    @functools.cached_property
    def is_sentence(self) -> bool:
        """Whether the line reads like running text, and is no notice of the page."""
        if self.is_link or self.is_heading:
            return False
        words = [word for word in self.text.split() if _WORD.search(word)]
        small = sum(word[0].islower() for word in words)
        if not small or len(words) < FEWEST_WORDS or self._is_credit:
            return False
        fewest = FEWEST_WORDS if self.is_closed else FEWEST_WORDS_UNCLOSED
        if small >= FEWEST_SMALL * len(words) and len(words) >= fewest:
            return True
        if _STOPPED.search(self.text) and len(words) >= FEWEST_WORDS_STOPPED:
            return True
        return self._opens_article()

    @property
    def _is_credit(self) -> bool:
        credit = find_credit(self.text, in_lead=False)
        return credit is not None and credit.start == 0

    def _opens_article(self) -> bool:
        """Return whether an outlet's dateline opens the line, or any dateline a line that closes or goes on below."""
        is_whole = self.is_closed or _INTRODUCING.search(self.text) is not None
        dateline = find_dateline(self.text, is_first=is_whole)
        return dateline is not None and dateline.length < len(self.text)


def page_lines(tree: HtmlElement) -> list[Line]:
    """Return the lines of a page without comments, in order; those without a letter or a digit are left out."""
    from lxml.etree import iterwalk

    found: list[Line] = []
    pieces: list[tuple[str, bool]] = []
    blocks: list[HtmlElement] = [tree]
    links = 0

    def flush() -> None:
        if not pieces:
            return
        text = _joined(piece for piece, _ in pieces)
        if _WORD.search(text):
            linked = len(_joined(piece for piece, is_link in pieces if is_link))
            found.append(_line(text, linked, blocks))
        pieces.clear()

    def add(text: str | None) -> None:
        if text and (pieces or not text.isspace()):
            pieces.append((text, links > 0))

    for event, element in iterwalk(tree, events=("start", "end")):
        is_block = element.tag not in INLINE
        if event == "start":
            if is_block:
                flush()
                blocks.append(element)
            links += element.tag == "a"
            add(element.text)
        else:
            if is_block:
                flush()
                blocks.pop()
            links -= element.tag == "a"
            if element is not tree:
                add(element.tail)
    flush()
    return found


def _line(text: str, linked: int, blocks: list[HtmlElement]) -> Line:
    return Line(
        text=text,
        linked=linked,
        block=blocks[-1],
        is_item=any(block.tag in _ITEMS for block in blocks[-2:]),
        is_heading=any(block.tag in HEADINGS for block in blocks[-2:]),
    )


def ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the element and every element around it, the innermost first."""
    yield element
    yield from element.iterancestors()


def long_words(text: str) -> set[str]:
    """Return the words of a text that say what it is about: those of four letters or more, in small letters."""
    return set(LONG_WORD.findall(text.casefold()))


def _joined(pieces: Iterator[str]) -> str:
    return " ".join("".join(pieces).replace("\u200b", "").replace("\ufeff", "").split())
