"""The encoder is BERT, written out step by step here, and padding changes nothing."""

from __future__ import annotations

import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_encoder import CONFIG, tiny_encoder
from torch import Tensor

from factcli.encoder.pieces import PAD


def normalised(vectors: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    """Layer normalisation of each row."""
    middle = vectors.mean(dim=-1, keepdim=True)
    spread = ((vectors - middle) ** 2).mean(dim=-1, keepdim=True)
    return (vectors - middle) / torch.sqrt(spread + CONFIG.epsilon) * weight + bias


def bert(weights: dict[str, Tensor], pieces: list[int]) -> Tensor:
    """The vectors of one window by BERT as the paper has it, one head after the other, in double precision."""
    w = {name: tensor.double() for name, tensor in weights.items()}
    x = torch.stack([w["pieces.weight"][piece] + w["positions.weight"][place] for place, piece in enumerate(pieces)])
    x = normalised(x, w["norm.weight"], w["norm.bias"])
    size = CONFIG.hidden // CONFIG.heads
    for number in range(CONFIG.layers):
        layer = {name.removeprefix(f"layers.{number}."): tensor for name, tensor in w.items()}

        def linear(name: str, rows: Tensor, layer: dict[str, Tensor] = layer) -> Tensor:
            return rows @ layer[f"{name}.weight"].T + layer[f"{name}.bias"]

        queries, keys, values = torch.split(linear("attention", x), CONFIG.hidden, dim=1)
        heads = []
        for start in range(0, CONFIG.hidden, size):
            q, k, v = (part[:, start : start + size] for part in (queries, keys, values))
            heads.append(torch.softmax(q @ k.T / size**0.5, dim=1) @ v)
        attended = linear("output", torch.cat(heads, dim=1))
        x = normalised(x + attended, layer["output_norm.weight"], layer["output_norm.bias"])
        wide = linear("wide", x)
        wide = wide * 0.5 * (1 + torch.erf(wide / 2**0.5))
        x = normalised(x + linear("narrow", wide), layer["narrow_norm.weight"], layer["narrow_norm.bias"])
    return x


WINDOWS = st.lists(st.lists(st.integers(0, CONFIG.pieces - 1), min_size=1, max_size=9), min_size=1, max_size=4)


@settings(max_examples=40)
@given(WINDOWS, st.integers(0, 3))
def test_each_window_is_read_as_bert_reads_it_whatever_stands_beside_it(windows: list[list[int]], more: int) -> None:
    encoder = tiny_encoder()
    lengths = torch.tensor([len(window) for window in windows])
    longest = int(lengths.max()) + more
    padded = torch.tensor([[*window, *[PAD] * (longest - len(window))] for window in windows])
    with torch.inference_mode():
        found = encoder(padded, lengths)
    assert found.shape == (len(windows), longest, CONFIG.hidden)
    for window, vectors in zip(windows, found, strict=True):
        assert torch.allclose(vectors[: len(window)].double(), bert(encoder.state_dict(), window), atol=1e-4)


def test_what_pads_a_window_is_not_read() -> None:
    encoder = tiny_encoder()
    lengths = torch.tensor([3, 5])
    one, other = torch.tensor([[4, 5, 6, 1, 1], [4] * 5]), torch.tensor([[4, 5, 6, 7, 8], [4] * 5])
    with torch.inference_mode():
        assert torch.equal(encoder(one, lengths)[0, :3], encoder(other, lengths)[0, :3])
