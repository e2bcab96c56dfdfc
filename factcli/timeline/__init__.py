"""From the events of one or many articles to ordered entries, each happening once.

timeline_of(facts)              the timeline of one article
merge_timeline([facts, ...])    of several, filtered
named, names_like               the entities of a name, and the names most like one
"""

from __future__ import annotations

from factcli.timeline.entries import merge_timeline, timeline_of
from factcli.timeline.filters import named, names_like

__all__ = ["merge_timeline", "named", "names_like", "timeline_of"]
