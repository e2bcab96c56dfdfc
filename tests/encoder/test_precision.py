"""The large products in bfloat16 change little of what the encoder reads."""

from __future__ import annotations

import pytest
import torch
from tiny_encoder import CONFIG, tiny_encoder
from torch import nn

from factcli.encoder.precision import HalfLinear, in_bfloat16, multiplies_bfloat16


def test_a_product_is_as_exact_as_its_terms() -> None:
    torch.manual_seed(4)
    linear, rows = nn.Linear(64, 16), torch.randn(3, 5, 64)
    with torch.inference_mode():
        exact = linear(rows)
        found = HalfLinear(linear)(rows)
    assert found.dtype == torch.float32 and found.shape == exact.shape
    assert torch.allclose(found, exact, atol=0.05)


def test_an_encoder_reads_nearly_the_same() -> None:
    pieces, lengths = torch.randint(4, CONFIG.pieces, (2, 9)), torch.tensor([9, 6])
    with torch.inference_mode():
        exact = tiny_encoder()(pieces, lengths)
        quick = in_bfloat16(tiny_encoder())(pieces, lengths)
    assert quick.dtype == torch.float32
    for row, length in enumerate(lengths.tolist()):
        similar = torch.cosine_similarity(exact[row, :length], quick[row, :length], dim=-1)
        assert similar.min() > 0.99


def test_a_torch_that_knows_no_capabilities_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert multiplies_bfloat16() in (True, False)
    monkeypatch.delattr(torch.cpu, "get_capabilities", raising=False)
    assert not multiplies_bfloat16()
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx512_bf16": True}, raising=False)
    assert multiplies_bfloat16()
