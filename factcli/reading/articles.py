"""Articles from bytes: plain text, a web page, JSON or a table, recognised by content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from factcli.digests import digest
from factcli.reading.chat import without_marks
from factcli.reading.contents import ContentError, is_markup, is_page, open_content
from factcli.reading.days import address_day, parse_day
from factcli.reading.decoding import UTF_8, with_line_feeds, without_surrogates
from factcli.reading.front_matter import day_in_name, front_matter
from factcli.reading.language import language_of
from factcli.reading.layout import lay_out
from factcli.reading.nesting import articles_within
from factcli.reading.objects import Broken, JsonObject, holds_objects, read_objects
from factcli.reading.outlets import site_of
from factcli.reading.problems import Converted, ReadingError, Unreadable
from factcli.reading.publication import find_publication, stated_day
from factcli.reading.records import ArticleRecord, RecordError, record_of
from factcli.reading.tables import TableError, is_table, read_rows
from factcli.reading.written_out import is_list, plain, with_breaks
from factcli.schema import Article

STDIN = "-"
NOTHING = "no text in it"
# Ten times the longest reports; beyond it, it is a book, a log, or many articles in one.
LONGEST_ARTICLE = 1_000_000
# What is taken off a name to make an id of it: the packing, then the kind.
_PACKING = ".gz"


def read_articles(
    data: bytes,
    *,
    name: str,
    published: str | None = None,
    converted: Callable[[Converted], None] | None = None,
) -> Iterator[Article | Unreadable]:
    """Return the articles in `data`, in order, with an `Unreadable` in the place of each that cannot be read.

    `data` may be packed with gzip. It holds one plain text, one web page, JSON (objects in a row or in an array), or a
    table with one row per article.
    `name` is the file's name (`-`: standard input); its stem is the id of an article without one.
    `published` is the day of publication (ISO 8601); it overrides what the input says.
    `converted` is called where the bytes were in another encoding than UTF-8.
    Raises `ReadingError` at once if `published` is not a day.
    """
    day = None
    if published is not None:
        day = parse_day(published)
        if day is None:
            raise ReadingError(f"publication date {published!r} is not a day: write it as 2024-01-22")
    try:
        text, encoding, _ = open_content(data)
    except ContentError as error:
        return iter([Unreadable(name=name, line=None, reason=str(error))])
    if encoding != UTF_8 and converted is not None:
        converted(Converted(name=name, encoding=encoding))
    if holds_objects(text):
        return _from_records(articles_within(read_objects(text)), name, day)
    if is_table(text):
        return _from_table(text, name, day)
    return iter([_from_text(with_line_feeds(text), name, day)])


def _from_text(text: str, name: str, day: str | None) -> Article | Unreadable:
    if not text.strip():
        return Unreadable(name=name, line=None, reason=NOTHING)
    if is_markup(text):
        return Unreadable(name=name, line=None, reason="XML, not an article: give the article's page or text")
    head = 0
    if is_page(text):
        # lxml is loaded where there is a page.
        from factcli.reading.pages import PageError, read_page

        try:
            record = read_page(text)
        except PageError as error:
            return Unreadable(name=name, line=None, reason=str(error))
    else:
        head, fields = front_matter(text)
        record = ArticleRecord(text=plain(text) if is_list(text) else with_breaks(without_marks(text)), **fields)
    record.id = record.id or (digest(record.text) if name == STDIN else _stem(name))
    return _article(record, day, name, None, head=head)


def _from_table(text: str, name: str, day: str | None) -> Iterator[Article | Unreadable]:
    try:
        return _from_records(read_rows(text), name, day)
    except TableError as error:
        return iter([Unreadable(name=name, line=None, reason=str(error))])


def _from_records(
    records: Iterator[tuple[int, JsonObject | Broken]], name: str, day: str | None
) -> Iterator[Article | Unreadable]:
    line, part = None, 0
    for following, value in records:
        part = part + 1 if following == line else 0
        line = following
        yield article_from(value, name=name, line=line, day=day, part=part)
    if line is None:
        yield Unreadable(name=name, line=None, reason=NOTHING)


def article_from(
    value: JsonObject | Broken, *, name: str, line: int, day: str | None, part: int = 0
) -> Article | Unreadable:
    """Return the article in a JSON object that begins on `line` of the input `name`, or why there is none.

    `day` is the day of publication (ISO 8601); it overrides what the object says. `part` is the number of the article
    on its line, from 0.
    """
    if not isinstance(value, dict):
        return Unreadable(name=name, line=line, reason=value)
    try:
        record = record_of(value)
    except RecordError as error:
        return Unreadable(name=name, line=line, reason=str(error))
    if record.id is None or record.id == "":
        # A file of many articles: the line keeps their ids apart.
        record.id = digest(record.text) if name == STDIN else f"{_stem(name)}-{line}" + (f".{part + 1}" if part else "")
    return _article(record, day, name, line)


def _article(
    record: ArticleRecord, day: str | None, name: str, line: int | None, *, head: int = 0
) -> Article | Unreadable:
    """Return the article; `head`: so many characters of front matter stand before its text."""
    if len(record.text) > LONGEST_ARTICLE:
        reason = f"{len(record.text):,} characters, too long for one article: split it, one article a file or a line"
        return Unreadable(name=name, line=line, reason=reason)
    layout = lay_out(record.text, title=record.title, head=head)
    published = find_publication(
        layout.text,
        layout.blocks,
        option=day,
        metadata=stated_day(record.published) or address_day(record.url),
        # The name of a file of many articles dates none of them.
        name=day_in_name(name) if line is None else None,
    )
    return Article(
        text=layout.text,
        # A file name that is not UTF-8 holds surrogates.
        id=without_surrogates(str(record.id)),
        source=record.source or layout.outlet or site_of(record.url),
        language=language_of(layout.text),
        title=record.title or layout.title,
        url=record.url,
        published=published,
        blocks=layout.blocks,
    )


def _stem(name: str) -> str:
    """Return the file's name without its folder and its endings."""
    path = PurePath(name)
    return PurePath(path.stem).stem if path.suffix.lower() == _PACKING else path.stem
