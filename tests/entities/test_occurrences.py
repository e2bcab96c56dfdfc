"""Looking names up in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcli.entities.occurrences import Occurrences, Taken
from factcli.entities.spans import TaggedSpan


def test_whole_words_of_the_same_case() -> None:
    found = Occurrences("Palu, Palukan, palu, @Palu dan Palu Barat.")
    assert list(found.of("Palu")) == [(0, 4), (31, 35)]
    assert list(found.of("Palu Barat")) == [(31, 41)]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5)), max_size=12), st.integers(0, 45), st.integers(1, 6))
def test_touching_is_sharing_a_character(stretches: list[tuple[int, int]], start: int, length: int) -> None:
    taken, kept = Taken(), set[int]()
    for first, size in stretches:
        own = set(range(first, first + size))
        assert taken.touches(first, first + size) is bool(own & kept)
        if not own & kept:
            taken.add(first, first + size)
            kept |= own
    again = Taken([TaggedSpan(start=place, end=place + 1, label="PER") for place in kept])
    shared = bool(set(range(start, start + length)) & kept)
    assert taken.touches(start, start + length) is again.touches(start, start + length) is shared
