"""A timeline as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.formats.encoding import to_json
from factcli.schema import SCHEMA_VERSION, Facts, TimelineEntry


def timeline_json(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> str:
    """Return one compact JSON object: `documents`, where each comes from, and `timeline`, the entries as in `Facts`."""
    sources = [
        {"id": facts.id, "source": facts.source, "title": facts.title, "published": facts.published}
        for facts in documents
    ]
    return to_json({"schema": SCHEMA_VERSION, "documents": sources, "timeline": list(entries)})
