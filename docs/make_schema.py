"""Write down the JSON Schema of the facts: `python docs/make_schema.py [--check]` -> docs/factcli-1.schema.json."""

from __future__ import annotations

from pages import put

from factcli.formats.json_schema import json_schema

if __name__ == "__main__":
    put("factcli-1.schema.json", json_schema() + "\n")
