"""Our LSTM is torch's, whatever the sentences' lengths."""

from __future__ import annotations

import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from torch.nn.utils.rnn import PackedSequence

from factcli.syntax.packing import batches
from factcli.syntax.recurrent import Layer, Linear

LENGTHS = st.lists(st.integers(1, 9), min_size=1, max_size=20)


@settings(deadline=None, max_examples=40)
@given(LENGTHS, st.booleans())
def test_a_layer_is_torchs_layer(lengths: list[int], both_ways: bool) -> None:
    torch.manual_seed(sum(lengths))
    lstm = nn.LSTM(5, 6, bidirectional=both_ways).eval()
    outputs, cells = torch.randn(2, 1 + both_ways, 1, 6)
    [batch] = batches(lengths)
    rows = torch.randn(sum(lengths), 5)
    with torch.inference_mode():
        state = tuple(part.expand(-1, len(lengths), -1).contiguous() for part in (outputs, cells))
        wanted = lstm(PackedSequence(rows, torch.tensor(batch.sizes)), state)[0].data
        exact = Layer(lstm, outputs, cells, torch.float32)(rows, batch.sizes)
        quick = Layer(lstm, outputs, cells, torch.bfloat16)(rows.bfloat16(), batch.sizes).float()
    assert torch.allclose(exact, wanted, atol=1e-5)
    assert torch.allclose(quick, wanted, atol=0.05)


def test_rows_are_multiplied_in_blocks_without_a_trace() -> None:
    layer = nn.Linear(3, 2)
    rows = torch.randn(700, 3)
    with torch.inference_mode():
        assert torch.allclose(Linear.of(layer, torch.float32)(rows), layer(rows), atol=1e-5)
        found = Linear.of(layer, torch.bfloat16)(rows.bfloat16())
        assert found.shape == (700, 2)
        assert torch.allclose(found.float(), layer(rows), atol=0.1)
