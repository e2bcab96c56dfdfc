"""Saving facts: each article in one transaction, replacing what was saved of it before."""

from __future__ import annotations

import datetime
import sqlite3
from enum import Enum

from factcli.digests import digest
from factcli.schema import Facts
from factcli.soundness import fault_in
from factcli.store.cells import cell, value
from factcli.store.opening import InconsistentError, writing
from factcli.store.rows import rows_of
from factcli.store.tables import TABLES


class Saved(Enum):
    """What saving an article did: it is new, or it replaced the same text, or another text with its id."""

    NEW = "new"
    AGAIN = "again"
    CHANGED = "changed"


def article_key(facts: Facts) -> str:
    """Return the key of an article in the store: its id, or a digest of its text where it has none."""
    return facts.id or digest(facts.text)


def save(store: sqlite3.Connection, facts: Facts) -> Saved:
    """Save the facts of one article in `store` and return what that did.

    If the process ends meanwhile, the store holds all of the article as it was before or all of it as it is now. Raises
    `InconsistentError` where the facts refer to what they do not hold or contradict themselves.
    """
    from sqlite_utils import Database

    fault = fault_in(facts)
    if fault is not None:
        raise InconsistentError(f"article {facts.id}: {fault}")

    database = Database(store)
    article = article_key(facts)
    with writing(store):
        earlier = store.execute("SELECT id, text FROM documents WHERE article = ?", (cell(article),)).fetchone()
        keys = {table.name: _next_key(store, table.name) for table in TABLES}
        document = keys["documents"] if earlier is None else earlier[0]
        rows = rows_of(facts, document, keys)
        if earlier is not None:
            store.execute("DELETE FROM documents WHERE id = ?", (document,))
        database.table("documents").insert(_document(facts, document, article))
        for table, found in rows.items():
            database.table(table).insert_all(found)
    if earlier is None:
        return Saved.NEW
    return Saved.AGAIN if value(earlier[1]) == facts.text else Saved.CHANGED


def remove(store: sqlite3.Connection, article: str) -> bool:
    """Remove the article and all its facts from `store`; returns whether it was there."""
    with writing(store):
        return store.execute("DELETE FROM documents WHERE article = ?", (cell(article),)).rowcount > 0


def _next_key(store: sqlite3.Connection, table: str) -> int:
    ((last,),) = store.execute(f"SELECT max(id) FROM {table}")
    return (last or 0) + 1


def _document(facts: Facts, document: int, article: str) -> dict[str, object]:
    published = facts.published
    columns = {
        "article": article,
        "title": facts.title,
        "source": facts.source,
        "url": facts.url,
        "published": published.value,
        "published_basis": published.basis,
        "published_start": published.start,
        "published_end": published.end,
        "language": facts.language,
        "text": facts.text,
        "schema": facts.schema,
        "saved": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    }
    return {"id": document, **{name: cell(each) for name, each in columns.items()}}
