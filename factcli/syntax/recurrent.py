"""Stanza's trained LSTM layers, run over packed sentences in the precision that is asked for.

torch's own LSTM makes a product of another shape at each place of a batch, and oneDNN, which multiplies bfloat16, keeps
a program for each shape that it ever met: a gigabyte and more in a long run. Here products come in few shapes. What
goes on from word to word within a cell stays in float32.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

import torch
from stanza.models.common.hlstm import HighwayLSTM
from torch import Tensor, nn
from torch.nn.functional import linear, pad

# Rows that are multiplied at once; enough to keep the processor busy.
BLOCK = 256
# Sentences side by side are filled up to one of these numbers.
WIDTHS = [8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096, 6144]


class Linear:
    """A linear layer in a precision, for any number of rows."""

    def __init__(self, weight: Tensor, bias: Tensor | None, precision: torch.dtype) -> None:
        self.weight = weight.detach().to(precision)
        self.bias = None if bias is None else bias.detach().to(precision)

    @classmethod
    def of(cls, layer: nn.Linear, precision: torch.dtype) -> Linear:
        """The trained layer in this precision."""
        return cls(layer.weight, layer.bias, precision)

    def __call__(self, rows: Tensor) -> Tensor:
        """The product, rows × outputs."""
        if rows.dtype == torch.float32:
            return linear(rows, self.weight, self.bias)
        blocks = list(torch.split(rows, BLOCK))
        blocks[-1] = pad(blocks[-1], (0, 0, 0, BLOCK - len(blocks[-1])))
        product = torch.cat([linear(block, self.weight, self.bias) for block in blocks])
        return product[: len(rows)]


class Direction:
    """One direction of an LSTM layer (Hochreiter and Schmidhuber 1997), with the gates of torch.nn.LSTM.

    `state` are the first output and the first cell, each 1 × hidden size.
    """

    def __init__(self, lstm: nn.LSTM, suffix: str, state: tuple[Tensor, Tensor], precision: torch.dtype) -> None:
        entering, recurring, *biases = (
            _regrouped(getattr(lstm, f"{name}_l0{suffix}").detach())
            for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        )
        self.size = lstm.hidden_size
        self.is_backward = bool(suffix)
        self.entering = Linear(entering, biases[0] + biases[1], precision)
        self.recurring = recurring.to(precision)
        self.state = state

    def __call__(self, rows: Tensor, sizes: Sequence[int]) -> Tensor:
        """What comes out for each packed row; `sizes` are the rows of the first, second, ... words."""
        entering = self.entering(rows).float()
        output = self.state[0].to(rows.dtype).expand(_width(sizes[0]), -1).clone()
        cell = self.state[1].expand(sizes[0], -1).clone()
        outputs = rows.new_empty(len(rows), self.size)
        steps = list(zip(sizes, accumulate(sizes, initial=0), strict=False))
        for size, start in reversed(steps) if self.is_backward else steps:
            gates = linear(output[: _width(size)], self.recurring)[:size] + entering[start : start + size]
            let_in, kept, let_out = gates[:, : 3 * self.size].sigmoid_().chunk(3, dim=1)
            now = cell[:size].mul_(kept).addcmul_(let_in, gates[:, 3 * self.size :].tanh_())
            outputs[start : start + size] = now.tanh().mul_(let_out)
            output[:size] = outputs[start : start + size]
        return outputs


class Layer:
    """An LSTM layer of one or both directions; `first_outputs` and `first_cells` are directions × 1 × hidden size."""

    def __init__(self, lstm: nn.LSTM, first_outputs: Tensor, first_cells: Tensor, precision: torch.dtype) -> None:
        states = zip(first_outputs.detach(), first_cells.detach(), strict=True)
        self.directions = [
            Direction(lstm, suffix, state, precision)
            for suffix, state in zip(("", "_reverse") if lstm.bidirectional else ("",), states, strict=True)
        ]

    def __call__(self, rows: Tensor, sizes: Sequence[int]) -> Tensor:
        """What comes out for each packed row, the backward direction beside the forward one."""
        return torch.cat([direction(rows, sizes) for direction in self.directions], dim=1)


class HighwayLayers:
    """Layers one over the other, each with a way around it (Srivastava and others 2015), as Stanza has them."""

    def __init__(self, lstm: HighwayLSTM, first_outputs: Tensor, first_cells: Tensor, precision: torch.dtype) -> None:
        states = zip(first_outputs.chunk(lstm.num_layers), first_cells.chunk(lstm.num_layers), strict=True)
        self.layers = [
            (Layer(layer.lstm, *state, precision), Linear.of(gate, precision), Linear.of(highway, precision))
            for layer, gate, highway, state in zip(lstm.lstm, lstm.gate, lstm.highway, states, strict=True)
        ]

    def __call__(self, rows: Tensor, sizes: Sequence[int]) -> Tensor:
        """What comes out of the last layer for each packed row."""
        for layer, gate, highway in self.layers:
            rows = layer(rows, sizes).addcmul_(gate(rows).sigmoid_(), highway(rows).tanh_())
        return rows


def _regrouped(gates: Tensor) -> Tensor:
    """The gates in, forget, out, and then the cell's, which has a function of its own; torch has it third."""
    let_in, forget, cell, out = gates.chunk(4)
    return torch.cat([let_in, forget, out, cell])


def _width(size: int) -> int:
    return WIDTHS[bisect_left(WIDTHS, size)] if size <= WIDTHS[-1] else size
