"""One record of JSON Lines: an article as a scraper or an archive keeps it."""

from __future__ import annotations

import msgspec

from factcli.reading.facts import says_facts
from factcli.reading.objects import JsonObject


class Record(msgspec.Struct):
    """The keys that are read; only `text` is required, and others may stand beside them."""

    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    source: str | None = None


class RecordError(ValueError):
    """The object is no article; the message says why."""


def record_of(value: JsonObject) -> Record:
    """Return the record in a JSON object; raises `RecordError` if it is not one."""
    if says_facts(value):
        raise RecordError("facts already, not an article: give them to `factcli timeline`")
    if "text" not in value:
        raise RecordError('no "text"')
    try:
        return msgspec.convert(value, Record)
    except msgspec.ValidationError as error:
        raise RecordError(f"no article ({error})") from error
