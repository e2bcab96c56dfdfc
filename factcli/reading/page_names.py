"""The headline, the outlet and the address of a web page, from its metadata."""

from __future__ import annotations

import functools
import html
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcli.reading.datelines import find_stamp
from factcli.reading.linked_data import first_text
from factcli.reading.outlets import domain_of, is_outlet, outlet_name
from factcli.reading.page_lines import HEADINGS, ancestors, long_words
from factcli.reading.patterns import filled, load

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from factcli.reading.page_lines import Line

# "Regional" and "Gaya Hidup" are sections.
FEWEST_WORDS = 2
FEWEST_WORDS_INSIDE = 3
FEWEST_LINKS = 10
LONGEST_TITLE = 500
# What may stand between the name of a blog and the headline.
_OPENING_NAME = re.compile(r"\s+(?:[-–—|~»]|::)\s+|\s*:\s+")
_BOUNDARY = re.compile(r"\s*[^\w\s]")
_SEPARATOR = re.compile(r"\s+(?:[-–—|:~»]|::)\s+")


def metas(tree: HtmlElement, names: list[str]) -> Iterator[str]:
    """Yield the contents of the `<meta>` of these names (any letter case), in the order of the names."""
    contents = _metas(tree)
    return (contents[name] for name in names if name in contents)


def metas_like(tree: HtmlElement, pattern: str) -> Iterator[str]:
    """Yield the contents of the `<meta>` whose name, in small letters, fits a regular expression."""
    like = re.compile(pattern)
    return (content for name, content in _metas(tree).items() if like.fullmatch(name))


def _metas(tree: HtmlElement) -> dict[str, str]:
    contents: dict[str, str] = {}
    for element in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            name, content = element.get(key), element.get("content")
            if name and content and content.strip():
                contents.setdefault(name.strip().casefold(), content.strip())
    return contents


def given_titles(tree: HtmlElement, articles: list[dict[str, Any]]) -> list[str]:
    """Return the headlines in the metadata, the surest first; the name of the outlet or section may follow each."""
    given = [*filter(None, [first_text(articles, "headline")]), *metas(tree, load("pages.toml")["title"])]
    given += [element.text_content() for element in tree.xpath("//head/title")]
    # Some systems escape a headline twice.
    return [title for title in (_line(html.unescape(title))[:LONGEST_TITLE] for title in given) if title]


def page_title(given: list[str], lines: list[Line]) -> str | None:
    """Return the headline as a line of the page shows it, if it is one that the metadata give.

    The name of a section or an outlet (`Regional`) that stands before or behind it in the metadata is not part of it.
    """
    headings = [line for line in lines if line.is_heading and not is_outlet(line.text)]
    first = [line.text for line in headings if any(block.tag == "h1" for block in islice(ancestors(line.block), 2))]
    found = [heading for heading in first if any(_is_part(heading, title) for title in given)]
    shown = {line.text.casefold(): line.text for line in headings}
    found += [shown[end.casefold()] for title in given for end in _ends(title) if end.casefold() in shown]
    if found:
        return max(found, key=lambda heading: len(heading.split()))
    shown = {line.text.casefold(): line.text for line in lines if not is_outlet(line.text)}
    parts = (part.casefold() for title in given for part in _parts(title))
    return next((shown[part] for part in parts if part in shown), None)


def likely_title(given: list[str], above: list[Line], text: set[str]) -> str | None:
    """Return the headline of a page that shows none of those in the metadata.

    It is the heading `above` the text that shares most words with them, else the heading or headline whose words stand
    in the article (`text`) most; of several headings the highest, the nearest.
    """
    ends = _title_ends()
    cleaned = [cut for title in given if (cut := ends.sub("", title)) and not is_outlet(cut)]
    words = long_words(" ".join(cleaned))
    headings = [line for line in reversed(above) if _may_be_headline(line, words, text)]

    def rank(line: Line) -> tuple[int, float, int]:
        return len(long_words(line.text) & words), _share(line.text, text), -_level(line)

    best = max(headings, key=rank, default=None)
    first = next(iter(cleaned), None)
    if best is not None and (first is None or rank(best)[0] or _share(best.text, text) > _share(first, text)):
        return best.text
    return first


def _may_be_headline(line: Line, given: set[str], text: set[str]) -> bool:
    """Return whether a heading is no link, no time and no name; one of two words is known in the article."""
    if not line.is_heading or line.is_link or is_outlet(line.text) or find_stamp(line.text) is not None:
        return False
    is_known = not given or bool(long_words(line.text) & given and long_words(line.text) & text)
    return len(line.text.split()) >= (FEWEST_WORDS if is_known else FEWEST_WORDS_INSIDE)


def _share(title: str, text: set[str]) -> float:
    """Return which share of a headline's words stands in the text."""
    words = long_words(title)
    return len(words & text) / len(words) if words else 0.0


def _level(line: Line) -> int:
    """Return the level of a heading: 1 is the highest."""
    return next(int(block.tag[1]) for block in ancestors(line.block) if block.tag in HEADINGS)


def _is_part(heading: str, title: str) -> bool:
    """Return whether a heading is, or opens, a headline of the metadata, or is too long for a section's name in it."""
    words = len(heading.split())
    place = title.casefold().find(heading.casefold())
    if words >= FEWEST_WORDS_INSIDE or len(heading) == len(title):
        return place >= 0
    return words >= FEWEST_WORDS and place == 0 and _BOUNDARY.match(title, len(heading)) is not None


def _parts(title: str) -> Iterator[str]:
    """Yield a headline and what is left of it before each of its dashes and bars, the longest first."""
    yield title
    ends = [found.start() for found in _SEPARATOR.finditer(title)]
    yield from (part for end in reversed(ends) if len((part := title[:end]).split()) >= FEWEST_WORDS)


def _ends(title: str) -> Iterator[str]:
    """Yield what stands behind a dash or a colon in a headline of the metadata, up to its end or a further dash."""
    starts = [found.end() for found in _OPENING_NAME.finditer(title)]
    for start in starts:
        yield from (part for part in _parts(title[start:]) if len(part.split()) >= FEWEST_WORDS_INSIDE)


def page_summary(tree: HtmlElement, articles: list[dict[str, Any]]) -> str | None:
    """Return what the metadata say of the article in a sentence or two."""
    return first_text(articles, "description") or next(metas(tree, load("pages.toml")["summary"]), None)


def page_outlet(tree: HtmlElement, articles: list[dict[str, Any]], url: str | None) -> str | None:
    """Return the outlet: the first name that is known as one, else the publisher, the domain or the site's name."""
    domain = domain_of(url) if url else None
    publisher, sites = first_text(articles, "publisher", "name"), [*map(_line, metas(tree, load("pages.toml")["site"]))]
    known = (outlet_name(name) for name in (publisher, *sites, domain) if name and is_outlet(name))
    given = next(known, publisher or domain or next(iter(sites), None))
    return given or _outlet_in_title(tree) or _outlet_of_links(tree)


def _outlet_in_title(tree: HtmlElement) -> str | None:
    for title in tree.xpath("//head/title"):
        if (end := _title_ends().search(_line(title.text_content()))) is not None and end["outlet"]:
            return outlet_name(end["outlet"])
    return None


def _outlet_of_links(tree: HtmlElement) -> str | None:
    """Return the site to which most links of the page lead, where they name one."""
    domains = Counter(domain for link in tree.xpath("//a/@href") if (domain := domain_of(str(link))))
    if not domains:
        return None
    domain, count = domains.most_common(1)[0]
    return outlet_name(domain) if count >= FEWEST_LINKS and 2 * count > domains.total() else None


def page_address(tree: HtmlElement, articles: list[dict[str, Any]]) -> str | None:
    """Return the canonical address of the page, else another that it gives for itself."""
    links = tree.xpath("//link[@rel='canonical']/@href")
    given = [*links, *metas(tree, load("pages.toml")["url"]), first_text(articles, "url")]
    return next((str(url).strip() for url in given if url and domain_of(str(url)) is not None), None)


def _line(text: str) -> str:
    return " ".join(text.split())


@functools.cache
def _title_ends() -> re.Pattern[str]:
    pages, outlet = load("pages.toml")["title_pages"], filled(load("pages.toml")["title_outlet"], {})
    return re.compile(rf"(?:{pages})?(?:{outlet})?\Z")
