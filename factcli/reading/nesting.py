"""Articles that stand inside other JSON objects: in answers of interfaces, in hits of a search (`_source`)."""

from __future__ import annotations

from collections.abc import Iterator

from factcli.reading.columns import holds_articles, rows_of
from factcli.reading.facts import says_facts
from factcli.reading.objects import Broken, JsonObject
from factcli.reading.records import known_keys

DEEPEST = 4


def articles_within(objects: Iterator[tuple[int, JsonObject | Broken]]) -> Iterator[tuple[int, JsonObject | Broken]]:
    """Yield each object, or, where it has no text, the objects with text inside it; one without any stays itself.

    An object that is a table by itself gives its rows.
    """
    for line, value in objects:
        if isinstance(value, dict) and not says_facts(value):
            yield from ((line, one) for one in _articles(value) or [value])
        else:
            yield line, value


def _articles(value: JsonObject) -> list[JsonObject]:
    if rows := rows_of(value):
        return rows
    return [value] if _has_text(value) else list(_inner(value, DEEPEST))


def _has_text(value: JsonObject) -> bool:
    """Return whether an object has a text of its own: a list of articles under the same key is none."""
    key = known_keys(value).get("text")
    return key is not None and not holds_articles(value[key])


def _inner(value: JsonObject, depth: int) -> Iterator[JsonObject]:
    """Yield the outermost objects with text in a value; each inherits the fields that only its holder has."""
    if depth == 0:
        return
    own = {key: value[key] for field, key in known_keys(value).items() if field in ("id", "url", "source", "published")}
    for each in value.values():
        for one in each if isinstance(each, list) else [each]:
            if not isinstance(one, dict):
                continue
            if _has_text(one):
                known = known_keys(one)
                yield {key: held for key, held in own.items() if not known.keys() & known_keys({key: held})} | one
            else:
                yield from _inner(one, depth - 1)
