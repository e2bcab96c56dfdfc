"""The day of speaking, from which a quotation's `kemarin` or `hari ini` counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcli.dates.calendar import days_later
from factcli.dates.context import Context, GivenTime
from factcli.dates.direction import UNKNOWN, attributed, awaits, bounds
from factcli.dates.meaning import Expression, Meaning
from factcli.dates.resolve import resolve_day
from factcli.grammar.quotation_marks import CLOSING, EITHER, OPENING
from factcli.grammar.tokens import Token

# Tokens behind the closing mark within which `kata Rini, Rabu (10/1)` is looked for.
_NEAR = 40
# Days back from publication beyond which a speaker is not quoted as of yesterday.
_RECENT = 7


_YESTERDAY = ("D", -1)


def as_spoken(meaning: Meaning, tokens: Sequence[Token], first: int, last: int) -> Meaning:
    """What the words tokens[first:last] of a quotation say: `kemarin` inside a sentence means lately.

    At its head, with the part of the day, or in `sejak kemarin`, `kemarin sampai hari ini`, it is yesterday.
    """
    if (meaning.unit, meaning.shift) != _YESTERDAY or meaning.named() != {"unit", "shift"} or tokens[first].opens:
        return meaning
    beside = (tokens[first - 1].lower, tokens[last].lower if last < len(tokens) else "")
    return meaning if any(bounds(word) for word in beside) else Meaning("vague", value="PAST_REF")


def quotations(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The quotations of a segment, each as its first token and the one past its last; one not closed runs on."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for index, token in enumerate(tokens):
        if token.kind != "mark":
            continue
        if opened is None and (token.text in OPENING or token.text == EITHER):
            opened = index + 1
        elif opened is not None and (token.text in CLOSING or token.text == EITHER):
            found.append((opened, index))
            opened = None
    if opened is not None:
        found.append((opened, len(tokens)))
    return found


class Speakers:
    """Who speaks when in one segment: its quotations, and the days of saying that stand behind them.

    `before` is how many expressions the text has before this segment, from which their ids count on.
    """

    def __init__(self, tokens: Sequence[Token], expressions: Sequence[Expression], before: int) -> None:
        self._tokens = tokens
        self._expressions = expressions
        self._before = before
        self._quotations = quotations(tokens)
        self._at = 0
        self._known: dict[int, tuple[date, str] | None] = {}

    def quotes(self, index: int) -> bool:
        """Whether the expression at `index` stands in a quotation; they are asked for from left to right."""
        first = self._expressions[index].first
        while self._at < len(self._quotations) and self._quotations[self._at][1] <= first:
            self._at += 1
        return self._at < len(self._quotations) and self._quotations[self._at][0] <= first

    def spoken(self, index: int, context: Context, sentences: Sequence[tuple[int, int]]) -> tuple[date, str] | None:
        """The day of speaking for the expression at `index`, which `quotes` has found in a quotation.

        With it comes the id of the expression that gives the day; None where no expression does.
        """
        if self._at not in self._known:
            self._known[self._at] = self._given_after(index, context, sentences) or _given_before(context)
        if self._known[self._at] is None and awaits(self._tokens[self._expressions[index].first - 1].lower):
            return _day_before_news(context)
        return self._known[self._at]

    def _given_after(
        self, index: int, context: Context, sentences: Sequence[tuple[int, int]]
    ) -> tuple[date, str] | None:
        closing = self._quotations[self._at][1]
        if closing >= len(self._tokens):
            return None
        stop = min(sentences[min(closing + 1, len(sentences) - 1)][1], closing + _NEAR)
        for number in range(index + 1, len(self._expressions)):
            expression = self._expressions[number]
            if expression.first >= stop:
                return None
            meaning = expression.meaning
            if expression.first > closing and (meaning.day or meaning.weekday) and meaning.kind == "date":
                day, _ = resolve_day(meaning, replace(context, tense=UNKNOWN, begun=None, over=False))
                if day is not None and attributed(self._tokens, expression.first, (closing, stop)):
                    return day, f"t{self._before + number + 1}"
        return None


def _given_before(context: Context) -> tuple[date, str] | None:
    """The last day of a statement given so far, if it is a few days before publication at most."""
    days = (time for time in reversed(context.times) if time.attribution and time.explicit and time.is_day)
    time: GivenTime | None = next(days, None)
    if time is None or context.published is None or not 0 <= (context.published - time.first_day).days <= _RECENT:
        return None
    return time.first_day, time.id


def _day_before_news(context: Context) -> tuple[date, str] | None:
    """The day before the event that the text puts on the day of publication."""
    today = context.published
    for time in reversed(context.times):
        if time.is_day and time.first_day == today and time.explicit and not time.attribution:
            yesterday = days_later(today, -1)
            return (yesterday, time.id) if yesterday else None
    return None
