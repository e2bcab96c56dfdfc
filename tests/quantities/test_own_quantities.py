"""Sentences of our own, each with all its quantities; and no quantity in a date."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcli.dates import find_dates
from factcli.quantities import find_quantities
from factcli.schema import Quantity

SENTENCES = tomllib.loads(Path(__file__).with_name("own_sentences.toml").read_text(encoding="utf-8"))["sentence"]


def written(quantity: Quantity) -> str:
    """The quantity as own_sentences.toml writes it."""
    ends = ["" if end is None else f"{end:g}" if isinstance(end, float) else str(end) for end in _ends(quantity)]
    return "|".join([quantity.text, "..".join(ends), quantity.unit, quantity.of or ""])


def _ends(quantity: Quantity) -> list[float | None]:
    if quantity.mod in ("MORE_THAN", "LESS_THAN") or quantity.value is None:
        return [quantity.low, quantity.high]
    return [quantity.value]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["text"][:50])
def test_every_quantity_of_a_sentence(sentence: dict[str, Any]) -> None:
    text = sentence["text"]
    found = find_quantities(text, dates=find_dates(text))
    assert [written(quantity) for quantity in found] == sentence["found"]
    assert all(text[quantity.start : quantity.end] == quantity.text for quantity in found)


def test_no_quantity_stands_in_a_day_or_crosses_a_line() -> None:
    text = "Rapat digelar 12 Mei 2024 pukul 10.30, setiap dua pekan.\nHadir 12\norang."
    assert find_quantities(text, dates=find_dates(text)) == []


def test_ids_count_through_the_article() -> None:
    text = "Lima orang tewas.\nRumah itu seharga Rp 5 juta."
    assert [quantity.id for quantity in find_quantities(text, dates=[])] == ["q1", "q2"]
