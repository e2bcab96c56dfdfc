"""What is written: one file an output format, each a function of facts, of dates or of timeline entries.

`FACTS_FORMATS` names the formats in which one article's facts can be written. The tables need rich and are
imported from their own modules.
"""

from __future__ import annotations

from collections.abc import Callable

from factcli.formats.dates_json import dates_json
from factcli.formats.facts_json import facts_json
from factcli.formats.timeline_json import timeline_json
from factcli.schema import Facts

# A compact object holds no line break, so an article's JSON is a line of JSON Lines as it stands.
FACTS_FORMATS: dict[str, Callable[[Facts], str]] = {"json": facts_json, "jsonl": facts_json}

__all__ = ["FACTS_FORMATS", "dates_json", "facts_json", "timeline_json"]
