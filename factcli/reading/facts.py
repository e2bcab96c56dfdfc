"""Facts that `factcli extract` wrote, read back."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from factcli.reading.contents import ContentError, open_content
from factcli.reading.objects import JsonObject, holds_object, read_objects
from factcli.reading.problems import Unreadable
from factcli.schema import SCHEMA_VERSION, Facts
from factcli.shown import shortened
from factcli.soundness import fault_in

_FAMILY = SCHEMA_VERSION.partition("/")[0] + "/"


def is_facts(data: bytes) -> bool:
    """Return whether `data` is the output of `factcli extract`, whatever version of it, packed or not."""
    try:
        return holds_object(open_content(data).text, says_facts)
    except ContentError:
        return False


def read_facts(data: bytes, *, name: str = "-") -> Iterator[Facts | Unreadable]:
    """Yield the facts of each article in `data`, and an `Unreadable` for each object that is not valid facts."""
    try:
        text = open_content(data).text
    except ContentError as error:
        yield Unreadable(name=name, line=None, reason=str(error))
        return
    for line, value in read_objects(text):
        yield _facts(value, name, line) if isinstance(value, dict) else Unreadable(name=name, line=line, reason=value)


def says_facts(value: JsonObject) -> bool:
    """Return whether a JSON object claims to hold the facts of an article."""
    schema = value.get("schema")
    return isinstance(schema, str) and schema.startswith(_FAMILY) and "text" in value


def _facts(value: JsonObject, name: str, line: int) -> Facts | Unreadable:
    if value.get("schema") != SCHEMA_VERSION:
        return Unreadable(name=name, line=line, reason=f'not facts: "schema" is not "{SCHEMA_VERSION}"')
    try:
        facts = msgspec.convert(value, Facts)
    except msgspec.ValidationError as error:
        return Unreadable(name=name, line=line, reason=f"damaged facts ({shortened(str(error))})")
    fault = fault_in(facts)
    return facts if fault is None else Unreadable(name=name, line=line, reason=f"damaged facts ({fault})")
