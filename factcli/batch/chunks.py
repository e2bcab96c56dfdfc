"""Pieces gathered into shards and cut into chunks of even length; the same input always gives the same chunks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcli.batch.work import Chunk, Message, Piece

# A shard is in memory while it is written: about 40 MB of facts.
SHARD_PIECES = 1024
SHARD_CHARACTERS = 4_000_000
# A chunk is what the encoder gets at once, and the work lost when a worker dies.
CHUNK_PIECES = 32
CHUNK_CHARACTERS = 100_000


class Shard(Message, frozen=True):
    """The pieces of one file of the output, in the order of the input, as chunks."""

    number: int
    chunks: tuple[Chunk, ...]
    last: Piece
    share: int


def shards(pieces: Iterable[Piece], *, first: int = 0) -> Iterator[Shard]:
    """Yield shard after shard, numbered from `first`; no more than one is in memory."""
    gathered: list[Piece] = []
    length = 0
    number = first
    for piece in pieces:
        if gathered and (len(gathered) == SHARD_PIECES or length + piece.length > SHARD_CHARACTERS):
            yield _shard(number, gathered)
            number, gathered, length = number + 1, [], 0
        gathered.append(piece)
        length += piece.length
    if gathered:
        yield _shard(number, gathered)


def _shard(number: int, pieces: list[Piece]) -> Shard:
    chunks = tuple(Chunk(shard=number, number=place, pieces=chunk) for place, chunk in enumerate(_even_chunks(pieces)))
    return Shard(number=number, chunks=chunks, last=pieces[-1], share=sum(piece.share for piece in pieces))


def _even_chunks(pieces: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield chunks of pieces of similar length, the longest first, so that no worker ends late with a long one."""
    chunk: list[Piece] = []
    length = 0
    for piece in sorted(pieces, key=lambda piece: (-piece.length, piece.number)):
        if chunk and (len(chunk) == CHUNK_PIECES or length + piece.length > CHUNK_CHARACTERS):
            yield tuple(chunk)
            chunk, length = [], 0
        chunk.append(piece)
        length += piece.length
    yield tuple(chunk)
