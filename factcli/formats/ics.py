"""What is planned as an iCalendar (RFC 5545), for a newsroom's diary."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factcli import __version__
from factcli.formats.cited_events import (
    CitedEvent,
    cited_events,
    cited_in,
    participants,
    sentences_in,
    sources,
    status_of,
)
from factcli.formats.figures_text import figures_text
from factcli.formats.one_line import one_line
from factcli.schema import Facts, TimelineEntry, When
from factcli.timeline.times import is_dated

# Content lines are folded at this many octets of UTF-8 (section 3.1).
LINE = 75
# Midnight at the end of a day, 24:00, is no time of iCalendar.
_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)")
_SPECIAL = re.compile(r"([\\;,])")


def planned(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> list[TimelineEntry]:
    """Return the entries that are planned and have a date."""
    by_event = cited_events(documents)
    return [entry for entry in entries if is_dated(entry.when) and status_of(cited_in(entry, by_event)) == "planned"]


def ics(entries: Sequence[TimelineEntry], documents: Sequence[Facts]) -> str:
    """Return a calendar with an entry each as an event: all day, or at its clock time (of the place, no zone).

    The stamp of an event is the day of the article, so that the same articles give the same calendar.
    """
    by_event = cited_events(documents)
    places: Counter[str] = Counter()
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//factcli//factcli {__version__}//ID", "CALSCALE:GREGORIAN"]
    for entry in entries:
        if entry.when is not None:
            cited = cited_in(entry, by_event)
            place = " ".join(f"{facts.id} {event.trigger.start}" for event, facts, _ in cited)
            lines += _event(entry, entry.when, cited, f"{place} {places[place]}" if places[place] else place)
            places[place] += 1
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(entry: TimelineEntry, when: When, cited: Sequence[CitedEvent], place: str) -> Iterator[str]:
    """Yield the lines of one event, known by the `place` of its words; it does not block the time of its reader."""
    documents = sources(cited)
    published = max((facts.published.value for facts in documents if facts.published.value), default=None)
    stamp = published or datetime.datetime.now(datetime.UTC).date().isoformat()
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(place.encode('utf-8', 'replace')).hexdigest()[:32]}@factcli"
    yield f"DTSTAMP:{stamp.replace('-', '')}T000000Z"
    yield from _time(when)
    yield f"SUMMARY:{_text(entry.summary)}"
    places = participants(cited, "places")
    if places:
        yield f"LOCATION:{_text(', '.join(place.name for place in places))}"
    if len(places) == 1 and places[0].lat is not None and places[0].lon is not None:
        yield f"GEO:{places[0].lat};{places[0].lon}"
    stated = (f"{sentence.strip()} ({origin})" for sentence, origin, _ in sentences_in(cited))
    yield "DESCRIPTION:" + "\\n".join(map(_text, [*figures_text(entry.figures), *stated]))
    yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _time(when: When) -> Iterator[str]:
    clock = _CLOCK.match(when.value or "")
    # A value may name a day that is in no calendar (of the year 0000).
    if clock and clock[1] in (when.earliest, when.latest):
        day, hour, minute = clock.groups()
        yield f"DTSTART:{day.replace('-', '')}T{hour}{minute}00"
        return
    first, last = when.earliest or when.latest or "", when.latest or when.earliest or ""
    yield f"DTSTART;VALUE=DATE:{first.replace('-', '')}"
    # The end is the first day after (section 3.6.1); the last day that a date can have has none.
    if last > first and last < datetime.date.max.isoformat():
        after = datetime.date.fromisoformat(last) + datetime.timedelta(days=1)
        yield f"DTEND;VALUE=DATE:{after.isoformat().replace('-', '')}"


def _text(text: str) -> str:
    """Return `text` as a TEXT value (section 3.3.11), on one line."""
    return _SPECIAL.sub(r"\\\1", one_line(text).strip())


def _folded(line: str) -> str:
    """Return the line with a break before each stretch that would make it too long; no character is cut."""
    pieces, length = [""], 0
    for character in line:
        size = len(character.encode("utf-8", "replace"))
        if length + size > LINE:
            pieces.append(" ")
            length = 1
        pieces[-1] += character
        length += size
    return "\r\n".join(pieces)
