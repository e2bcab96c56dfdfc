"""The JSON Schema of the facts."""

from __future__ import annotations

import msgspec

from factcli.schema import SCHEMA_VERSION, Facts

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> str:
    """Return the JSON Schema (2020-12) of one article's facts, indented for the reader."""
    schema = {"$schema": DIALECT, "title": SCHEMA_VERSION, **msgspec.json.schema(Facts)}
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode("utf-8")
