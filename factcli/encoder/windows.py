"""Articles -> windows that the encoder can read: overlapping, so that each word is read where it has most context."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

# The encoder has 512 positions; the first and the last are taken by its marks of beginning and end.
LONGEST = 510
OVERLAP = 128


class Window(NamedTuple):
    """A stretch of words read at once, `start` to `end`; the vectors of `first` to `last` are taken from it."""

    start: int
    end: int
    first: int
    last: int


def windows_of(lengths: Sequence[int]) -> list[Window]:
    """The windows over words of so many pieces each; every word is in `first` to `last` of exactly one.

    Windows of one article are about equally long. A word has fewer than OVERLAP pieces.
    """
    places = [0, *accumulate(lengths)]
    total = places[-1]
    if total <= LONGEST:
        return [Window(0, len(lengths), 0, len(lengths))] if lengths else []
    count = -(-(total - OVERLAP) // (LONGEST - OVERLAP))
    strides = [-(-number * (total - OVERLAP) // count) for number in range(count + 1)]
    starts = [bisect_left(places, stride) for stride in strides[:-1]]
    ends = [bisect_right(places, stride + OVERLAP) - 1 for stride in strides[1:]]
    middles = [(start + end) // 2 for start, end in zip(starts[1:], ends, strict=False)]
    bounds = [0, *middles, len(lengths)]
    return [Window(start, end, *bounds[n : n + 2]) for n, (start, end) in enumerate(zip(starts, ends, strict=True))]
