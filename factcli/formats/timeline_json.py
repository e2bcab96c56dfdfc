"""A timeline as JSON, whole or an entry a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from factcli.formats.cited_events import cited_events, cited_in
from factcli.formats.encoding import to_json
from factcli.formats.sources import by_id, quoted, sources_of
from factcli.schema import SCHEMA_VERSION, Facts, TimelineEntry


def timeline_json(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> str:
    """Return a JSON object on a line: `documents`, where each comes from, and `timeline`, the entries as in `Facts`,
    with the sentence that each rests on and its `sources`.
    """
    origins = [
        {"id": facts.id, "source": facts.source, "title": facts.title, "published": facts.published, "url": facts.url}
        for facts in documents
    ]
    return to_json({"schema": SCHEMA_VERSION, "documents": origins, "timeline": _entries(entries, documents)}) + "\n"


def timeline_lines(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> str:
    """Return a line of JSON for each entry: its keys as in `timeline_json`, and `documents`, the ids of its sources."""
    return "".join(
        to_json({**entry, "documents": [source.document for source in entry["sources"]]}) + "\n"
        for entry in _entries(entries, documents)
    )


def _entries(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> list[dict[str, Any]]:
    """Return each entry with its keys, the text of its evidence, and its sources."""
    by_event, known = cited_events(documents), by_id(documents)
    return [
        {
            **msgspec.structs.asdict(entry),
            "evidence": quoted(entry, known),
            "sources": sources_of(cited_in(entry, by_event)),
        }
        for entry in entries
    ]
