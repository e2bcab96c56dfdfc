"""Clock times that stand before their day: `pukul 05.30 WIB di Tugu, Minggu (21/1/2024)`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcli.dates.direction import attributed, bounds
from factcli.dates.meaning import Expression
from factcli.dates.ranges import on_day_of, only_clock
from factcli.grammar.tokens import Token

# Tokens behind a clock time within which its day is looked for.
_NEAR = 15


def with_days_ahead(
    tokens: Sequence[Token], expressions: Sequence[Expression], sentences: Sequence[tuple[int, int]]
) -> list[Expression]:
    """The expressions; a clock time is put on the day behind it where its sentence has named no day yet.

    The day of a statement, or one that something began or ended at, is not that of the clock time.
    """
    out: list[Expression] = []
    dated: tuple[int, int] | None = None
    for index, expression in enumerate(expressions):
        sentence = sentences[expression.first]
        if expression.meaning.names_day():
            dated = sentence
        elif dated != sentence and only_clock(expression.meaning) and index + 1 < len(expressions):
            after = expressions[index + 1]
            if after.first < sentence[1] and _is_its_day(tokens, expression, after):
                expression = replace(expression, meaning=on_day_of(expression.meaning, after.meaning))
        out.append(expression)
    return out


def _is_its_day(tokens: Sequence[Token], clock: Expression, day: Expression) -> bool:
    if day.meaning.kind != "date" or not day.meaning.names_day() or day.meaning.anaphoric:
        return False
    near = day.first - clock.last <= _NEAR and not bounds(tokens[day.first - 1].lower)
    return near and not attributed(tokens, day.first, (clock.last, day.first))
