"""One record of JSON Lines or of a table: an article as a scraper or an archive keeps it (`keys.toml`)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from factcli.reading.days import day_of_moment, moment_day
from factcli.reading.facts import says_facts
from factcli.reading.objects import JsonObject
from factcli.reading.patterns import load
from factcli.reading.written_out import plain

KEYS_SHOWN = 8
LONGEST_KEY = 40
# A field may be an object in an object: `{"$date": {"$numberLong": "1705888800000"}}`.
DEEPEST = 3
# What is left empty where its object holds nothing known.
OPTIONAL = frozenset({"source", "published"})
WANTED = "give an object an article, with its text as one string"
_KINDS = {
    dict: "an object",
    list: "a list",
    bool: "true or false",
    int: "a number",
    float: "a number",
    type(None): "null",
    str: "texts",
}
_BETWEEN_WORDS = re.compile(r"[\s.:-]+")


class ArticleRecord(msgspec.Struct):
    """What is read of a record: only `text` is required, keys of other names are ignored."""

    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    source: str | None = None


class RecordError(ValueError):
    """The object is not an article; the message says why."""


def record_of(value: JsonObject) -> ArticleRecord:
    """Return the record in a JSON object; raises `RecordError` if it is not one."""
    if says_facts(value):
        raise RecordError("already facts, but this needs the article; 'factcli timeline' takes facts")
    known = known_keys(value)
    if "text" not in known:
        raise RecordError(f'no "text"{having(value)}')
    try:
        found = {field: _plain(field, value[key]) for field, key in known.items()}
    except ImportError as error:
        raise RecordError(f"HTML cannot be read here ({error}): 'factcli doctor' says what to do") from error
    for field, key in known.items():
        if not _fits(field, found[field]):
            wanted = WANTED if field == "text" else "give it as one string"
            raise RecordError(f"not an article ({key[:LONGEST_KEY]!r} holds {_kind(found[field])}: {wanted})")
    return ArticleRecord(**found)


def known_keys(record: Mapping[str, Any]) -> dict[str, str]:
    """Return, for each field of `ArticleRecord` that the keys name, the first of them that holds something."""
    own: dict[str, str] = {}
    for key in sorted(record, key=lambda key: record[key] in (None, "", [])):
        own.setdefault(fold_key(key), key)
    found = {field: [own[key] for key in keys if key in own] for field, keys in _keys().items()}
    return {field: min(keys, key=lambda key: record[key] in (None, "", [])) for field, keys in found.items() if keys}


def is_known(field: str, key: str) -> bool:
    """Return whether a key is one of those that name a field of `ArticleRecord`."""
    return fold_key(key) in _keys()[field]


def fold_key(key: str) -> str:
    """Return a key in the form in which `keys.toml` lists it."""
    return _BETWEEN_WORDS.sub("_", key.strip().casefold())


def having(keys: Iterable[str]) -> str:
    """Return, in brackets, the names of the keys or columns that are there."""
    names = [key[:LONGEST_KEY] for key in keys]
    others = f" and {len(names) - KEYS_SHOWN} more" if len(names) > KEYS_SHOWN else ""
    return f" (it has {', '.join(names[:KEYS_SHOWN])}{others})" if names else ""


def _fits(field: str, value: Any) -> bool:
    """Return whether a value has the type of its field."""
    return isinstance(value, str) or (field != "text" and value is None) or (field == "id" and type(value) is int)


def _plain(field: str, value: Any) -> Any:
    """Return a value in the type of its field, where it can be converted."""
    value = _within(field, value)
    if field != "text" and isinstance(value, list) and len(value) == 1:
        # Scrapers keep each field as a list.
        value = _within(field, value[0])
    if field != "text" and value in ([], {}):
        return None
    if field == "text" and isinstance(value, list):
        value = _joined([_within(field, part) for part in value])
    if field in ("text", "title") and isinstance(value, str):
        return plain(value) if field == "text" else " ".join(plain(value).split())
    if field == "published" and isinstance(value, int | float) and not isinstance(value, bool):
        return day_of_moment(value)
    if field == "published" and isinstance(value, str):
        return moment_day(value) or value
    return value


def _within(field: str, value: Any) -> Any:
    """Return what an object holds that stands for a field (`{"rendered": ...}`), any other value as it is."""
    keys = load("keys.toml")["within"].get(field, ())
    for _ in range(DEEPEST):
        if not isinstance(value, dict):
            break
        value = next((value[key] for key in keys if value.get(key)), None if field in OPTIONAL else value)
    return value


def _kind(value: Any) -> str:
    """Return what a value is that is no text, in words."""
    if not isinstance(value, list):
        return _KINDS[type(value)]
    strange = [type(part) for part in value if not isinstance(part, str)]
    return f"a list with {_KINDS[next((kind for kind in strange if kind is not list), list if strange else str)]}"


def _joined(parts: list[Any]) -> Any:
    """Return the text in lists of words, of sentences and of paragraphs: a line each list of words or each string."""
    if not all(isinstance(part, str | list) for part in parts):
        return parts
    pieces = [_joined(part) if isinstance(part, list) else part for part in parts]
    if not all(isinstance(piece, str) for piece in pieces):
        return parts
    are_words = all(isinstance(part, str) and " " not in part.strip() for part in parts)
    return (" " if are_words else "\n").join(pieces)


@functools.cache
def _keys() -> dict[str, list[str]]:
    keys: dict[str, list[str]] = load("keys.toml")["article"]
    return keys
