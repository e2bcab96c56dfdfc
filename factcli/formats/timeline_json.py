"""A timeline as JSON, whole or an entry a line."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.formats.encoding import to_json
from factcli.formats.tellings import sources, tellings_of, told
from factcli.schema import SCHEMA_VERSION, Facts, TimelineEntry


def timeline_json(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> str:
    """Return a JSON object on a line: `documents`, where each comes from, and `timeline`, the entries as in `Facts`."""
    origins = [
        {"id": facts.id, "source": facts.source, "title": facts.title, "published": facts.published}
        for facts in documents
    ]
    return to_json({"schema": SCHEMA_VERSION, "documents": origins, "timeline": list(entries)}) + "\n"


def timeline_lines(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> str:
    """Return a line of JSON for each entry: its keys as in `Facts`, and `documents`, the ids of those that tell it."""
    tellings = tellings_of(documents)
    return "".join(
        to_json(
            {
                "when": entry.when,
                "events": entry.events,
                "summary": entry.summary,
                "documents": [facts.id for facts in sources(told(entry, tellings))],
                "figures": entry.figures,
            }
        )
        + "\n"
        for entry in entries
    )
