"""A web page becomes a record: its headline, its outlet, its day, and its article without the page around it.

Nothing is fetched: neither the page's pictures nor its further pages.
"""

from __future__ import annotations

from factcli.reading.linked_data import linked_articles, linked_paragraphs
from factcli.reading.page_body import PageBody
from factcli.reading.page_days import kept_at, published_day, shown_day
from factcli.reading.page_lines import long_words, page_lines
from factcli.reading.page_names import given_titles, likely_title, page_address, page_outlet, page_summary, page_title
from factcli.reading.page_rows import with_rows
from factcli.reading.page_text import article_paragraphs
from factcli.reading.page_tree import page_tree, take_out_unshown
from factcli.reading.records import ArticleRecord

# A flash report of one sentence is an article too.
FEWEST_LETTERS = 40
# A page that shows less than one part in so many of the text in its metadata leaves the rest to a program.
THIN = 4


class PageError(ValueError):
    """The page holds no article; the message says so."""


def read_page(markup: str) -> ArticleRecord:
    """Return the article of a web page: `text` is the headline's line, then a line each paragraph.

    Raises `PageError` where there is no article in it.
    """
    try:
        tree = page_tree(markup)
    except ImportError as error:
        raise PageError(f"web pages cannot be read here ({error}): 'factcli doctor' says what to do") from error
    if tree is None:
        raise PageError("an empty web page")
    articles = linked_articles(tree)
    given, summary = given_titles(tree, articles), page_summary(tree, articles)
    url = page_address(tree, articles)
    source = page_outlet(tree, articles, url)
    published, kept = published_day(tree, articles, url), kept_at(tree)
    take_out_unshown(tree)
    lines = with_rows(page_lines(tree))
    title = page_title(given, lines)
    page = PageBody(tree, lines, title or " ".join(given), summary)
    if title is None:
        words = long_words(" ".join(line.text for line in page.article()))
        title = likely_title(given, page.unmarked(0, page.start), words)
    published = published or shown_day(page, title, kept=kept)
    body, linked = article_paragraphs(page.article(), title), linked_paragraphs(articles)
    if THIN * sum(map(len, body)) < sum(map(len, linked)):
        body = linked
    if sum(map(len, body)) < FEWEST_LETTERS:
        raise PageError("a web page without an article: give the page of one article, or its text")
    text = "\n".join([title, *body] if title else body)
    return ArticleRecord(text=text, title=title, published=published, url=url, source=source)
