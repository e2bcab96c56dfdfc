"""Which side has which part of a score."""

from __future__ import annotations

import pytest

from factcli.quantities import find_quantities

SAID = {
    "Persib menang 2-1 atas Persija.": {"Persib": 2, "Persija": 1},
    "Persib Bandung mengalahkan Persija Jakarta 3-0 di kandang.": {"Persib Bandung": 3, "Persija Jakarta": 0},
    "Arema takluk 0-2 dari Bali United.": {"Arema": 0, "Bali United": 2},
    "Arema takluk 2-0 dari Bali United.": {"Arema": 0, "Bali United": 2},
    "Timnas Indonesia dikalahkan Jepang dengan skor 0-4.": {"Timnas Indonesia": 0, "Jepang": 4},
    "Barito Putera bermain imbang 1-1 melawan PSM Makassar.": {"Barito Putera": 1, "PSM Makassar": 1},
    "PSM Makassar ditahan Persita 2-2.": {"PSM Makassar": 2, "Persita": 2},
    "Kemenangan Arsenal 4-1 atas Chelsea mengejutkan.": {"Arsenal": 4, "Chelsea": 1},
    "Ia bersinar dalam kekalahan 3-4 dari Barcelona.": {"Barcelona": 4},
    "Persebaya kalah tipis 1-2 dari tamunya Dewa United.": {"Persebaya": 1, "Dewa United": 2},
    "Garuda Muda menang 1-0 atas Mali U-17.": {"Garuda Muda": 1, "Mali U-17": 0},
    "Skuad Pelatih Rahmat menang 2-0 atas Persik.": {"Persik": 0},
    "Mereka menang 2-0.": {},
    "Skor kembali imbang 1-1.": {},
    "Laga Persib kontra Persija berakhir dengan skor 2-1.": {},
    "Ginting menang atas Axelsen 21-15, 21-18.": {},
    "Persib menang 1-1 atas Persija.": {},
}


@pytest.mark.parametrize("text", SAID)
def test_the_sides_that_the_text_names(text: str) -> None:
    sides = [side for quantity in find_quantities(text, dates=[]) for side in quantity.sides]
    assert {side.text: side.score for side in sides} == SAID[text]
    assert all(text[side.start : side.end] == side.text for side in sides)
