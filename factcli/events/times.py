"""The times that an article's dates tell: a day, a stretch open at one end, a stretch between two dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

import msgspec
from spacy.tokens import Doc, Span

from factcli.dates.meaning import Meaning
from factcli.dates.reach import days_reached
from factcli.events.lexicon import clause_words
from factcli.schema import DateExpression, When

# What stands for an unknown number in a TIMEX3 duration: PXM.
UNCOUNTED = "X"
DURATION = re.compile(rf"P({UNCOUNTED}|\d+)([A-Z]+)")


def has_days(date: DateExpression) -> bool:
    """True for an expression that tells a day or a stretch of days, which can date a happening."""
    return (date.earliest or date.latest) is not None and date.type != "SET"


def recent_stretch(date: DateExpression, published: str | None) -> DateExpression:
    """A bare week (`dalam sepekan`) and `beberapa pekan terakhir` with their days, up to the day of publication.

    Any other expression as it is. Nobody knows the first day of `beberapa pekan terakhir`.
    """
    duration = DURATION.fullmatch(date.value or "")
    if date.type != "DURATION" or published is None or date.latest or duration is None:
        return date
    count, unit = duration.groups()
    is_recent = count == UNCOUNTED and not clause_words("recent").isdisjoint(date.text.lower().split())
    if not is_recent and date.value not in clause_words("recent", "values"):
        return date
    days = days_reached(Meaning("DURATION", count=count, unit=unit, reach=-1), datetime.date.fromisoformat(published))
    return msgspec.structs.replace(
        date, earliest=days[0].isoformat() if days else None, latest=published, anchor="published"
    )


def is_bare_week(date: DateExpression) -> bool:
    """True for `dalam sepekan` without a word that tells which; of what moved a price it is the last one."""
    if date.type != "DURATION" or date.value not in clause_words("recent", "values") or date.anchor != "published":
        return False
    return not set(date.text.lower().split()) & clause_words("recent")


def date_spans(doc: Doc, dates: Iterable[DateExpression]) -> dict[str, Span]:
    """Date id -> its tokens."""
    spans = {date.id: doc.char_span(date.start, date.end, alignment_mode="expand") for date in dates}
    return {name: span for name, span in spans.items() if span is not None}


def when_of(date: DateExpression, span: Span) -> When:
    """The time a date tells, open on one side behind `sejak` or `hingga`."""
    before = [token.lower_ for token in span.doc[max(span.start - 2, 0) : span.start]]
    leading = {*before[-1:], " ".join(before)}
    earliest = None if leading & clause_words("until") else date.earliest
    latest = None if leading & clause_words("since") else date.latest
    return When(value=date.value, earliest=earliest, latest=latest, date=date.id)


def stretch(first: When, last: When) -> When:
    """The time from the one date to the other."""
    return When(value=f"{first.value}/{last.value}", earliest=first.earliest, latest=last.latest, date=first.date)


def days_in(when: When) -> int | None:
    """How many days lie between the first and the last; None for a time open at one end."""
    if when.earliest is None or when.latest is None:
        return None
    return (datetime.date.fromisoformat(when.latest) - datetime.date.fromisoformat(when.earliest)).days


def times_of(
    doc: Doc, dates: Sequence[DateExpression], spans: dict[str, Span]
) -> Iterable[tuple[DateExpression, When]]:
    """Each date with its time; two dates that bound one stretch come once, as the stretch."""
    text = doc.text
    usable = [date for date in dates if date.id in spans and has_days(date)]
    skip = set()
    for date, following in zip_longest(usable, usable[1:]):
        if date.id in skip:
            continue
        when = when_of(date, spans[date.id])
        if following is not None and bounds_stretch(text, date, following):
            skip.add(following.id)
            when = stretch(date_when(date), date_when(following))
        yield date, when


def date_when(date: DateExpression) -> When:
    """The time of a date by itself."""
    return When(value=date.value, earliest=date.earliest, latest=date.latest, date=date.id)


def bounds_stretch(text: str, date: DateExpression, following: DateExpression) -> bool:
    """True for two dates that are the ends of one stretch: `27-29 Agustus`, `Mei hingga Juli`."""
    between = text[date.end : following.start].strip().lower()
    ordered = (date.earliest or "") < (following.earliest or "")
    return between in clause_words("between") and ordered and date.type == following.type
