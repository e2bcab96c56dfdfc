"""One article as a TimeML 1.2.1 document, laid out as in TempEval-3: DOCID, DCT, TITLE, TEXT, instances and links.

TEXT holds the article's text to the character. An XML document holds one article: several are several files.
The day of publication is `t0`, against which relative expressions are anchored. A value that is not known is written
with X, as TIMEX3 does.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence

from factcli.formats.xml_text import xml_attributes, xml_text
from factcli.schema import Article, DateExpression, Event, Facts, Published, When

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
"""
PUBLISHED = "t0"
UNKNOWN = {"DATE": "XXXX-XX-XX", "TIME": "XXXX-XX-XXTXX:XX", "DURATION": "PXX", "SET": "PXX"}


def dates_timeml(article: Article, dates: Sequence[DateExpression]) -> str:
    """Return a document with the article's time expressions."""
    return _document(article, dates, [])


def facts_timeml(documents: Iterable[Facts]) -> Iterator[str]:
    """Yield a document for each article: its time expressions, its events, and which event falls into which time."""
    for facts in documents:
        yield _document(facts, facts.dates, facts.events)


def _document(article: Article | Facts, dates: Sequence[DateExpression], events: Sequence[Event]) -> str:
    anchors = _anchors(article.published, dates)
    marks = {(date.start, date.end): (_opening(date, anchors), "</TIMEX3>") for date in dates}
    marked = _apart(events, sorted(marks))
    for event in reversed(marked):
        attributes = xml_attributes(eid=_number("e", event), **{"class": event.class_}, stem=event.trigger.lemma)
        marks[event.trigger.start, event.trigger.end] = (f"<EVENT{attributes}>", "</EVENT>")
    lines = [
        HEAD,
        f"<DOCID>{xml_text(article.id)}</DOCID>\n",
        f"<DCT>{_publication(article.published)}</DCT>\n",
        f"<TITLE>{xml_text(article.title or '')}</TITLE>\n",
        f"<TEXT>{_marked(article.text, marks)}</TEXT>\n",
        *_instances(marked),
        *_links(marked, article.published, dates),
        "</TimeML>",
    ]
    return "\n".join(lines) + "\n"


def _publication(published: Published) -> str:
    if published.value is None:
        return ""
    attributes = xml_attributes(
        tid=PUBLISHED,
        type="DATE",
        value=published.value,
        temporalFunction="false",
        functionInDocument="CREATION_TIME",
    )
    return f"<TIMEX3{attributes}>{xml_text(published.value)}</TIMEX3>"


def _anchors(published: Published, dates: Sequence[DateExpression]) -> dict[str, str]:
    """Return the `tid` for everything that an expression may be anchored to."""
    anchors = {date.id: date.id for date in dates}
    if published.value is not None:
        anchors["published"] = PUBLISHED
    return anchors


def _apart(events: Sequence[Event], taken: Sequence[tuple[int, int]]) -> list[Event]:
    """Return the events whose triggers can be marked: tags in the text cannot cross, nor stand in a TIMEX3.

    `taken` are the stretches of the time expressions, in order. Two events may share one trigger.
    """
    ends = [end for _, end in taken]
    apart: list[Event] = []
    for event in sorted(events, key=lambda event: event.trigger.start):
        start, end = event.trigger.start, event.trigger.end
        following = bisect.bisect_right(ends, start)
        if following < len(taken) and taken[following][0] < end:
            continue
        before = apart[-1].trigger if apart else None
        if before is None or before.end <= start or (before.start, before.end) == (start, end):
            apart.append(event)
    return apart


def _opening(date: DateExpression, anchors: dict[str, str]) -> str:
    attributes = xml_attributes(
        tid=date.id,
        type=date.type,
        value=date.value or UNKNOWN[date.type],
        mod=date.mod,
        temporalFunction="true" if date.anchor else None,
        anchorTimeID=anchors.get(date.anchor or ""),
    )
    return f"<TIMEX3{attributes}>"


def _marked(text: str, marks: dict[tuple[int, int], tuple[str, str]]) -> str:
    pieces, place = [], 0
    for (start, end), (opening, closing) in sorted(marks.items()):
        pieces += [xml_text(text[place:start]), opening, xml_text(text[start:end]), closing]
        place = end
    return "".join([*pieces, xml_text(text[place:])])


def _instances(events: Sequence[Event]) -> Iterator[str]:
    """Yield a MAKEINSTANCE an event; Indonesian verbs have no tense, and the facts do not say the part of speech."""
    eids: dict[int, str] = {}
    for event in events:
        attributes = xml_attributes(
            eiid=_number("ei", event),
            eventID=eids.setdefault(event.trigger.start, _number("e", event)),
            pos="OTHER",
            tense="FUTURE" if event.status == "planned" else "NONE",
            aspect="NONE",
            polarity="NEG" if event.status == "negated" else "POS",
            modality="possible" if event.status == "possible" else None,
        )
        yield f"<MAKEINSTANCE{attributes}/>"


def _links(events: Sequence[Event], published: Published, dates: Sequence[DateExpression]) -> Iterator[str]:
    known = {date.id for date in dates}
    number = 0
    for event in events:
        time = _time(event.when, published, known)
        if event.when is None or time is None:
            continue
        number += 1
        attributes = xml_attributes(
            lid=f"l{number}",
            relType=_relation(event.when),
            eventInstanceID=_number("ei", event),
            relatedToTime=time,
        )
        yield f"<TLINK{attributes}/>"


def _time(when: When | None, published: Published, known: set[str]) -> str | None:
    """Return the `tid` of the time of an event, where it has one."""
    if when is None:
        return None
    if when.date is not None:
        return when.date if when.date in known else None
    return PUBLISHED if when.value is not None and when.value == published.value else None


def _relation(when: When) -> str:
    """Return how an event stands to its time: within it, or with it for a beginning or an end."""
    if when.latest is None and when.earliest is not None:
        return "BEGUN_BY"
    if when.earliest is None and when.latest is not None:
        return "ENDED_BY"
    return "IS_INCLUDED"


def _number(prefix: str, event: Event) -> str:
    """Return an id as TimeML numbers them: `e13`, `ei13` for the event `v13`."""
    return prefix + event.id.removeprefix("v")
