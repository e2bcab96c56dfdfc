"""A timeline as the JSON of Knight Lab's TimelineJS 3 (timeline.knightlab.com/docs/json-format.html)."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterator, Sequence
from typing import Any

from factcli.formats.cited_events import CitedEvent, cited_events, cited_in, modifier_of_entry, sentences_in, status_of
from factcli.formats.encoding import to_json
from factcli.formats.figures_text import figures_text
from factcli.formats.one_line import one_line
from factcli.formats.sources import address
from factcli.formats.when_text import when_text
from factcli.formats.words import words
from factcli.schema import Facts, TimelineEntry, When
from factcli.timeline.times import is_dated

# TimelineJS has no hour 24.
_CLOCK = re.compile(r"\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):(\d{2})")
# The values that TimelineJS can say as they are: a year, a month.
_COARSE = re.compile(r"(\d{4})(?:-(\d{2}))?")


def dated(entries: Sequence[TimelineEntry], _documents: Sequence[Facts]) -> list[TimelineEntry]:
    """Return the entries that have a date: TimelineJS has no place for others."""
    return [entry for entry in entries if is_dated(entry.when)]


def timelinejs(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> str:
    """Return the JSON object: a slide an entry, with its figures and the sentences that report it.

    Of one article, its headline stands first.

    Where a range is open its known day stands for it; `display_date` says in words what is known.
    """
    by_event = cited_events(documents)
    slides = [_slide(entry, entry.when, cited_in(entry, by_event)) for entry in entries if entry.when is not None]
    timeline: dict[str, Any] = {"events": slides}
    if len(documents) == 1 and documents[0].title:
        timeline = {"title": {"text": {"headline": _shown(documents[0].title)}}, **timeline}
    return to_json(timeline) + "\n"


def _slide(entry: TimelineEntry, when: When, cited: Sequence[CitedEvent]) -> dict[str, Any]:
    status = words()["status"].get(status_of(cited))
    slide: dict[str, Any] = {
        "unique_id": re.sub(r"\W+", "-", entry.events[0]) if entry.events else None,
        "start_date": _start(when),
        "end_date": _end(when),
        "display_date": when_text(when, mod=modifier_of_entry(entry, cited)),
        "text": {
            "headline": _shown(entry.summary + (f" ({status})" if status else "")),
            "text": _figures(entry) + "".join(_sentences(cited)),
        },
    }
    return {key: value for key, value in slide.items() if value is not None}


def _figures(entry: TimelineEntry) -> str:
    """Return the figures of an entry as a list, empty where it has none."""
    lines = "".join(f"<li>{_shown(line)}</li>" for line in figures_text(entry.figures))
    return f"<ul>{lines}</ul>" if lines else ""


def _sentences(cited: Sequence[CitedEvent]) -> Iterator[str]:
    """Yield the sentences that report an entry, each once, with where they stand."""
    for sentence, origin, facts in sentences_in(cited):
        source = _shown(origin)
        if place := address(facts.url):
            source = f'<a href="{html.escape(place)}">{source}</a>'
        yield f"<p>{_shown(sentence)} <cite>({source})</cite></p>"


def _start(when: When) -> dict[str, int]:
    value = when.value or ""
    if match := _COARSE.fullmatch(value):
        year, month = match.groups()
        return {"year": int(year)} | ({"month": int(month)} if month else {})
    day = _day(when.earliest or when.latest or "")
    if match := _CLOCK.match(value):
        day |= {"hour": int(match[1]), "minute": int(match[2])}
    return day


def _end(when: When) -> dict[str, int] | None:
    """Return the last day of what lasts; None for a day, and for what a year or month says already."""
    if not when.earliest or not when.latest or when.earliest == when.latest or _COARSE.fullmatch(when.value or ""):
        return None
    return _day(when.latest)


def _day(day: str) -> dict[str, int]:
    date = datetime.date.fromisoformat(day)
    return {"year": date.year, "month": date.month, "day": date.day}


def _shown(text: str) -> str:
    """Return `text` as HTML, which is what TimelineJS takes its texts for."""
    return html.escape(one_line(text).strip())
