"""Whether facts from outside make sense, beyond having the right shape.

What was read from a file or a store may have been changed by anybody. A day that is no day or an offset outside the
text would fail much later and far from its cause, so it is looked for once, where facts come in. Names and ids are not
checked here: whoever writes them escapes them.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Protocol

from factcli.schema import DateExpression, Entity, Event, Facts, Figure, Quantity, Statement, When
from factcli.shown import shown

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# What TIMEX3 values are made of (TimeML 1.2.1), and how those begin that name a month, a day or a clock time.
_VALUE = re.compile(r"[A-Z0-9.,:+/_-]{1,64}")
_CALENDAR = re.compile(
    r"(?P<month>\d{4}-\d{2})(?P<day>-\d{2})?(?:T(?P<hour>\d{2})(?::(?P<minute>\d{2}))?.*)?", re.ASCII
)
_MODIFIER = re.compile(r"[A-Z_]{1,32}")
# No number of the news is larger, and a database takes no larger one.
LARGEST = 10.0**18
LATITUDE, LONGITUDE, PROBABILITY = (-90.0, 90.0), (-180.0, 180.0), (0.0, 1.0)


class _Span(Protocol):
    @property
    def start(self) -> int | None: ...
    @property
    def end(self) -> int | None: ...


def fault_in(facts: Facts) -> str | None:
    """Return the first thing in the facts that makes no sense, in words and with its place, or None."""
    return next(_faults(facts), None)


def is_day(text: str) -> bool:
    """Return whether `text` is a day of the calendar as ISO 8601 writes it (`2024-01-22`)."""
    if _ISO_DAY.fullmatch(text) is None:
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _faults(facts: Facts) -> Iterator[str]:
    length = len(facts.text)
    yield from _day("published.value", facts.published.value)
    yield from _span("published", facts.published, length)
    for number, sentence in enumerate(facts.sentences):
        yield from _span(f"sentences[{number}]", sentence, length)
    for number, entity in enumerate(facts.entities):
        yield from _entity(f"entities[{number}]", entity, length)
    for number, date in enumerate(facts.dates):
        yield from _date(f"dates[{number}]", date, length)
    for number, quantity in enumerate(facts.quantities):
        yield from _span(f"quantities[{number}]", quantity, length)
        yield from _amount(f"quantities[{number}]", quantity)
        for side in quantity.sides:
            yield from _span(f"quantities[{number}].sides", side, length)
            yield from _number(f"quantities[{number}].sides.score", side.score, 0, LARGEST)
    for number, event in enumerate(facts.events):
        yield from _event(f"events[{number}]", event, facts)
    for number, entry in enumerate(facts.timeline):
        for when in (entry.when, *entry.otherwise):
            yield from _when(f"timeline[{number}].when", when)
        for figure in entry.figures:
            stated: list[Figure | Statement] = [figure, *figure.otherwise]
            for each in stated:
                yield from _amount(f"timeline[{number}].figures", each)
                yield from _day(f"timeline[{number}].figures.published", each.published)
        yield from _number(f"timeline[{number}].need", entry.need, *PROBABILITY)
        # Whatever document it names, an article's own entries rest on its own text.
        if entry.evidence is not None:
            yield from _span(f"timeline[{number}].evidence", entry.evidence, length)


def _entity(place: str, entity: Entity, length: int) -> Iterator[str]:
    yield from _number(f"{place}.lat", entity.lat, *LATITUDE)
    yield from _number(f"{place}.lon", entity.lon, *LONGITUDE)
    yield from _number(f"{place}.score", entity.score, *PROBABILITY)
    for number, mention in enumerate(entity.mentions):
        yield from _span(f"{place}.mentions[{number}]", mention, length)


def _date(place: str, date: DateExpression, length: int) -> Iterator[str]:
    yield from _span(place, date, length)
    yield from _time(place, date)
    if date.mod is not None and _MODIFIER.fullmatch(date.mod) is None:
        yield f"{place}.mod {shown(date.mod)} is no TIMEX3 modifier"


def _amount(place: str, amount: Quantity | Figure | Statement) -> Iterator[str]:
    for name in ("value", "low", "high"):
        yield from _number(f"{place}.{name}", getattr(amount, name), -LARGEST, LARGEST)


def _event(place: str, event: Event, facts: Facts) -> Iterator[str]:
    yield from _span(f"{place}.trigger", event.trigger, len(facts.text))
    yield from _when(f"{place}.when", event.when)
    yield from _number(f"{place}.score", event.score, *PROBABILITY)
    yield from _number(f"{place}.salience", event.salience, *PROBABILITY)
    yield from _number(f"{place}.printable", event.printable, *PROBABILITY)
    # Facts without sentences leave the number at 0.
    if not 0 <= event.sentence < max(1, len(facts.sentences)):
        yield f"{place}.sentence {shown(event.sentence)} is none of {len(facts.sentences)} sentences"


def _when(place: str, when: When | None) -> Iterator[str]:
    if when is not None:
        yield from _time(place, when)


def _time(place: str, time: When | DateExpression) -> Iterator[str]:
    yield from _day(f"{place}.earliest", time.earliest)
    yield from _day(f"{place}.latest", time.latest)
    if time.earliest is not None and time.latest is not None and time.earliest > time.latest:
        yield f"{place}.earliest {shown(time.earliest)} is after its latest, {shown(time.latest)}"
    if time.value is not None and not _is_value(time.value):
        yield f"{place}.value {shown(time.value)} is no TIMEX3 value"


def _is_value(value: str) -> bool:
    if _VALUE.fullmatch(value) is None:
        return False
    written = _CALENDAR.fullmatch(value)
    if written is None:
        return True
    # Midnight at the end of a day may be written as 24:00.
    is_clock = int(written["hour"] or 0) <= 24 and int(written["minute"] or 0) <= 59
    # A year of zeros names an era or is unknown; Python's calendar begins later, and year 4 is a leap year.
    day = written["month"] + (written["day"] or "-01")
    return is_clock and is_day("0004" + day[4:] if day.startswith("0000") else day)


def _day(place: str, day: str | None) -> Iterator[str]:
    if day is not None and not is_day(day):
        yield f"{place} {shown(day)} is no day"


def _span(place: str, span: _Span, length: int) -> Iterator[str]:
    if span.start is None or span.end is None:
        if span.start is not span.end:
            yield f"{place}: only one of start and end is known"
    elif not 0 <= span.start <= span.end <= length:
        yield f"{place}: {shown(span.start)} to {shown(span.end)} is no stretch of a text of {length} characters"


def _number(place: str, number: float | None, lowest: float, highest: float) -> Iterator[str]:
    # No number at all fails as well, and whole numbers of any length are compared exactly.
    if number is not None and not lowest <= number <= highest:
        yield f"{place} {shown(number)} is not from {lowest:g} to {highest:g}"
