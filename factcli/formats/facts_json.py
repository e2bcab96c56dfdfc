"""The facts of one article as JSON, schema version `factcli/1`."""

from __future__ import annotations

from factcli.formats.encoding import to_json
from factcli.schema import Facts


def facts_json(facts: Facts) -> str:
    """Return the facts as one compact JSON object, without a line break."""
    return to_json(facts)
