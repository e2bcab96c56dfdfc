"""How pieces are gathered and cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.batch import chunks
from factcli.batch.chunks import CHUNK_CHARACTERS, CHUNK_PIECES, SHARD_CHARACTERS, SHARD_PIECES, shards
from factcli.batch.work import Piece

LENGTHS = st.lists(st.one_of(st.integers(0, 9000), st.integers(0, 3_000_000)), max_size=200)


def pieces(lengths: list[int], first: int = 0) -> list[Piece]:
    return [
        Piece(number=number, source=number, path=b"/a", length=length, share=length)
        for number, length in enumerate(lengths, start=first)
    ]


@given(LENGTHS)
def test_every_piece_is_in_one_chunk_and_no_chunk_is_too_large(lengths: list[int]) -> None:
    found = list(shards(pieces(lengths)))
    numbers = [piece.number for shard in found for chunk in shard.chunks for piece in chunk.pieces]
    assert sorted(numbers) == list(range(len(lengths)))
    for shard in found:
        inside = [piece for chunk in shard.chunks for piece in chunk.pieces]
        assert len(inside) <= SHARD_PIECES
        assert len(inside) == 1 or sum(piece.length for piece in inside) <= SHARD_CHARACTERS
        assert shard.last.number == max(piece.number for piece in inside)
        assert shard.share == sum(piece.share for piece in inside)
        for place, chunk in enumerate(shard.chunks):
            assert (chunk.shard, chunk.number) == (shard.number, place)
            assert 1 <= len(chunk.pieces) <= CHUNK_PIECES
            assert len(chunk.pieces) == 1 or sum(piece.length for piece in chunk.pieces) <= CHUNK_CHARACTERS


@given(LENGTHS)
def test_chunks_go_from_long_to_short(lengths: list[int]) -> None:
    for shard in shards(pieces(lengths)):
        order = [piece.length for chunk in shard.chunks for piece in chunk.pieces]
        assert order == sorted(order, reverse=True)


def test_a_run_that_goes_on_after_any_shard_cuts_the_rest_as_one_that_never_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(chunks, "SHARD_PIECES", 7)
    lengths = [number * 37 % 1000 for number in range(50)]
    whole = list(shards(pieces(lengths)))
    assert len(whole) == 8
    for stopped in range(len(whole)):
        done = whole[stopped].last.number + 1
        assert list(shards(pieces(lengths[done:], done), first=stopped + 1)) == whole[stopped + 1 :]
