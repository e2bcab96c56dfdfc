"""An encoder of two small layers with random weights, and a vocabulary of a few pieces."""

from __future__ import annotations

import torch

from factcli.encoder.config import EncoderConfig
from factcli.encoder.layers import Encoder
from factcli.encoder.pieces import BLANK, SPECIAL, Pieces

PIECES = (BLANK, f"{BLANK}rumah", "rumah", "nya", f"{BLANK}ru", "mah", *"abhmnruy", ",", ".", "-")
CONFIG = EncoderConfig(pieces=len(SPECIAL) + len(PIECES), layers=2, hidden=32, heads=4, feedforward=48)


def tiny_encoder(seed: int = 0, config: EncoderConfig = CONFIG) -> Encoder:
    """The encoder; its weights are large enough for every part of it to count."""
    torch.manual_seed(seed)
    encoder = Encoder(config).eval()
    with torch.no_grad():
        for weights in encoder.parameters():
            weights.copy_(torch.randn(weights.shape) * 0.3)
    return encoder


def tiny_pieces() -> Pieces:
    """The vocabulary: the longer a piece, the likelier."""
    return Pieces({**dict.fromkeys(SPECIAL, 0.0), **{piece: len(piece) - 12.0 for piece in PIECES}})
