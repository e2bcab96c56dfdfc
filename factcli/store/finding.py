"""Reading facts back from the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from factcli.schema import Facts, Frozen
from factcli.store.cells import cell, value
from factcli.store.columns import lost_columns
from factcli.store.opening import REMEDY, DamagedError
from factcli.store.records import Records

# Documents read at once: what is found can be more than fits in memory.
BATCH = 200
_REMEDY_OF_ONE = "save it again, or take it out with 'factcli store remove'"


class Document(Frozen, frozen=True):
    """A saved article in a list; `excerpt` is the text around the words that were searched for."""

    article: str
    title: str | None
    source: str | None
    url: str | None
    published: str | None
    events: int
    saved: str
    excerpt: str | None = None


_DOCUMENT = """
SELECT documents.article, documents.title, documents.source, {url}, documents.published,
  (SELECT count(*) FROM events WHERE events.document = documents.id) AS events, documents.saved
"""
_ABOUT = """
EXISTS (SELECT 1 FROM entities WHERE entities.document = documents.id AND (
  casefold(entities.name) IN asked OR casefold(entities.kb_id) IN asked
  OR casefold(json_extract(entities.ids, '$.factcli')) IN asked
  OR casefold(entities.label || ':' || entities.name) IN asked
  OR (entities.label = 'PER'
      AND EXISTS (SELECT 1 FROM asked WHERE instr(' ' || casefold(entities.name) || ' ', ' ' || column1 || ' ')))
  OR EXISTS (SELECT 1 FROM mentions WHERE mentions.entity = entities.id AND casefold(mentions.text) IN asked)))
"""
_BETWEEN = """
EXISTS (SELECT 1 FROM events WHERE events.document = documents.id
  AND coalesce(events.earliest, events.latest) IS NOT NULL
  AND coalesce(events.latest, '9999-99-99') >= coalesce(:from, '')
  AND coalesce(events.earliest, '') <= coalesce(:to, '9999-99-99'))
"""


def documents(store: sqlite3.Connection) -> Iterator[Document]:
    """Yield what is saved, in the order of publication; articles without a known day stand last."""
    rows = store.execute(f"{_columns(store)} FROM documents ORDER BY published IS NULL, published, documents.id")
    return map(_document, rows)


def search(store: sqlite3.Connection, words: str) -> Iterator[Document]:
    """Yield the documents that hold all the words, the best first; letter case and accents do not count."""
    if not words.strip():
        return iter(())
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    rows = store.execute(
        f"{_columns(store)}, snippet(documents_fts, 1, '', '', '…', 24) FROM documents_fts"
        " JOIN documents ON documents.id = documents_fts.rowid WHERE documents_fts MATCH ? ORDER BY rank",
        (cell(quoted),),
    )
    return map(_document, rows)


def find(
    store: sqlite3.Connection,
    *,
    about: str | Sequence[str] | None = None,
    earliest: str | None = None,
    latest: str | None = None,
    articles: Sequence[str] | None = None,
    failed: Callable[[str], None] | None = None,
) -> Iterator[Facts]:
    """Yield the facts of saved articles, in the order of publication, equal to those that were saved.

    `about` keeps the articles that name the person, organisation or place (a name, a mention, an id, or one of several,
    letter case aside; whole words of a person's name are enough); `earliest` and `latest` (ISO days) those with an
    event that can fall between them; `articles` those with these ids. What is damaged is reported to `failed` in one
    line that says what to do: an article whose rows are no facts, which is passed over, and a column that is gone,
    which is read as empty where a fact may lack it. Otherwise, and without `failed`, raises `StoreError`.
    """
    wanted = [_ABOUT] * (about is not None) + [_BETWEEN] * (earliest is not None or latest is not None)
    names = [about] if isinstance(about, str) else list(about or ())
    asked = {f"name{number}": cell(name.casefold()) for number, name in enumerate(names or [""])}
    given = {**asked, "from": earliest, "to": latest}
    rows = ", ".join(f"(:{name})" for name in asked)
    condition = " AND ".join(wanted) or "1"
    query = f"SELECT id FROM documents WHERE {condition} ORDER BY published IS NULL, published, id"
    chosen = [key for (key,) in store.execute(f"WITH asked AS (VALUES {rows}) {query}", given)]
    if articles is not None:
        named = {key for article in articles for key in _keys(store, article)}
        chosen = [key for key in chosen if key in named]
    for table, column in lost_columns(store) if chosen else ():
        fault = DamagedError(f"table {table.name}: no column {column}")
        if failed is None or column in table.needed:
            raise fault
        failed(f"damaged ({fault}: it is read as empty); {REMEDY}")
    for start in range(0, len(chosen), BATCH):
        yield from _facts(store, chosen[start : start + BATCH], failed)


def _columns(store: sqlite3.Connection) -> str:
    """Return the beginning of a query for documents; a store of format 1 has no addresses."""
    names = {row[1] for row in store.execute("PRAGMA table_info(documents)")}
    return _DOCUMENT.format(url="documents.url" if "url" in names else "NULL")


def _keys(store: sqlite3.Connection, article: str) -> list[int]:
    return [key for (key,) in store.execute("SELECT id FROM documents WHERE article = ?", (cell(article),))]


def _facts(store: sqlite3.Connection, chosen: Sequence[int], failed: Callable[[str], None] | None) -> Iterator[Facts]:
    """Yield the facts of these documents, all read in one moment of the store; some may have been removed before it."""
    store.execute("BEGIN")
    try:
        records = Records(store, chosen)
    finally:
        store.execute("COMMIT")
    for key in chosen:
        if key not in records.documents:
            continue
        try:
            facts = records.facts(key)
        except DamagedError as error:
            if failed is None:
                raise
            failed(f"damaged ({error}); {_REMEDY_OF_ONE}")
        else:
            yield facts


def _document(row: Sequence[Any]) -> Document:
    names = [field.name for field in msgspec.structs.fields(Document)]
    try:
        return msgspec.convert(dict(zip(names, map(value, row), strict=False)), Document)
    except msgspec.ValidationError as error:
        raise DamagedError(f"table documents: {error}") from error
