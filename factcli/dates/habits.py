"""Weekdays of any week: `Senin-Jumat, pukul 08.00`, `setiap Senin hingga Rabu`, `buka Selasa, Kamis dan Sabtu`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcli.dates.direction import keeps_hours
from factcli.dates.grammar import load_grammar
from factcli.dates.meaning import Expression
from factcli.dates.signatures import DASHES
from factcli.dates.tokens import Token

_PARTS = frozenset({"weekday", "part", "hour", "minute"})
_MONDAY, _FRIDAY = 1, 5


def with_habits(tokens: Sequence[Token], expressions: Sequence[Expression]) -> list[Expression]:
    """The expressions, each range or list of bare weekdays a set where it is one of any week."""
    out: list[Expression] = []
    for run in _runs(tokens, expressions):
        if len(run) > 1 and _of_any_week(tokens, run):
            out += [replace(one, meaning=replace(one.meaning, kind="set")) for one in run]
        else:
            out += run
    return out


def _runs(tokens: Sequence[Token], expressions: Sequence[Expression]) -> list[list[Expression]]:
    """The expressions, weekdays that are linked to each other together; only the last may have a clock time."""
    runs: list[list[Expression]] = []
    for expression in expressions:
        before = runs[-1][-1] if runs else None
        if (
            before is not None
            and before.meaning.weekday is not None
            and expression.meaning.weekday is not None
            and before.meaning.named() == {"weekday"}
            and expression.meaning.named() <= _PARTS
            and load_grammar().links(tokens[before.last : expression.first])
        ):
            runs[-1].append(expression)
        else:
            runs.append([expression])
    return runs


def _of_any_week(tokens: Sequence[Token], run: Sequence[Expression]) -> bool:
    """Whether one of them says so, a dash or the working week does, or the words before it (`buka Senin dan Rabu`)."""
    first, last = run[0], run[-1]
    if any(one.meaning.kind == "set" for one in run) or keeps_hours(tokens, first.first):
        return True
    link = tokens[first.last : run[1].first]
    if len(link) == 1 and link[0].text in DASHES:
        return True
    whole_week = first.meaning.weekday == _MONDAY and (last.meaning.weekday or 0) >= _FRIDAY
    return whole_week and len(run) == 2
