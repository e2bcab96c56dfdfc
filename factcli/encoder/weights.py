"""Weights on disk: safetensors with 16 bits a number, every name and shape checked when they are read."""

from __future__ import annotations

from pathlib import Path

import msgspec
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import nn

from factcli.encoder.config import read_config
from factcli.encoder.layers import Encoder
from factcli.encoder.pieces import Pieces
from factcli.tokens.models import ModelError

WEIGHTS = "encoder.safetensors"
CONFIG = "encoder.json"
PIECES = "pieces.tsv"


def save_weights(module: nn.Module, path: Path) -> None:
    """Write the weights of a module, under the names of its parts, in half precision."""
    weights = {name: tensor.detach().half().contiguous() for name, tensor in module.state_dict().items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(weights, path)


def load_weights(module: nn.Module, path: Path) -> None:
    """Fill a module with the weights of a file; raises ModelError unless every name and shape is the module's own."""
    try:
        weights = load_file(path)
    except (OSError, SafetensorError) as error:
        raise ModelError(f"the weights {path} cannot be read: {error}") from error
    wanted = {name: tensor.shape for name, tensor in module.state_dict().items()}
    found = {name: tensor.shape for name, tensor in weights.items()}
    if wanted != found:
        name = min(key for key in wanted.keys() | found.keys() if wanted.get(key) != found.get(key))
        raise ModelError(f"the weights {path} cannot be loaded: {name} is {found.get(name)}, not {wanted.get(name)}")
    module.load_state_dict({name: tensor.float() for name, tensor in weights.items()})


def save_encoder(encoder: Encoder, pieces: Pieces, folder: Path) -> None:
    """Write an encoder's configuration, vocabulary and weights into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CONFIG).write_bytes(msgspec.json.format(msgspec.json.encode(encoder.config)) + b"\n")
    pieces.save(folder / PIECES)
    save_weights(encoder, folder / WEIGHTS)


def load_encoder(folder: Path, dropout: float = 0.0) -> tuple[Encoder, Pieces]:
    """The encoder and the vocabulary in a folder; raises ModelError where they are missing or do not fit."""
    try:
        config, pieces = read_config(folder / CONFIG), Pieces.load(folder / PIECES)
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise ModelError(f"the encoder in {folder} cannot be read: {error}") from error
    if config.pieces != len(pieces.ids):
        raise ModelError(f"the encoder in {folder} has {config.pieces} pieces, its vocabulary {len(pieces.ids)}")
    encoder = Encoder(config, dropout)
    load_weights(encoder, folder / WEIGHTS)
    return encoder, pieces
