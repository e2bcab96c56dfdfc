"""The article that the project began with."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcli.dates import find_dates

SEED = Path(__file__).parents[2] / "seeds" / "putin-korea-utara.txt"
EXPECTED = [
    ("Senin, 22 Januari 2024", "2024-01-22", None, None),
    ("tahun 2023", "2023", None, None),
    ("Juli 2000", "2000-07", None, None),
    ("tahun lalu pada bulan September", "2023-09", None, "published"),
    ("hari Kamis pekan lalu", "2024-01-18", None, "published"),
    ("awal bulan ini", "2024-01", "START", "published"),
    ("awal pekan ini", "2024-W04", "START", "published"),
    ("akhir pekan lalu", "2024-W03-WE", None, "published"),
    ("lebih dari dua dekade", "P2DE", "MORE_THAN", None),
    ("dekade mendatang", "203", None, "published"),
    ("beberapa hari", "PXD", None, None),
    ("waktu dekat", "FUTURE_REF", None, None),
]


@pytest.mark.parametrize(("text", "value", "mod", "anchor"), EXPECTED)
def test_seed_dates(text: str, value: str, mod: str | None, anchor: str | None) -> None:
    dates = {date.text: date for date in find_dates(SEED.read_text(encoding="utf-8"), published="2024-01-22")}
    assert (dates[text].value, dates[text].mod, dates[text].anchor) == (value, mod, anchor)


def test_seed_without_publication_keeps_what_is_absolute() -> None:
    dates = {date.text: date for date in find_dates(SEED.read_text(encoding="utf-8"))}
    assert dates["Juli 2000"].value == "2000-07"
    relative = dates["hari Kamis pekan lalu"]
    assert (relative.value, relative.earliest, relative.latest, relative.anchor) == (None, None, None, None)
