"""Chunks are whole, in order, and taken only when they are needed."""

from __future__ import annotations

from itertools import count, islice

from hypothesis import given
from hypothesis import strategies as st

from factcli.tokens.chunks import in_chunks


@given(st.lists(st.integers()), st.integers(1, 9))
def test_nothing_is_lost_and_all_chunks_but_the_last_are_full(things: list[int], size: int) -> None:
    chunks = list(in_chunks(things, size))
    assert [thing for chunk in chunks for thing in chunk] == things
    assert all(len(chunk) == size for chunk in chunks[:-1])
    assert all(chunks)


def test_an_endless_row_gives_its_first_chunks() -> None:
    assert list(islice(in_chunks(count(), 2), 2)) == [[0, 1], [2, 3]]
