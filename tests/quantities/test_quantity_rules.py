"""Every rule's, every unit's and every meaning's own examples."""

from __future__ import annotations

from typing import Any

import pytest

from factcli.dates import find_dates
from factcli.quantities import find_quantities
from factcli.quantities.lexicon import load_examples

EXAMPLES = [pytest.param(example, id=f"{name}: {example['text']}") for name, example in load_examples()]


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: dict[str, Any]) -> None:
    text = example["text"]
    found = {quantity.text: quantity for quantity in find_quantities(text, dates=find_dates(text))}
    if "span" not in example:
        assert found == {}
        return
    assert example["span"] in found
    quantity = found[example["span"]]
    if "value" in example:
        assert quantity.value == example["value"]
    for end in ("low", "high"):
        if end in example:
            assert getattr(quantity, end) == (None if example[end] == "open" else example[end])
    for key in ("of", "mod"):
        if key in example:
            assert getattr(quantity, key) == example[key]


def test_what_nobody_sees_beside_a_word_parts_no_quantity() -> None:
    (found,) = find_quantities("Sebanyak \u200b12\u200b orang\u00ad tewas.", dates=[])
    assert (found.text, found.value, found.of) == ("12\u200b orang", 12, "dead")
