"""Pieces that name one time together become one expression: `Minggu (28/12/2014) pukul 06.18 WIB kemarin`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcli.dates.counting import UNKNOWN
from factcli.dates.direction import is_within
from factcli.dates.meaning import Expression, Meaning
from factcli.dates.periods import compound_value
from factcli.dates.ranges import only_clock
from factcli.grammar.alphabet import DASHES
from factcli.grammar.tokens import Token

_CLOCK = frozenset({"part", "hour", "minute", "half_to"})
_HOURS = frozenset({"hour", "half_to"})
_DAY = frozenset({"weekday", "day", "feast"}) | _CLOCK
_ABOVE_MONTH = frozenset(
    {"year", "year_of_century", "decade", "decade_of_century", "century", "half", "quarter", "season", "feast"}
)
_FINENESS = ("CE", "DE", "Y", "S", "Q", "M", "W", "D", "TH", "TM", "TS")
_YEAR_MARKS = frozenset(DASHES) | {"/"}
_QUALIFIERS = frozenset({"mod", "direction", "anaphoric", "first_day", "first_month"})


def join(tokens: Sequence[Token], atoms: Sequence[Expression]) -> list[Expression]:
    """The expressions that `atoms` make up; what may not stand alone and found no partner is left out."""
    joined: list[Expression] = []
    for atom in _with_modifiers(atoms):
        merged = _merged(tokens, joined[-1], atom) if joined else None
        if merged is None:
            joined.append(atom)
        else:
            joined[-1] = merged
    return [expression for expression in joined if expression.alone and _is_time(expression.meaning)]


def _is_time(meaning: Meaning) -> bool:
    """Whether a time is meant, and a year has such a part: the fourth semester is one of a school."""
    exists = (meaning.half or 1) in (1, 2) and (meaning.quarter or 1) in (1, 2, 3, 4)
    return exists and meaning.kind not in ("none", "person", "about")


def _with_modifiers(atoms: Sequence[Expression]) -> list[Expression]:
    """The atoms, each modifier (`sekitar`, `lebih dari`) taken into the atom that it stands before."""
    out: list[Expression] = []
    for atom in reversed(atoms):
        after = out[-1] if out else None
        if (
            atom.meaning.kind == "about"
            and after is not None
            and after.first == atom.last
            and after.meaning.kind in ("date", "duration", "set")
            and after.meaning.mod in (None, atom.meaning.mod)
        ):
            out[-1] = Expression(atom.first, after.last, replace(after.meaning, mod=atom.meaning.mod), after.alone)
        else:
            out.append(atom)
    return out[::-1]


def _merged(tokens: Sequence[Token], left: Expression, right: Expression) -> Expression | None:
    """The two as one expression, or None where they do not name one time."""
    if left.meaning.kind == right.meaning.kind == "duration":
        return _compound(tokens, left, right)
    if _leans_on(tokens, left, right):
        return Expression(left.first, right.last, replace(right.meaning, direction=left.meaning.direction))
    if left.meaning.kind != "date" or right.meaning.kind not in ("date", "vague"):
        return None
    if right.meaning.kind == "vague":
        if right.meaning.direction is None:
            return None
        right = replace(right, meaning=Meaning("date", direction=right.meaning.direction))
    if right.meaning.anaphoric and right.meaning.unit is None:
        right = replace(right, meaning=replace(right.meaning, anaphoric=None))
    glue = [token.text for token in tokens[left.last : right.first]]
    if glue and left.meaning.day is not None and _opens_date(tokens, right):
        return None
    if glue and right.meaning.named() & {"month", "weekday"}:
        left = replace(left, meaning=_as_shift(left.meaning))
    if left.meaning.weekday is not None and right.meaning.unit == "W":
        right = replace(right, meaning=_as_shift(right.meaning))
    last = right.last
    if glue in (["("], [",", "("]):
        if last >= len(tokens) or tokens[last].text != ")":
            return None
        last += 1
    if not _glued(left.meaning, right.meaning, glue) or not _one_time(left.meaning, right.meaning, bool(glue)):
        return None
    meaning = left.meaning.with_parts_of(right.meaning)
    # A feast is a date only with something that gives its year: not `akhir Lebaran`.
    return Expression(left.first, last, meaning, alone=not meaning.named() <= {"feast", "mod"})


def _opens_date(tokens: Sequence[Token], expression: Expression) -> bool:
    """Whether a weekday has its own date in brackets behind it: `pada 11 Juni, Selasa (3/6)`."""
    behind = tokens[expression.last : expression.last + 2]
    is_bracketed = len(behind) > 1 and behind[0].text == "(" and behind[1].kind == "digits"
    return is_bracketed and expression.meaning.named() == {"weekday"}


def _leans_on(tokens: Sequence[Token], left: Expression, right: Expression) -> bool:
    """Whether `tadi` or `nanti` goes with the clock time behind it; at the head of a sentence it stands by itself."""
    word, clock = left.meaning, right.meaning
    together = left.last == right.first and not tokens[left.first].opens
    return together and word.kind == "vague" and word.direction is not None and only_clock(clock)


def _compound(tokens: Sequence[Token], left: Expression, right: Expression) -> Expression | None:
    """Two durations as one (`4 tahun 6 bulan`), or None where the second is no finer part of the first."""
    glue = [token.lower for token in tokens[left.last : right.first]]
    coarse, fine = left.meaning, right.meaning
    if glue or not coarse.unit or not fine.unit or fine.mod or UNKNOWN in (coarse.count, fine.count):
        return None
    if _FINENESS.index(coarse.unit) >= _FINENESS.index(fine.unit):
        return None
    return Expression(left.first, right.last, replace(coarse, value=compound_value(coarse, fine), unit=fine.unit))


def _glued(left: Meaning, right: Meaning, glue: Sequence[str]) -> bool:
    """Whether what stands between the two may stand inside one expression."""
    if not glue:
        return True
    if list(glue) in ([","], ["("], [",", "("]):
        if list(glue) == [","] and left.unit == "W" and right.weekday is not None:
            return True
        if list(glue) == ["("] and left.named() == {"month"} and right.named() == {"year"}:
            return True
        lone_modifier = right.named() <= _QUALIFIERS and right.direction != -1
        return _is_day(left) and (_is_day(right) or (right.direction is not None and not lone_modifier))
    if len(glue) == 1 and glue[0] in _YEAR_MARKS:
        return (left.quarter is not None or left.half is not None) and right.year is not None
    return len(glue) == 1 and is_within(glue[0]) and _narrows(left, right)


def _narrows(left: Meaning, right: Meaning) -> bool:
    """Whether a preposition may lead from a stretch to the part of it: `tahun lalu pada bulan September`."""
    return (
        left.unit in ("Y", "M", "W")
        and left.shift is not None
        and right.shift is None
        and not right.named() & _ABOVE_MONTH
    )


def _as_shift(meaning: Meaning) -> Meaning:
    """`dua tahun lalu` as the year two before this one, in which a month or weekday beside it can be named."""
    if meaning.sign is None or meaning.unit not in ("Y", "W") or not (meaning.count or "").isdigit():
        return meaning
    return replace(meaning, shift=meaning.sign * int(meaning.count or 0), sign=None, count=None)


def _is_day(meaning: Meaning) -> bool:
    return bool(meaning.named() & _DAY) or meaning.unit == "D"


def _one_time(left: Meaning, right: Meaning, apart: bool) -> bool:
    """Whether the parts named on both sides fit together and repeat nothing."""
    mine, other = left.named(), right.named()
    if mine & other - {"anaphoric"} or (mine & _HOURS and other & _HOURS):
        return False
    if not apart and mine <= {"direction"}:
        return False
    if right.direction == 0 and (left.decade or (left.day and left.year)):
        # `Pria yang lahir 13 Mei 1957 ini`: that man, not this day.
        return False
    if "mod" in other and "mod" not in mine and not other & _DAY:
        return False
    if ("feast" in other and "unit" in mine) or ("feast" in mine and other & {"weekday", "day"}):
        return False
    both = mine | other
    core = both - _QUALIFIERS
    if not core:
        return False
    if "eve" in both and other - _QUALIFIERS - ({"year", "unit", "shift"} if "feast" in mine else set()):
        return False
    if left.sign is not None or right.sign is not None:
        clock, day = (mine, right) if right.sign is not None else (other, left)
        return clock <= _CLOCK | {"mod"} and day.unit == "D"
    if "unit" in core:
        return _fits_stretch(left if left.unit else right, core)
    if core & _CLOCK and not core & {"weekday", "day", "feast"}:
        return core <= _CLOCK
    if "weekday" in core and core & {"month", "year"} and "day" not in core:
        return False
    if mine & _ABOVE_MONTH and "month" in other:
        return False
    if "day" in core and "year" in core and "month" not in core:
        return False
    return len(core & {"decade", "century", "half", "quarter", "season", "feast", "month"}) <= 1 or "day" in core


def _fits_stretch(stretch: Meaning, core: frozenset[str]) -> bool:
    """Whether the parts named beside a relative stretch lie inside it."""
    beside = core - {"unit", "shift"}
    inside = {
        "D": _CLOCK | {"weekday", "day", "month", "year", "year_of_century"},
        "WE": frozenset[str](),
        "W": _CLOCK | {"weekday", "day", "month", "year"},
        "M": _CLOCK | {"day"},
        "Y": _CLOCK | {"day", "month", "quarter", "half", "season", "feast", "eve"},
    }
    if stretch.unit in ("D", "W") and beside & {"month", "year"} and "day" not in beside:
        return False
    return beside <= inside.get(stretch.unit or "", frozenset[str]())
