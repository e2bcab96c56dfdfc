"""The encoder's large products in bfloat16, where the processor has instructions for it.

Sums are float32, so a product is as exact as its terms (Kalamkar and others 2019, A Study of BFLOAT16 for Deep Learning
Training). Without such instructions torch would only imitate them, slowly. Eight bits were measured and left: without
AVX512 they save a fifth of the time and cost a point of F1 of events (training/README.md).
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from factcli.encoder.layers import Encoder

INSTRUCTIONS = ("amx_bf16", "avx512_bf16")
PRODUCTS = ("attention", "output", "wide", "narrow")


def multiplies_bfloat16() -> bool:
    """Whether this processor has instructions for products of bfloat16."""
    capabilities: dict[str, Any] = getattr(torch.cpu, "get_capabilities", dict)()
    return any(capabilities.get(name) for name in INSTRUCTIONS)


def in_bfloat16(encoder: Encoder) -> Encoder:
    """The same encoder, its large products in bfloat16 from here on; it can no longer be trained."""
    for layer in encoder.layers:
        for name in PRODUCTS:
            setattr(layer, name, HalfLinear(getattr(layer, name)))
    return encoder


class HalfLinear(nn.Module):
    """A linear layer multiplied in bfloat16; input and output are float32."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.linear = linear.to(torch.bfloat16)

    def forward(self, rows: Tensor) -> Tensor:
        """(..., in) -> (..., out)."""
        product: Tensor = self.linear(rows.to(torch.bfloat16)).float()
        return product
