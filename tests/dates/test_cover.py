"""Every form that a date may take, each with its extent, type, value and modifier."""

from __future__ import annotations

import pytest
from date_marks import MarkedText, found_marks, marked_texts

from factcli.dates import find_dates

COVER = [pytest.param(marked, id=f"{marked.name}: {marked.text[:60]}") for marked in marked_texts("cover.txt")]


@pytest.mark.parametrize("marked", COVER)
def test_form(marked: MarkedText) -> None:
    assert found_marks(find_dates(marked.text, published=marked.published)) == marked.marks
