"""A quantity's number as readers of the labels' language write it."""

from __future__ import annotations

from factcli.formats.words import words
from factcli.schema import Quantity


def range_text(quantity: Quantity) -> str:
    """The number (`1.250`), the range (`2–3`), or the end that is known (`≥ 12`, `≤ 300`, `± 50`)."""
    if quantity.unit == "score":
        return quantity.text
    if quantity.mod is not None and quantity.value is not None:
        return words()["quantities"][quantity.mod].format(number=number_text(quantity.value))
    if quantity.value is not None:
        return number_text(quantity.value)
    low, high = ("…" if end is None else number_text(end) for end in (quantity.low, quantity.high))
    return f"{low}–{high}"


def number_text(number: float) -> str:
    """The number with the marks of thousands and decimals of the labels' language: `1.250,5`."""
    marks = words()["quantities"]
    text = f"{number:,}"
    return text.translate({ord(","): marks["thousands"], ord("."): marks["decimals"]})
