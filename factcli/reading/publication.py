"""The day of publication, and how it is known."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcli.reading.credits import find_credit
from factcli.reading.datelines import is_of_change
from factcli.reading.days import is_zero, parse_day
from factcli.reading.patterns import load
from factcli.schema import Block, DateExpression, Published

# Characters at most between the end of a dateline and a date right after it.
AFTER_DATELINE = 3
# So many characters of the body are its opening: of 70 last days stated there 68 were that of publication or the day
# before.
OPENING = 300
# No outlet was on the web earlier: what an article says of an older day is history.
FIRST_YEAR = "1995"

_DAY = re.compile(r"(\d{4})-\d{2}-\d{2}(?:T.*)?")
# `17-Aug-20`: in a field of its own it is a day of this century.
_SHORT_YEAR = re.compile(r"\A(\d{1,2})[-/. ]([A-Za-z]{3,9})[-/. ](\d{2})\Z")
# `12/03/24`: in a dateline it is a day too, the day before the month.
_SHORT_DAY = re.compile(r"(?<![\w/.-])(\d{1,2})([/-])(\d{1,2})\2(\d{2})(?![\w/-])")
_LAST_CENTURY_FROM = "30"
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|[\n\r]")
_DAY_COUNTED = re.compile(r"\d{1,2}\W+\w+\W+\d{2,4}|\d{1,2},?\s\d{4}|\d{4}-\d")
_DIGITS_ONLY = re.compile(r"\W*\d{1,2}\W")


def find_publication(
    text: str,
    blocks: Sequence[Block],
    *,
    option: str | None = None,
    metadata: str | None = None,
    name: str | None = None,
) -> Published:
    """Return the day of publication: as asked for, else as the record says, else as the text itself states it.

    `option` and `metadata` are ISO 8601; metadata may also be a date as the press writes it. The text states it in
    its dateline, or by a full date that a reporting phrase ties to the day of the report (`reporting.toml`), or that
    its opening states last of all; `name`, the day that the file's name gives, comes before these two.
    """
    if option is not None:
        return Published(value=option, basis="option")
    if (day := stated_day(metadata)) is not None:
        return Published(value=day, basis="metadata")
    named = None if name is None else Published(value=name, basis="metadata")
    if not any(character.isdigit() for character in text):
        return named or Published()
    dates = list(_full_dates(text))
    return _in_dateline(text, blocks, dates) or named or _in_text(text, blocks, dates) or Published()


class _FullDate(NamedTuple):
    """A calendar day written out with its year."""

    day: str
    start: int
    end: int
    has_weekday: bool
    # The number of the day is written out: a feast is a day of every year.
    is_counted: bool


def _full_dates(text: str) -> Iterator[_FullDate]:
    # The dates room is loaded only where a text is searched: with metadata there is nothing to search.
    from factcli.dates import find_dates

    for expression in find_dates(text):
        if (day := _day_of(expression)) is not None:
            has_weekday = _DIGITS_ONLY.match(expression.text) is None
            is_counted = _DAY_COUNTED.search(expression.text) is not None
            yield _FullDate(day, expression.start, expression.end, has_weekday, is_counted)


def _day_of(expression: DateExpression) -> str | None:
    """Return the day if the expression itself names all of it, year included."""
    match = _DAY.fullmatch(expression.value or "")
    if match is None or expression.type not in ("DATE", "TIME"):
        return None
    year = match[1]
    if year not in expression.text and f"/{year[2:]}" not in expression.text:
        return None
    return match[0][:10]


def stated_day(field: str | None) -> str | None:
    """Return the day (ISO 8601) in a field of metadata, or None: for an empty field, also one filled with a zero."""
    if field is None:
        return None
    day = parse_day(field) or written_day(_SHORT_YEAR.sub(r"\1 \2 20\3", field.strip()))
    return None if day is None or is_zero(day) else day


def written_day(written: str, *, today: str | None = None) -> str | None:
    """Return the first day that `written` names in full, or, counted from `today` (ISO 8601), by words, or None."""
    day = next((date.day for date in _full_dates(written)), None)
    if day is not None or today is None:
        return day
    from factcli.dates import find_dates

    values = (expression.value or "" for expression in find_dates(written, published=today))
    return next((match[0][:10] for value in values if (match := _DAY.fullmatch(value))), None)


def first_day(written: str) -> str | None:
    """Return the earliest day that `written` names in full, or None."""
    return min((date.day for date in _full_dates(written)), default=None)


def _in_dateline(text: str, blocks: Sequence[Block], dates: Sequence[_FullDate]) -> Published | None:
    """Return the day in the first dateline that has one; the day of a change counts last."""
    datelines = [block for block in blocks if block.kind == "dateline"]
    for block in sorted(datelines, key=lambda block: is_of_change(text[block.start : block.end])):
        within = [date for date in dates if block.start <= date.start <= block.end + AFTER_DATELINE]
        if within:
            # Beside the day of a change may stand that of publication.
            changed = is_of_change(text[block.start : block.end])
            date = min(within, key=lambda date: date.day) if changed else within[0]
            return Published(value=date.day, basis="dateline", start=date.start, end=date.end)
        for short in _SHORT_DAY.finditer(text, block.start, block.end):
            if (day := _day_in_figures(short)) is not None:
                return Published(value=day, basis="dateline", start=short.start(), end=short.end())
    return None


def _day_in_figures(short: re.Match[str]) -> str | None:
    century = 20 if short[4] < _LAST_CENTURY_FROM else 19
    return parse_day(f"{century}{short[4]}-{short[3]}-{short[1]}")


def _in_text(text: str, blocks: Sequence[Block], dates: Sequence[_FullDate]) -> Published | None:
    """Return the latest day of reporting, or None where the article states that something happened after it.

    No article is older than what it states: then the report is of another day. Where nothing is reported of any day, it
    is the last day of all, if the opening states that something happened on it.
    """
    bodies = [block for block in blocks if block.kind == "body"]
    captions = _captions(text, blocks)
    placed = [
        (date, body)
        for date in dates
        if date.is_counted
        and date.day >= FIRST_YEAR
        and (body := _around(bodies, date)) is not None
        and body not in captions
    ]
    reports = [date for date, body in placed if _is_of_report(text, body, date)]
    events = [date for date, body in placed if _is_past_event(text, body, date)]
    latest = max(reports or [date for date, _ in placed], key=lambda date: date.day, default=None)
    if latest is None or any(event.day > latest.day for event in events):
        return None
    if not reports and (latest not in events or latest.start > bodies[0].start + OPENING):
        return None
    return Published(value=latest.day, basis="text", start=latest.start, end=latest.end)


def _captions(text: str, blocks: Sequence[Block]) -> set[Block]:
    """Return the bodies that say what a picture shows: the photographer's credit follows in the same paragraph."""
    pairs = ((block, following) for block, following in itertools.pairwise(blocks) if following.kind == "credit")
    return {
        block
        for block, following in pairs
        if block.kind == "body"
        and (credit := find_credit(text[block.start : following.end], in_lead=False)) is not None
        and credit.is_caption
    }


def _around(bodies: Sequence[Block], date: _FullDate) -> Block | None:
    """Return the paragraph in which a date stands."""
    number = bisect.bisect_right(bodies, date.start, key=lambda body: body.start)
    return bodies[number - 1] if number and date.start < bodies[number - 1].end else None


def _is_of_report(text: str, body: Block, date: _FullDate) -> bool:
    """Return whether a reporting phrase in the sentence ties the date to the day of the report."""
    cues = _cues()
    before, after = _sentence_around(text, body, date)
    # The phrase may be part of the date expression itself ("hari ini, Rabu (5/2/2020)").
    clause = before + text[date.start : date.end]
    if date.has_weekday:
        phrase = _last(cues.phrase, clause)
    else:
        clause = clause[-(date.end - date.start + cues.near) :]
        phrase = _last(cues.strong_phrase, clause)
    if cues.barrier_first.match(after):
        return False
    if phrase is not None:
        is_plan = cues.barrier_last.search(clause[: phrase.start()]) is not None
        return not is_plan and cues.barrier.search(clause, phrase.end()) is None
    if not date.has_weekday or cues.barrier.search(before) is not None:
        return False
    following = cues.phrase_after.search(after)
    return following is not None and cues.barrier.search(after, 0, following.start()) is None


def _is_past_event(text: str, body: Block, date: _FullDate) -> bool:
    """Return whether the sentence states what happened on that day: nothing in it speaks of a plan."""
    parts = (*_sentence_around(text, body, date), text[date.start : date.end])
    return date.has_weekday and not any(map(_cues().barrier.search, parts))


def _sentence_around(text: str, body: Block, date: _FullDate) -> tuple[str, str]:
    """Return what stands in the sentence before and after the date, as far as the cues reach."""
    reach = _cues().reach
    before = text[max(body.start, date.start - reach) : date.start]
    after = text[date.end : min(body.end, date.end + reach)]
    return _SENTENCE_END.split(before)[-1], _SENTENCE_END.split(after)[0]


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=lambda match: match.end(), default=None)


class _Cues(NamedTuple):
    reach: int
    near: int
    phrase: re.Pattern[str]
    strong_phrase: re.Pattern[str]
    phrase_after: re.Pattern[str]
    barrier: re.Pattern[str]
    barrier_first: re.Pattern[str]
    barrier_last: re.Pattern[str]


@functools.cache
def _cues() -> _Cues:
    data = load("reporting.toml")
    phrases = data["phrase"]
    return _Cues(
        reach=data["reach"],
        near=data["near"],
        phrase=_words(phrase["pattern"] for phrase in phrases),
        strong_phrase=_words(phrase["pattern"] for phrase in phrases if phrase.get("strong")),
        phrase_after=_words(phrase["pattern"] for phrase in phrases if phrase.get("after")),
        barrier=_words(data["barriers"]),
        barrier_first=re.compile(rf"[\s,)]*{_words(data['barriers']).pattern}", re.IGNORECASE),
        barrier_last=re.compile(rf"{_words(data['barriers']).pattern}\s+\Z", re.IGNORECASE),
    )


def _words(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
