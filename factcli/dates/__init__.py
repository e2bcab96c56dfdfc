"""Time expressions of Indonesian news: recognised by a grammar over tokens, resolved to TIMEX3 values and to days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcli.dates.ahead import with_days_ahead
from factcli.dates.calendar import days_of
from factcli.dates.context import Context, GivenTime
from factcli.dates.direction import direction_of, frames, is_aside, is_habitual, is_over, opens_ahead, recurs
from factcli.dates.meaning import Expression, Meaning
from factcli.dates.people import People
from factcli.dates.ranges import begun_by, is_stretch_of_day
from factcli.dates.recognise import recognise
from factcli.dates.resolve import Resolution, resolve
from factcli.dates.speech import Speakers, as_spoken
from factcli.dates.tokens import tokenise
from factcli.grammar.tokens import Token, segments, sentence_bounds
from factcli.schema import Block, DateExpression

__all__ = ["days_of", "find_dates"]

# Behind the time that opens a line: `17.45 WIB: Massa pulang`.
HEADED = frozenset(":-–—|")


def find_dates(text: str, *, published: str | None = None, blocks: Sequence[Block] = ()) -> list[DateExpression]:
    """The time expressions of a text, in order, as TIMEX3 (TimeML 1.2.1) with the days that they cover.

    Args:
        text: the article; offsets of the result count code points into it.
        published: the day of publication (ISO 8601), against which `kemarin` or `bulan depan` are resolved. Without
            it they are found but keep no value, unless another date of the text gives it.
        blocks: the stretches of the text that no expression crosses; without them, its lines.

    Returns:
        Expressions with ids `t1`, `t2`, ...; `anchor` is None for absolute dates, `"published"`, or the id of the
        expression that a relative one was resolved against.

    Raises:
        ValueError: if `published` is no ISO 8601 day.
    """
    context = Context(_day(published))
    people = People()
    found: list[DateExpression] = []
    for number, (start, end) in enumerate(segments(text, blocks)):
        tokens = tokenise(text, start, end)
        context.segment = number
        expressions = recognise(tokens, people)
        sentences = sentence_bounds(tokens) if expressions else []
        expressions = with_days_ahead(tokens, expressions, sentences)
        speakers = Speakers(tokens, expressions, len(found))
        for index, expression in enumerate(expressions):
            context.sentence = sentences[expression.first]
            context.begun = begun_by(tokens, expressions, index, found[-1].earliest if found else None)
            context.stretch = is_stretch_of_day(tokens, expressions, index)
            context.quoted = speakers.quotes(index)
            context.spoken = speakers.spoken(index, context, sentences) if context.quoted else None
            if context.quoted:
                expression.meaning = as_spoken(expression.meaning, tokens, expression.first, expression.last)
            found.append(_read(text, tokens, expression, context, f"t{len(found) + 1}"))
    return found


def _read(text: str, tokens: Sequence[Token], expression: Expression, context: Context, name: str) -> DateExpression:
    first, last, sentence = expression.first, expression.last, context.sentence
    context.tense = direction_of(tokens, first, last, sentence)
    context.over = is_over(tokens, first, last, sentence)
    opens = all(tokens[index].kind == "mark" for index in range(first))
    context.heading = opens and (last == len(tokens) or tokens[last].text in HEADED)
    context.onward = first > sentence[0] and opens_ahead(tokens[first - 1].lower)
    if expression.meaning.names_hour():
        context.habitual = is_habitual(tokens, first, sentence)
    else:
        context.habitual = expression.meaning.is_bare_month() and recurs(tokens, first, sentence)
    resolution = resolve(expression.meaning, context)
    earliest, latest = _covered(resolution, context)
    date_expression = DateExpression(
        id=name,
        start=tokens[first].start,
        end=tokens[last - 1].end,
        text=text[tokens[first].start : tokens[last - 1].end],
        type=resolution.type,
        value=resolution.value,
        mod=expression.meaning.mod,
        earliest=earliest,
        latest=latest,
        anchor=resolution.anchor,
    )
    if _moves_on(date_expression, expression.meaning):
        time = _given_time(date_expression, expression.meaning, context, is_aside(tokens, first, sentence))
        framing = frames(tokens, first, last, sentence, whole=expression.meaning.month is not None)
        context.add(replace(time, framing=framing))
    elif resolution.type == "SET" and expression.meaning.weekday is not None:
        context.begin_habit(1)
    elif resolution.type == "SET" and expression.meaning.unit == "D":
        context.begin_habit(0)
    return date_expression


def _moves_on(expression: DateExpression, meaning: Meaning) -> bool:
    """Whether later times may count from this one: on the calendar, and not back (`sehari sebelumnya`)."""
    backwards = meaning.anaphoric and (meaning.sign or meaning.shift or 0) < 0
    return (
        expression.type in ("DATE", "TIME") and expression.earliest is not None and not backwards and not meaning.value
    )


def _covered(resolution: Resolution, context: Context) -> tuple[str | None, str | None]:
    """The first and last day of a resolved expression; `saat itu` covers the days of the time that it refers to."""
    if resolution.days is not None:
        return resolution.days[0].isoformat(), resolution.days[1].isoformat()
    if resolution.value is None or resolution.type in ("DURATION", "SET"):
        return None, None
    time = context.time_of(resolution.anchor)
    if time is not None and resolution.value.endswith("_REF"):
        return time.earliest, time.latest
    return days_of(resolution.value)


def _given_time(expression: DateExpression, meaning: Meaning, context: Context, saying: bool) -> GivenTime:
    since = context.time_of(expression.anchor)
    next_day = meaning.unit is None and since is not None and since.earliest != expression.earliest
    return GivenTime(
        id=expression.id,
        value=expression.value or "",
        earliest=expression.earliest or "",
        latest=expression.latest or "",
        segment=context.segment,
        sentence=context.sentence,
        explicit=meaning.weekday is not None or meaning.day is not None or next_day,
        attribution=saying and expression.earliest == expression.latest,
        names_day=meaning.names_day() or next_day,
        weekday=meaning.weekday if meaning.day is not None else None,
        heading=context.heading,
        full=meaning.named() >= {"day", "month", "year"} and meaning.weekday is None,
        year_named=(meaning.year is not None or meaning.unit == "Y") and meaning.weekday is None,
    )


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published)
    except ValueError:
        raise ValueError(f"published: {published!r} is not an ISO 8601 day such as 2024-01-22") from None
