"""Tables that JSON holds by column: `{"judul": {"0": ...}, "isi": {"0": ...}}` or `{"judul": [...], "isi": [...]}`."""

from __future__ import annotations

from typing import Any

from factcli.reading.objects import JsonObject
from factcli.reading.records import known_keys

FEWEST_COLUMNS = 2


def rows_of(value: JsonObject) -> list[JsonObject]:
    """Return the rows of an object that is a table of articles, or none where it is no table.

    These are the shapes that pandas writes: by column, by column with lists, and `split`.
    """
    columns, data = value.get("columns"), value.get("data")
    if isinstance(columns, list) and isinstance(data, list) and all(isinstance(row, list) for row in data):
        rows = [dict(zip(map(str, columns), row, strict=False)) for row in data]
        return [row for row in rows if "text" in known_keys(row)]
    known = known_keys(value)
    if "text" not in known:
        return []
    names = list(known.values())
    held: list[Any] = [value[name] for name in names]
    if len(held) < FEWEST_COLUMNS:
        return []
    if all(isinstance(column, dict) and column.keys() == held[0].keys() for column in held):
        return [{name: value[name][row] for name in names} for row in held[0]]
    # Of a table all columns are as long, also those that are not read; the lists of one article (its tags) seldom are.
    lengths = {len(column) for column in value.values() if isinstance(column, list)}
    if all(isinstance(column, list) for column in held) and len(lengths) == 1:
        return [dict(zip(names, row, strict=True)) for row in zip(*held, strict=True)]
    return []


def holds_articles(value: Any) -> bool:
    """Return whether a list has objects that are articles of their own: their title, day or address says so."""
    objects = (one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()
    return any("text" in (known := known_keys(one)) and {"title", "published", "url"} & known.keys() for one in objects)
