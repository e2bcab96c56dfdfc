"""Gzip, told by its first bytes: unpacked, but never further than an input may go."""

from __future__ import annotations

import zlib

LARGEST_INPUT = 512 * 2**20
# Text packs to a tenth, lines that repeat one another to a fiftieth; zeros to a thousandth.
LARGEST_RATIO = 200
ALWAYS_UNPACKED = 16 * 2**20

_MAGIC = b"\x1f\x8b\x08"
_GZIP = 16 + zlib.MAX_WBITS
_STEP = 2**20


class PackingError(ValueError):
    """Packed bytes that cannot or should not be unpacked; the message is one line without the input's name."""


def unpack(data: bytes) -> bytes:
    """Return what is packed in `data`, member after member, or `data` itself where it is no gzip.

    Raises `PackingError` where it is cut off, damaged or grows without measure.
    """
    if not data.startswith(_MAGIC):
        return data
    whole = bytearray()
    rest = data
    while rest.startswith(_MAGIC):
        rest = _member(rest, whole, len(data))
    # Tapes and some tools fill up with zeros.
    if rest.strip(b"\x00"):
        raise PackingError("damaged gzip: something else follows its end")
    return bytes(whole)


def _member(data: bytes, whole: bytearray, packed: int) -> bytes:
    """Add the first member of `data` to `whole` and return what follows it."""
    unpacker = zlib.decompressobj(_GZIP)
    waiting = data
    while not unpacker.eof:
        try:
            piece = unpacker.decompress(waiting, _STEP)
        except zlib.error:
            raise PackingError("damaged gzip: pack it again") from None
        whole += piece
        waiting = unpacker.unconsumed_tail
        if not piece and not waiting and not unpacker.eof:
            raise PackingError("gzip that ends too early: fetch or pack it again")
        if len(whole) > LARGEST_INPUT:
            raise PackingError(f"gzip of more than {LARGEST_INPUT // 2**20} MiB: split what is in it")
        if len(whole) > ALWAYS_UNPACKED and len(whole) > LARGEST_RATIO * packed:
            raise PackingError("gzip that grows without measure (a bomb?): not unpacked")
    return unpacker.unused_data
