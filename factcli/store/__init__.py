"""Facts kept in SQLite: saved, read back unchanged, searched, and browsed with Datasette.

    with open_store(path) as store:
        save(store, facts)
        list(find(store, about="Kim Jong Un"))

One row a document, sentence, entity, mention, date, event, quantity, participant and timeline entry (`tables`). Finding
imports the standard library alone; only saving needs sqlite-utils.
"""

from factcli.store.columns import lost_columns
from factcli.store.finding import Document, documents, find, search
from factcli.store.opening import InconsistentError, StoreError, default_path, open_existing, open_store
from factcli.store.saving import Saved, remove, save

__all__ = [
    "Document",
    "InconsistentError",
    "Saved",
    "StoreError",
    "default_path",
    "documents",
    "find",
    "lost_columns",
    "open_existing",
    "open_store",
    "remove",
    "save",
    "search",
]
