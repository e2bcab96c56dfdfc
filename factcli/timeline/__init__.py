"""From the events of one or many articles to ordered entries; reports of one event are joined.

timeline_of(facts)              the timeline of one article
merge_timeline([facts, ...])    of several, filtered
named, names_like, meant        the entities of a name, the names most like one, and whom a name means
"""

from __future__ import annotations

from factcli.timeline.entries import merge_timeline, timeline_of
from factcli.timeline.filters import meant, named, names_like

__all__ = ["meant", "merge_timeline", "named", "names_like", "timeline_of"]
