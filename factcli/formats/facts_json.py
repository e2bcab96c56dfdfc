"""The facts of articles as JSON, schema version `factcli/1`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcli.formats.encoding import to_json
from factcli.schema import Facts


def facts_json(facts: Facts) -> str:
    """Return the facts of one article as one compact JSON object, without a line break."""
    return to_json(facts)


def facts_lines(documents: Iterable[Facts]) -> Iterator[str]:
    """Yield a line of JSON for each article."""
    for facts in documents:
        yield facts_json(facts) + "\n"
