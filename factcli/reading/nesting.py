"""Articles that stand inside other JSON objects: in answers of interfaces, in hits of a search (`_source`)."""

from __future__ import annotations

from collections.abc import Iterator

from factcli.reading.facts import says_facts
from factcli.reading.objects import Broken, JsonObject
from factcli.reading.records import known_keys

DEEPEST = 4


def articles_within(objects: Iterator[tuple[int, JsonObject | Broken]]) -> Iterator[tuple[int, JsonObject | Broken]]:
    """Yield each object, or, where it has no text, the objects with text inside it; one without any stays itself."""
    for line, value in objects:
        if isinstance(value, dict) and not _is_article(value):
            inner = list(_inner(value, DEEPEST))
            yield from ((line, one) for one in inner or [value])
        else:
            yield line, value


def _is_article(value: JsonObject) -> bool:
    return says_facts(value) or "text" in known_keys(value)


def _inner(value: JsonObject, depth: int) -> Iterator[JsonObject]:
    """Yield the outermost objects with text in a value; each inherits the fields that only its holder has."""
    if depth == 0:
        return
    own = {key: value[key] for field, key in known_keys(value).items() if field in ("id", "url", "source", "published")}
    for each in value.values():
        for one in each if isinstance(each, list) else [each]:
            if not isinstance(one, dict):
                continue
            if "text" in known_keys(one):
                known = known_keys(one)
                yield {key: held for key, held in own.items() if not known.keys() & known_keys({key: held})} | one
            else:
                yield from _inner(one, depth - 1)
