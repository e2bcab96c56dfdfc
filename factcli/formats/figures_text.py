"""Quantities and figures in the words of the labels' language."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.formats.one_line import one_line
from factcli.formats.when_text import day_text
from factcli.formats.words import words
from factcli.schema import Figure, Quantity, Statement


def range_text(amount: Quantity | Figure | Statement) -> str:
    """The number (`1.250`), the range (`2–3`), or the end that is known (`≥ 12`, `≤ 300`, `± 50`).

    A score stands in the order of its sides: `2–1` is `Persib 2, Persija 1`.
    """
    if amount.value is None:
        ends = [side.score for side in amount.sides] if len(amount.sides) > 1 else [amount.low, amount.high]
        return "–".join("…" if end is None else number_text(end) for end in ends)
    number = number_text(amount.value)
    return number if amount.mod is None else str(words()["quantities"][amount.mod].format(number=number))


def sides_text(score: Quantity | Figure | Statement) -> str:
    """Return the sides of a score that the text names, each with its part: `Persib 2, Persija 1`."""
    return ", ".join(f"{side.text} {side.score}" for side in score.sides)


def number_text(number: float) -> str:
    """The number with the marks of thousands and decimals of the labels' language: `1.250,5`."""
    marks = words()["quantities"]
    return f"{number:,}".translate({ord(","): marks["thousands"], ord("."): marks["decimals"]})


def figures_text(figures: Sequence[Figure]) -> list[str]:
    """Return a line for each figure: `tewas: 12 orang`; what was stated before it stands first, each with its day."""
    return [_line(figure) for figure in figures]


def _line(figure: Figure) -> str:
    template = words()["quantities"]
    unit = template["units"].get(figure.unit, figure.unit)
    name = template["of"].get(figure.of, figure.of) if figure.of is not None else None
    stated: list[Statement | Figure] = [*figure.otherwise, figure]
    amounts = [_amount(each, unit, dated=len(stated) > 1) for each in stated]
    line = " → ".join(amounts)
    return one_line(line if name is None else f"{name}: {line}")


def _amount(stated: Statement | Figure, unit: str, *, dated: bool) -> str:
    text = f"{range_text(stated)} {unit}"
    if stated.sides:
        text += f": {sides_text(stated)}"
    return f"{text} ({day_text(stated.published)})" if dated and stated.published is not None else text
