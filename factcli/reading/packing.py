"""Gzip, recognised by its first bytes: unpacked, up to the size that an input may have."""

from __future__ import annotations

import zlib

LARGEST_INPUT = 512 * 2**20
# Text shrinks to a tenth, lines that repeat one another to a fiftieth, zero bytes to a thousandth.
LARGEST_RATIO = 200
ALWAYS_UNPACKED = 16 * 2**20

BOMB = "gzip that grows without measure (a bomb?): not unpacked"

_MAGIC = b"\x1f\x8b\x08"
_GZIP = 16 + zlib.MAX_WBITS
_STEP = 2**20
_PIECE = 2**14


class PackingError(ValueError):
    """Packed bytes that cannot or should not be unpacked; the message is one line without the input's name."""


def unpack(data: bytes) -> bytes:
    """Return what is packed in `data`, member after member, or `data` itself where it is no gzip.

    Raises `PackingError` where it is cut off, damaged or far larger unpacked than packed.
    """
    if not data.startswith(_MAGIC):
        return data
    whole = bytearray()
    place = 0
    while data.startswith(_MAGIC, place):
        place = _member(data, place, whole)
    # Tapes and some tools fill up with zeros.
    if data[place:].strip(b"\x00"):
        raise PackingError("damaged gzip: something else follows its end")
    return bytes(whole)


def _member(data: bytes, place: int, whole: bytearray) -> int:
    """Add the member that begins at `place` to `whole` and return where it ends."""
    unpacker = zlib.decompressobj(_GZIP)
    waiting = b""
    while not unpacker.eof:
        if not waiting:
            # zlib copies what it leaves over at each step, so it gets small pieces.
            waiting = data[place : place + _PIECE]
            place += len(waiting)
        is_all = place == len(data)
        try:
            piece = unpacker.decompress(waiting, _STEP)
        except zlib.error:
            raise PackingError("damaged gzip: pack it again") from None
        whole += piece
        waiting = unpacker.unconsumed_tail
        if is_all and not piece and not waiting and not unpacker.eof:
            raise PackingError("gzip that ends too early: fetch or pack it again")
        if len(whole) > LARGEST_INPUT:
            raise PackingError(f"gzip of more than {LARGEST_INPUT // 2**20} MiB: split what is in it")
        if len(whole) > ALWAYS_UNPACKED and len(whole) > LARGEST_RATIO * len(data):
            raise PackingError(BOMB)
    return place - len(unpacker.unused_data)
