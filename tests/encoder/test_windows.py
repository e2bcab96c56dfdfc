"""Every word of an article is read in a window that the encoder can take, where it has most context."""

from __future__ import annotations

import math
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.encoder.pieces import MOST_PIECES
from factcli.encoder.windows import LONGEST, OVERLAP, Window, windows_of

# Words of 1 to 16 pieces: all long, all short, or mixed.
LENGTHS = st.builds(
    lambda words, longest, seed: [Random(seed + word).randint(1, longest) for word in range(words)],
    st.integers(0, 3000),
    st.integers(1, MOST_PIECES),
    st.integers(0, 10_000),
)


@settings(max_examples=60)
@given(LENGTHS)
def test_every_word_is_taken_from_one_window(lengths: list[int]) -> None:
    windows = windows_of(lengths)
    taken = [word for window in windows for word in range(window.first, window.last)]
    assert taken == list(range(len(lengths)))
    for window in windows:
        assert 0 <= window.start <= window.first < window.last <= window.end <= len(lengths)
        assert sum(lengths[window.start : window.end]) <= LONGEST


@settings(max_examples=30)
@given(LENGTHS)
def test_a_word_is_taken_from_where_it_has_most_context(lengths: list[int]) -> None:
    windows = windows_of(lengths)

    def context(word: int, window: Window) -> float:
        """How many words stand between this one and the nearer end of its window that cuts the article."""
        before = word - window.start if window.start else math.inf
        after = window.end - 1 - word if window.end < len(lengths) else math.inf
        return min(before, after)

    for own in windows:
        for other in windows:
            for word in range(max(own.first, other.start), min(own.last, other.end)):
                assert context(word, own) >= context(word, other) - 1


def test_windows_overlap_and_are_about_equally_long() -> None:
    windows = windows_of([1] * 1000)
    assert len(windows) == 3
    assert all(one.end - other.start == OVERLAP for one, other in pairwise(windows))
    sizes = {window.end - window.start for window in windows}
    assert max(sizes) - min(sizes) <= 1


def test_what_fits_is_read_at_once() -> None:
    assert windows_of([]) == []
    assert windows_of([16] * 31 + [14]) == [Window(0, 32, 0, 32)]
    assert len(windows_of([16] * 31 + [15])) == 2
