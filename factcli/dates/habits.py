"""Weekdays of any week: `Senin-Jumat, pukul 08.00`, `setiap Senin hingga Rabu`, `buka Selasa, Kamis dan Sabtu`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcli.dates.direction import UNKNOWN, direction_of, keeps_hours
from factcli.dates.grammar import load_grammar
from factcli.dates.meaning import Expression
from factcli.grammar.alphabet import DASHES
from factcli.grammar.tokens import Token, sentence_bounds

_PARTS = frozenset({"weekday", "part", "hour", "minute"})
_MONDAY, _FRIDAY, _SATURDAY, _SUNDAY = 1, 5, 6, 7


def with_habits(tokens: Sequence[Token], expressions: Sequence[Expression]) -> list[Expression]:
    """The expressions; each range or list of bare weekdays that means every week becomes a set."""
    runs = _runs(tokens, expressions)
    sentences = sentence_bounds(tokens) if any(len(run) > 1 for run in runs) else []
    out: list[Expression] = []
    for run in runs:
        if len(run) > 1 and _of_any_week(tokens, run, sentences[run[0].first]):
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


def _of_any_week(tokens: Sequence[Token], run: Sequence[Expression], sentence: tuple[int, int]) -> bool:
    """Whether one of them says so, a dash or the words before it do (`buka Senin dan Rabu`), or it is a usual stretch.

    Such are the working week and, where no tense says otherwise, the weekend.
    """
    first, last = run[0], run[-1]
    if any(one.meaning.kind == "set" for one in run) or keeps_hours(tokens, first.first):
        return True
    link = tokens[first.last : run[1].first]
    if len(link) == 1 and link[0].text in DASHES:
        return True
    ends = first.meaning.weekday, last.meaning.weekday or 0
    if len(run) == 2 and ends == (_SATURDAY, _SUNDAY):
        return direction_of(tokens, first.first, last.last, sentence) == UNKNOWN
    return len(run) == 2 and ends[0] == _MONDAY and ends[1] >= _FRIDAY
