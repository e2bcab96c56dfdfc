"""Articles out of bytes: plain text or JSON Lines, told apart by content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import PurePath

from factcli.reading.days import parse_day
from factcli.reading.decoding import decode, with_line_feeds
from factcli.reading.layout import lay_out
from factcli.reading.objects import holds_objects, read_objects
from factcli.reading.problems import ReadingError, Unreadable
from factcli.reading.publication import find_publication
from factcli.reading.records import Record, RecordError, record_of
from factcli.schema import Article

STDIN = "-"
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)


def read_articles(data: bytes, *, name: str, published: str | None = None) -> Iterator[Article | Unreadable]:
    """Return the articles in `data`, in order, with an `Unreadable` in the place of each line that is none.

    A web page is no article: its tags and menus would be read as news.
    `name` is the file's name (`-`: standard input); its stem is the id of an article that brings none.
    `published` is the day of publication (ISO 8601), which then goes before what the input says.
    Raises `ReadingError` at once if `published` is no day.
    """
    day = None
    if published is not None:
        day = parse_day(published)
        if day is None:
            raise ReadingError(f"publication date {published!r} is no day: write it as 2024-01-22")
    text = decode(data)
    if holds_objects(text):
        return _from_records(text, name, day)
    return _from_plain_text(with_line_feeds(text), name, day)


def _from_plain_text(text: str, name: str, day: str | None) -> Iterator[Article | Unreadable]:
    if not text.strip():
        yield Unreadable(name=name, line=None, reason="nothing in it to read")
        return
    if _HTML.match(text):
        yield Unreadable(name=name, line=None, reason="HTML, not text: give the text of the article, or JSON Lines")
        return
    identity = _digest(text) if name == STDIN else PurePath(name).stem
    yield _article(Record(text=text, id=identity), day)


def _from_records(text: str, name: str, day: str | None) -> Iterator[Article | Unreadable]:
    for line, value in read_objects(text):
        if not isinstance(value, dict):
            yield Unreadable(name=name, line=line, reason=value)
            continue
        try:
            record = record_of(value)
        except RecordError as error:
            yield Unreadable(name=name, line=line, reason=str(error))
            continue
        if record.id is None or record.id == "":
            # A file of many articles: the line keeps their ids apart.
            record.id = _digest(record.text) if name == STDIN else f"{PurePath(name).stem}-{line}"
        yield _article(record, day)


def _article(record: Record, day: str | None) -> Article:
    layout = lay_out(record.text, title=record.title)
    return Article(
        text=record.text,
        id=str(record.id),
        source=record.source or layout.outlet,
        title=record.title or layout.title,
        url=record.url,
        published=find_publication(record.text, layout.blocks, option=day, metadata=record.published),
        blocks=layout.blocks,
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
