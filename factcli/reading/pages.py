"""A web page becomes a record: its headline, its outlet, its day, and its article without the page around it.

trafilatura finds the article's text. Nothing is fetched: neither the page's pictures nor its further pages.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcli.reading.credits import find_credit
from factcli.reading.datelines import find_stamp
from factcli.reading.linked_data import linked_articles
from factcli.reading.page_days import kept_at, published_day, shown_day
from factcli.reading.page_names import page_address, page_outlet, page_title
from factcli.reading.page_tree import page_tree, take_out_asides, wrap_loose_text
from factcli.reading.records import Record

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A flash report of one sentence is an article too; trafilatura by itself asks for 250 letters.
FEWEST_LETTERS = 40
# A dateline in an element of its own; the paragraph that it opens follows.
_OPENING = re.compile(r".{2,80}\s?(?:-{1,2}|[–—])")


class PageError(ValueError):
    """The page holds no article; the message says so."""


def read_page(page: str) -> Record:
    """Return the article of a web page: `text` is the headline's line, then a line each paragraph.

    Raises `PageError` where there is no article in it.
    """
    tree = page_tree(page)
    if tree is None:
        raise PageError("a web page with nothing in it")
    articles = linked_articles(tree)
    title, url = page_title(tree, articles), page_address(tree, articles)
    source = page_outlet(tree, articles, url)
    published, kept = published_day(tree, articles), kept_at(tree)
    take_out_asides(tree)
    wrap_loose_text(tree)
    published = published or shown_day(tree, kept=kept)
    body = list(_paragraphs(tree, title))
    if sum(map(len, body)) < FEWEST_LETTERS:
        raise PageError("a web page without an article: give the page of one article, or its text")
    text = "\n".join([title, *body] if title else body)
    return Record(text=text, title=title, published=published, url=url, source=source)


def _paragraphs(tree: HtmlElement, title: str | None) -> Iterator[str]:
    """Yield the paragraphs of the article, without the headline and without credits (`credits.toml`)."""
    opening = ""
    in_lead = True
    for paragraph in _extracted(tree):
        if title is not None and paragraph.casefold() == title.casefold():
            continue
        if in_lead and find_stamp(paragraph) is not None:
            continue
        if in_lead and _OPENING.fullmatch(paragraph):
            opening = f"{paragraph} "
            continue
        credit = find_credit(paragraph, in_lead=in_lead)
        text = paragraph if credit is None else paragraph[: credit.start].rstrip()
        if text:
            in_lead = False
            yield opening + text
            opening = ""
    if opening:
        yield opening.rstrip()


def _extracted(tree: HtmlElement) -> Iterator[str]:
    try:
        from trafilatura import bare_extraction
        from trafilatura.settings import DEFAULT_CONFIG
    except ImportError as error:
        raise PageError(f"web pages cannot be read here ({error}): 'factcli doctor' says what to do") from error
    config = copy.deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = config["DEFAULT"]["MIN_OUTPUT_SIZE"] = str(FEWEST_LETTERS)
    document = bare_extraction(tree, include_comments=False, include_tables=False, config=config)
    body = getattr(document, "body", None)
    for element in [] if body is None else body:
        for piece in element.iter("item") if element.tag == "list" else [element]:
            text = _line("".join(piece.itertext()))
            if text:
                yield text


def _line(text: str) -> str:
    return " ".join(text.split())
