"""How much is right on paragraphs that were written and marked before the tagger saw them.

Its first run on them, before any rule was mended: relaxed 97.4, strict 95.4, value 94.3.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from date_marks import Mark, found_marks, marked_texts

from factcli.dates import find_dates

FLOORS: list[tuple[str, Callable[[Mark], object], float]] = [
    ("strict", lambda mark: (mark.start, mark.end), 0.985),
    ("type", lambda mark: (mark.start, mark.type), 0.985),
    ("value", lambda mark: (mark.start, mark.value), 0.975),
    ("modifier", lambda mark: (mark.start, mark.mod), 0.98),
]


@pytest.mark.parametrize(("seen", "least"), [floor[1:] for floor in FLOORS], ids=[floor[0] for floor in FLOORS])
def test_share_that_is_right(seen: Callable[[Mark], object], least: float) -> None:
    right = marked = found = 0
    for text in marked_texts("paragraphs.txt"):
        gold = {seen(mark) for mark in text.marks}
        mine = {seen(mark) for mark in found_marks(find_dates(text.text, published=text.published))}
        right, marked, found = right + len(gold & mine), marked + len(gold), found + len(mine)
    assert 2 * right / (marked + found) >= least


def test_there_are_forty_paragraphs_of_many_registers() -> None:
    texts = list(marked_texts("paragraphs.txt"))
    assert len(texts) == 40
    assert len({text.name.split("-")[0] for text in texts}) >= 15
