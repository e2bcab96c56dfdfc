"""The sizes of an encoder, as they stand in `encoder.json` beside its weights."""

from __future__ import annotations

from pathlib import Path

import msgspec


class EncoderConfig(msgspec.Struct, frozen=True, kw_only=True):
    """The shape of a BERT: what its weights must look like.

    `pieces` is the size of the vocabulary, `positions` how many pieces one window can have, `epsilon` what the layer
    norms add to the variance; the others count layers, heads of attention, and the numbers of a vector.
    """

    pieces: int
    layers: int
    hidden: int = 384
    heads: int = 12
    feedforward: int = 1536
    positions: int = 512
    epsilon: float = 1e-12


def read_config(path: Path) -> EncoderConfig:
    """The configuration in a JSON file; raises OSError, or msgspec.DecodeError where it is none."""
    return msgspec.json.decode(path.read_bytes(), type=EncoderConfig)
