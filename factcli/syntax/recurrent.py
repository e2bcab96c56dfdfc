"""Stanza's trained LSTM layers, run over packed sentences in the precision that is asked for.

Only the factors of large products have that precision; sums, cells and all that goes from layer to layer are float32.

torch's own LSTM makes a product of another shape at each place of a batch, and oneDNN, which multiplies bfloat16, keeps
a program for each shape that it ever met: a gigabyte and more in a long run. Here products come in few shapes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

import torch
from stanza.models.common.hlstm import HighwayLSTM
from torch import Tensor, nn
from torch.nn.functional import linear, pad

# So many rows are multiplied at once; more of them at once are quicker.
BLOCKS = [256, 512, 1024, 2048, 4096]
# A block is taken when at least this share of it is filled.
FILLED = 0.75
# Sentences side by side are filled up to one of these numbers.
WIDTHS = [8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096, 6144]


class Linear:
    """A linear layer whose factors and products have a precision."""

    def __init__(self, weight: Tensor, bias: Tensor | None, precision: torch.dtype) -> None:
        self.weight = weight.detach().to(precision)
        self.bias = None if bias is None else bias.detach().to(precision)

    @classmethod
    def of(cls, layer: nn.Linear, precision: torch.dtype) -> Linear:
        """The trained layer in this precision."""
        return cls(layer.weight, layer.bias, precision)

    def __call__(self, rows: Tensor) -> Tensor:
        """The product, rows × outputs, in the layer's precision."""
        if self.weight.dtype == torch.float32:
            return linear(rows, self.weight, self.bias)
        products = []
        start = 0
        for block in blocks_of(len(rows)):
            given = rows[start : start + block].to(self.weight.dtype)
            filled = pad(given, (0, 0, 0, block - len(given)))
            products.append(linear(filled, self.weight, self.bias)[: len(given)])
            start += block
        return torch.cat(products)


def blocks_of(rows: int) -> Iterator[int]:
    """Blocks that hold so many rows between them, the last perhaps not filled."""
    while rows > 0:
        block = next((block for block in BLOCKS if block >= rows), BLOCKS[-1])
        if rows < FILLED * block and block > BLOCKS[0]:
            block = BLOCKS[BLOCKS.index(block) - 1]
        yield block
        rows -= block


class Direction:
    """One direction of an LSTM layer (Hochreiter and Schmidhuber 1997), with the gates of torch.nn.LSTM.

    `state` are the first output and the first cell, each 1 × hidden size.
    """

    def __init__(self, lstm: nn.LSTM, suffix: str, state: tuple[Tensor, Tensor], precision: torch.dtype) -> None:
        self.size = lstm.hidden_size
        self.is_backward = bool(suffix)
        self.recurring = _gates(lstm, "weight_hh", suffix).to(precision)
        self.state = state

    def __call__(self, entering: Tensor, sizes: Sequence[int]) -> Tensor:
        """What comes out for each packed row, from what enters its gates.

        `sizes` are the rows of the first, second, ... words.
        """
        output = self.state[0].to(self.recurring.dtype).expand(_width(sizes[0]), -1).clone()
        cell = self.state[1].expand(sizes[0], -1).clone()
        outputs = torch.empty(len(entering), self.size)
        steps = list(zip(sizes, accumulate(sizes, initial=0), strict=False))
        for size, start in reversed(steps) if self.is_backward else steps:
            gates = linear(output[: _width(size)], self.recurring)[:size].float().add_(entering[start : start + size])
            let_in, kept, let_out = gates[:, : 3 * self.size].sigmoid_().chunk(3, dim=1)
            now = cell[:size].mul_(kept).addcmul_(let_in, gates[:, 3 * self.size :].tanh_())
            outputs[start : start + size] = now.tanh().mul_(let_out)
            output[:size] = outputs[start : start + size]
        return outputs


class Layer:
    """An LSTM layer of one or both directions; `first_outputs` and `first_cells` are directions × 1 × hidden size."""

    def __init__(self, lstm: nn.LSTM, first_outputs: Tensor, first_cells: Tensor, precision: torch.dtype) -> None:
        suffixes = ("", "_reverse") if lstm.bidirectional else ("",)
        states = zip(first_outputs.detach(), first_cells.detach(), strict=True)
        self.directions = [
            Direction(lstm, suffix, state, precision) for suffix, state in zip(suffixes, states, strict=True)
        ]
        weights = [_gates(lstm, "weight_ih", suffix) for suffix in suffixes]
        biases = [_gates(lstm, "bias_ih", suffix) + _gates(lstm, "bias_hh", suffix) for suffix in suffixes]
        self.entering = Linear(torch.cat(weights), torch.cat(biases), precision)

    def __call__(self, rows: Tensor, sizes: Sequence[int]) -> Tensor:
        """What comes out for each packed row, the backward direction beside the forward one."""
        entering = self.entering(rows).chunk(len(self.directions), dim=1)
        return torch.cat(
            [direction(own, sizes) for direction, own in zip(self.directions, entering, strict=True)], dim=1
        )


class HighwayLayers:
    """Layers one over the other, each with a way around it (Srivastava and others 2015), as Stanza has them."""

    def __init__(self, lstm: HighwayLSTM, first_outputs: Tensor, first_cells: Tensor, precision: torch.dtype) -> None:
        states = zip(first_outputs.chunk(lstm.num_layers), first_cells.chunk(lstm.num_layers), strict=True)
        self.layers = [
            (Layer(layer.lstm, *state, precision), _side_by_side(gate, highway, precision))
            for layer, gate, highway, state in zip(lstm.lstm, lstm.gate, lstm.highway, states, strict=True)
        ]

    def __call__(self, rows: Tensor, sizes: Sequence[int]) -> Tensor:
        """What comes out of the last layer for each packed row."""
        for layer, around in self.layers:
            gate, highway = around(rows).float().chunk(2, dim=1)
            rows = layer(rows, sizes).addcmul_(gate.sigmoid_(), highway.tanh_())
        return rows


def _side_by_side(one: nn.Linear, other: nn.Linear, precision: torch.dtype) -> Linear:
    return Linear(torch.cat([one.weight, other.weight]), torch.cat([one.bias, other.bias]), precision)


def _gates(lstm: nn.LSTM, name: str, suffix: str) -> Tensor:
    """The parameters of the gates in, forget, out, and then the cell's, which has a function of its own."""
    let_in, forget, cell, out = getattr(lstm, f"{name}_l0{suffix}").detach().chunk(4)
    return torch.cat([let_in, forget, out, cell])


def _width(size: int) -> int:
    return WIDTHS[bisect_left(WIDTHS, size)] if size <= WIDTHS[-1] else size
