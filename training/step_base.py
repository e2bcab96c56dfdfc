"""The step `base`: from the unzipped package to the pruned encoder that training starts from."""

from __future__ import annotations

from pathlib import Path

from factcli.encoder.weights import save_encoder
from training.base import MODEL_FILE, encoder_of, pruned, read_base
from training.raw_text import words_of


def make_base(package: Path, text: Path, target: Path, layers: int, at_least: int) -> None:
    """Write the pruned base encoder into the folder `target`."""
    base = pruned(read_base(package / MODEL_FILE), words_of(text), layers, at_least)
    save_encoder(encoder_of(base), base.pieces, target)
    weights = sum(tensor.numel() for tensor in base.weights.values())
    print(f"base: {layers} layers, {len(base.pieces.ids)} pieces, {weights:,} weights")
