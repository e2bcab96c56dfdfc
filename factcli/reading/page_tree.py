"""A web page as a tree, and which of its parts are marked as not the article (`pages.toml`)."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.reading.page_lines import INLINE
from factcli.reading.patterns import load

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What libxml2 takes for the end of the text.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_UNSHOWN = ("head", "script", "style", "template", "noscript", "textarea", "svg", "iframe", "object", "video", "audio")
_PAGE_ITSELF = frozenset({"html", "body", "main", "article", "h1"})
_NAMES = ("class", "id", "role", "aria-labelledby", "data-testid", "data-component", "data-e2e")
# kgmModalBody is kgm-Modal-Body.
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# The marks are made of a few words; the time of comparing grows with the length of a name.
LONGEST_MARK = 80
_WORD = re.compile(r"\w")


def page_tree(page: str) -> HtmlElement | None:
    """Return the tree of a web page, or None where there is nothing in it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    # libxml2's limits against pages made to exhaust it stay on.
    parser = HTMLParser(remove_pis=True)
    try:
        tree: HtmlElement = document_fromstring(_DECLARATION.sub("", _UNFIT.sub("", page)), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree


def take_out_unshown(tree: HtmlElement) -> None:
    """Take what no reader sees out of the tree; the text behind each such part stays."""
    from lxml import etree

    etree.strip_elements(tree, etree.Comment, *_UNSHOWN, with_tail=False)


def is_aside(element: HtmlElement) -> bool:
    """Return whether an element's tag, classes or similar attributes mark it as a part that is not the article.

    A link or another piece of a sentence never is, whatever its class says.
    """
    return _is_named(element, _asides()) and not _stands_in_a_sentence(element)


def is_hidden(element: HtmlElement) -> bool:
    """Return whether an element says that it is not shown."""
    if not isinstance(element.tag, str) or element.tag in _PAGE_ITSELF:
        return False
    return element.get("hidden") is not None or _hidden().fullmatch(element.get("style") or "") is not None


def holds_time(element: HtmlElement) -> bool:
    """Return whether an aside is of a kind that may hold the time of publication: it says who wrote the article."""
    return _is_named(element, _asides_with_time())


def _is_named(element: HtmlElement, kinds: _Names) -> bool:
    if not isinstance(element.tag, str) or element.tag in _PAGE_ITSELF:
        return False
    if element.tag in kinds.tags:
        return True
    names = " ".join(filter(None, map(element.get, _NAMES))).split()
    return any(_is_mark(name, kinds.marks) for name in names)


@functools.lru_cache(maxsize=10_000)
def _is_mark(name: str, marks: re.Pattern[str]) -> bool:
    """Return whether a name fits the marks; a page gives the same few names to many of its parts."""
    if len(name) > LONGEST_MARK:
        return False
    return marks.fullmatch(name) is not None or marks.fullmatch(_HUMP.sub("-", name)) is not None


def _stands_in_a_sentence(element: HtmlElement) -> bool:
    """Return whether running text stands right before or behind an inline element."""
    parent = element.getparent()
    if element.tag not in INLINE or parent is None:
        return False
    previous = element.getprevious()
    beside = (parent.text if previous is None else previous.tail, element.tail)
    return any(_WORD.search(text) for text in beside if text)


class _Names(NamedTuple):
    marks: re.Pattern[str]
    tags: frozenset[str]


@functools.cache
def _hidden() -> re.Pattern[str]:
    return re.compile(load("pages.toml")["hidden"]["style"], re.DOTALL)


@functools.cache
def _asides() -> _Names:
    return _names_of(load("pages.toml")["aside"])


@functools.cache
def _asides_with_time() -> _Names:
    return _names_of([aside for aside in load("pages.toml")["aside"] if aside.get("time")])


def _names_of(asides: list[dict[str, Any]]) -> _Names:
    marks = "|".join(f"(?:{aside['marks']})" for aside in asides)
    return _Names(re.compile(marks, re.IGNORECASE), frozenset(tag for aside in asides for tag in aside.get("tags", [])))
