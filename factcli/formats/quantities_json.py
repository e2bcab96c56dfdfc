"""The quantities of articles as JSON, one line per article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcli.formats.encoding import to_json
from factcli.schema import SCHEMA_VERSION, Article, Quantity


def quantities_lines(found: Iterable[tuple[Article, Sequence[Quantity]]]) -> Iterator[str]:
    """Yield a line with a JSON object for each article: id, day of publication, quantities as in `Facts`."""
    for article, quantities in found:
        record = {
            "schema": SCHEMA_VERSION,
            "id": article.id,
            "published": article.published,
            "quantities": list(quantities),
        }
        yield to_json(record) + "\n"
