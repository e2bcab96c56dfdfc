"""The JSON Schema of the facts."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

import msgspec

from factcli.schema import SCHEMA_VERSION, Facts

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> str:
    """Return the JSON Schema (2020-12) of one article's facts, indented for people."""
    schema: dict[str, Any] = {"$schema": DIALECT, "title": SCHEMA_VERSION, **msgspec.json.schema(Facts)}
    for definition in schema["$defs"].values():
        # Python 3.13 removes the indentation of a docstring by itself, earlier versions do not.
        if "description" in definition:
            definition["description"] = cleandoc(definition["description"])
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode("utf-8")
