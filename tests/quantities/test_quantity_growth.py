"""Time grows with the text, whatever stands in it."""

from __future__ import annotations

import pytest
from growth import assert_linear

from factcli.quantities import find_quantities

HOSTILE = [
    "1",
    "1.000",
    "1,",
    "dua ",
    "dua juta ",
    "1 juta ",
    "ribuan ",
    "12 (",
    "12 orang ",
    "1-",
    "1/3",
    "a1",
    "Rp ",
    "satu koma ",
    "(",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece: str) -> None:
    assert_linear(lambda size: piece * (40_000 * size // len(piece)), lambda text: find_quantities(text, dates=[]))


def test_a_line_of_digits_is_no_number() -> None:
    assert find_quantities("9" * 100_000 + " orang tewas", dates=[]) == []
    assert find_quantities("999999999999999 triliun orang", dates=[]) == []
    assert find_quantities("Rp 99999 triliun T", dates=[]) == []
