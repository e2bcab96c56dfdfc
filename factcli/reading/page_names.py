"""What a web page is called: its headline, its outlet and its address, from its metadata."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from factcli.reading.linked_data import first_text
from factcli.reading.outlets import is_outlet, outlet_name
from factcli.reading.patterns import filled, load

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WWW = re.compile(r"(?:www|m|amp|mobile)\.")
# Here a name has three parts.
_SECOND_LEVELS = (".co.id", ".or.id", ".go.id", ".ac.id", ".web.id", ".my.id")


def metas(tree: HtmlElement, names: list[str]) -> Iterator[str]:
    """Yield the contents of the `<meta>` of these names (any letter case), in the order of the names."""
    contents: dict[str, str] = {}
    for element in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            name, content = element.get(key), element.get("content")
            if name and content and content.strip():
                contents.setdefault(name.strip().casefold(), content.strip())
    return (contents[name] for name in names if name in contents)


def page_title(tree: HtmlElement, articles: list[dict[str, Any]]) -> str | None:
    """Return the headline as the page shows it, if it is one that the metadata give, else as they give it."""
    given = [*filter(None, [first_text(articles, "headline")]), *metas(tree, load("pages.toml")["title"])]
    given += [element.text_content() for element in tree.xpath("//head/title")]
    given = [_line(title) for title in given if title.strip()]
    headings = [text for heading in tree.iter("h1") if (text := _line(heading.text_content()))]
    for heading in headings:
        if any(heading.casefold() in title.casefold() for title in given):
            return heading
    ends = _title_ends()
    without_ends = (ends.sub("", title) for title in given)
    return next(filter(None, without_ends), next(iter(headings), None))


def page_outlet(tree: HtmlElement, articles: list[dict[str, Any]], url: str | None) -> str | None:
    """Return the outlet: the first name that is known as one, else the publisher, the domain or the site's name."""
    host = _WWW.sub("", urlsplit(url).hostname or "") if url else ""
    domain = ".".join(host.split(".")[-3 if host.endswith(_SECOND_LEVELS) else -2 :])
    publisher, sites = first_text(articles, "publisher", "name"), [*map(_line, metas(tree, load("pages.toml")["site"]))]
    known = (outlet_name(name) for name in (publisher, *sites, domain) if name and is_outlet(name))
    return next(known, publisher or domain or next(iter(sites), None))


def page_address(tree: HtmlElement, articles: list[dict[str, Any]]) -> str | None:
    """Return the address under which the page wants to be known."""
    links = tree.xpath("//link[@rel='canonical']/@href")
    given = [*links, *metas(tree, load("pages.toml")["url"]), first_text(articles, "url")]
    return next((str(url).strip() for url in given if url and _is_address(str(url))), None)


def _is_address(url: str) -> bool:
    try:
        return urlsplit(url.strip()).scheme in ("http", "https")
    except ValueError:
        return False


def _line(text: str) -> str:
    return " ".join(text.split())


@functools.cache
def _title_ends() -> re.Pattern[str]:
    ends = "|".join(filled(end, {}).replace("?P<outlet>", "?:") for end in load("pages.toml")["title_ends"])
    return re.compile(rf"(?:{ends})+\Z")
