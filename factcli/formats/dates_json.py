"""The date expressions of one article as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.formats.encoding import to_json
from factcli.schema import SCHEMA_VERSION, Article, DateExpression


def dates_json(article: Article, dates: Sequence[DateExpression]) -> str:
    """Return one compact JSON object: the article's id, its day of publication, and its dates as in `Facts`."""
    return to_json({"schema": SCHEMA_VERSION, "id": article.id, "published": article.published, "dates": list(dates)})
