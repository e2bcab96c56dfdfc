"""The date expressions of one article as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.formats.encoding import to_json
from factcli.schema import SCHEMA_VERSION, Article, DateExpression


def dates_json(article: Article, dates: Sequence[DateExpression]) -> str:
    """Return a line with a JSON object: the article's id, its day of publication, and its dates as in `Facts`."""
    found = {"schema": SCHEMA_VERSION, "id": article.id, "published": article.published, "dates": list(dates)}
    return to_json(found) + "\n"
