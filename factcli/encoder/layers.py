"""The transformer: a BERT with normalisation after each sum (Devlin and others 2019), read top to bottom."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from factcli.encoder.config import EncoderConfig


class Encoder(nn.Module):
    """Pieces -> one vector a piece. The dropout is 0 when read, not trained."""

    def __init__(self, config: EncoderConfig, dropout: float = 0.0) -> None:
        super().__init__()
        self.config = config
        self.pieces = nn.Embedding(config.pieces, config.hidden)
        self.positions = nn.Embedding(config.positions, config.hidden)
        self.norm = nn.LayerNorm(config.hidden, eps=config.epsilon)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(config, dropout) for _ in range(config.layers))

    def forward(self, pieces: Tensor, lengths: Tensor) -> Tensor:
        """(windows, length) ids and (windows,) lengths -> (windows, length, hidden); padding gives meaningless rows."""
        length = pieces.shape[1]
        places = torch.arange(length)
        hidden: Tensor = self.dropout(self.norm(self.pieces(pieces) + self.positions(places)))
        # Windows of one length need no mask, and attention is quicker without.
        even = bool((lengths == length).all())
        mask = None if even else (places < lengths[:, None])[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return hidden


class Layer(nn.Module):
    """Attention, then two matrices with a GELU between them; each added to its input and normalised."""

    def __init__(self, config: EncoderConfig, dropout: float) -> None:
        super().__init__()
        self.heads = config.heads
        self.attention = nn.Linear(config.hidden, 3 * config.hidden)
        self.output = nn.Linear(config.hidden, config.hidden)
        self.output_norm = nn.LayerNorm(config.hidden, eps=config.epsilon)
        self.wide = nn.Linear(config.hidden, config.feedforward)
        self.narrow = nn.Linear(config.feedforward, config.hidden)
        self.narrow_norm = nn.LayerNorm(config.hidden, eps=config.epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """(windows, length, hidden) -> the same shape; `mask` (windows, 1, 1, length) is true where a piece stands."""
        windows, length, size = hidden.shape
        split = self.attention(hidden).view(windows, length, 3, self.heads, size // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        attended = attended.transpose(1, 2).reshape(windows, length, size)
        hidden = self.output_norm(hidden + self.dropout(self.output(attended)))
        widened = functional.gelu(self.wide(hidden))
        narrowed: Tensor = self.narrow_norm(hidden + self.dropout(self.narrow(widened)))
        return narrowed
