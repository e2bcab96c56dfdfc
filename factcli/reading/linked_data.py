"""What a page says of its article in JSON-LD (schema.org: `NewsArticle` and its kin)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factcli.reading.patterns import load
from factcli.reading.written_out import plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WRAPPING = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*\Z")
_DEEPEST = 6


def linked_articles(tree: HtmlElement) -> list[dict[str, Any]]:
    """Return the objects that describe an article, in the order of the page; what is not JSON is ignored."""
    return _linked(tree, "articles")


def linked_pages(tree: HtmlElement) -> list[dict[str, Any]]:
    """Return the objects that describe the page, not its article."""
    return _linked(tree, "web_pages")


def _linked(tree: HtmlElement, kinds: str) -> list[dict[str, Any]]:
    types = {kind.casefold() for kind in load("pages.toml")[kinds]}
    scripts = tree.xpath("//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]")
    return [
        value
        for script in scripts
        for value in _objects(_parsed(script.text_content()), _DEEPEST)
        if types & {kind.casefold() for kind in _words(value.get("@type"))}
    ]


def first_text(articles: list[dict[str, Any]], *keys: str) -> str | None:
    """Return the first text that an article has at the end of this way of keys (`publisher`, `name`)."""
    for article in articles:
        value: Any = article
        for key in keys:
            value = value[0] if isinstance(value, list) and value else value
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return None


def linked_paragraphs(articles: list[dict[str, Any]]) -> list[str]:
    """Return the paragraphs of the first article whose text stands there whole (`articleBody`)."""
    texts = (text for article in articles if isinstance(text := article.get("articleBody"), str))
    lines = plain(next(texts, "")).splitlines()
    return [paragraph for line in lines if (paragraph := " ".join(line.split()))]


def _parsed(script: str) -> Any:
    try:
        return json.loads(_WRAPPING.sub("", script), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield every object in lists, in `@graph` and in `mainEntity`."""
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth - 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth - 1)


def _words(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [word for word in values if isinstance(word, str)]
