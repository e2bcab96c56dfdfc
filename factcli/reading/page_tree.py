"""A web page as a tree, and its parts that are not the article taken out (`pages.toml`)."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from factcli.reading.patterns import load

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What libxml2 takes for the end of the text.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
# An element that holds so much of the page's text is no aside, whatever its class says.
LARGEST_ASIDE = 0.4
_UNSHOWN = ("script", "style", "template")
_INLINE = frozenset(
    {"a", "abbr", "b", "cite", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u"}
)
_PAGE_ITSELF = frozenset({"html", "body", "main", "article", "head", "h1", "p"})


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


def take_out_asides(tree: HtmlElement) -> None:
    """Take scripts and the parts that are not the article out of the tree; the text behind each stays."""
    from lxml import etree

    etree.strip_elements(tree, etree.Comment, *_UNSHOWN, with_tail=False)
    whole = _length(tree)
    for element in list(tree.iter()):
        if is_aside(element) and element.getparent() is not None and _length(element) <= LARGEST_ASIDE * whole:
            element.drop_tree()


def wrap_loose_text(tree: HtmlElement) -> None:
    """Make paragraphs of text that stands loose beside paragraphs or between line breaks.

    `<b>Solo</b> - <p>Warga ...</p>`, `Warga pulang.<br><br>Air surut.`
    """
    from lxml.html import Element

    for parent in list(tree.iter("div", "section", "article", "td", "p", "blockquote", "body")):
        if parent.find("p") is None and parent.find("br") is None:
            continue
        if parent.tag == "p":
            parent.tag = "div"
        children, loose = list(parent), Element("p")
        loose.text, parent.text = parent.text, None
        for child in children:
            if child.tag in _INLINE:
                loose.append(child)
                continue
            _put_before(loose, child)
            loose = Element("p")
            loose.text, child.tail = child.tail, None
        if _length(loose):
            parent.append(loose)
    # What breaks a line inside a word's mark-up at least parts the words.
    for line_break in tree.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"


def _put_before(loose: HtmlElement, child: HtmlElement) -> None:
    if _length(loose):
        child.addprevious(loose)


def is_aside(element: HtmlElement) -> bool:
    """Tell by its name, its classes and its id whether an element is a part that is not the article."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _PAGE_ITSELF:
        return False
    marks, tags = _asides()
    words = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return tag in tags or any(map(marks.fullmatch, words))


def _length(element: HtmlElement) -> int:
    return sum(len(text.strip()) for text in element.itertext())


@functools.cache
def _asides() -> tuple[re.Pattern[str], frozenset[str]]:
    asides = load("pages.toml")["aside"]
    marks = "|".join(f"(?:{aside['marks']})" for aside in asides if "marks" in aside)
    return re.compile(marks, re.IGNORECASE), frozenset(tag for aside in asides for tag in aside.get("tags", []))
