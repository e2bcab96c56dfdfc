"""From the events of one or many articles to ordered entries, each happening once.

timeline_of(facts)              the timeline of one article
merge_timeline([facts, ...])    of several, filtered
"""

from __future__ import annotations

from factcli.timeline.entries import merge_timeline, timeline_of

__all__ = ["merge_timeline", "timeline_of"]
