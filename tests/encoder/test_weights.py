"""Weights come back from disk as they were, within half precision; what does not fit is named in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from tiny_encoder import tiny_encoder, tiny_pieces
from torch import nn

from factcli.encoder.weights import CONFIG, PIECES, WEIGHTS, load_encoder, load_weights, save_encoder, save_weights
from factcli.tokens.models import ModelError


def refused(call: object, *arguments: object) -> str:
    """The one line with which the weights are refused."""
    assert callable(call)
    with pytest.raises(ModelError) as caught:
        call(*arguments)
    line = str(caught.value)
    assert line and "\n" not in line
    return line


def test_an_encoder_comes_back(tmp_path: Path) -> None:
    encoder, pieces = tiny_encoder(), tiny_pieces()
    save_encoder(encoder, pieces, tmp_path / "encoder")
    loaded, vocabulary = load_encoder(tmp_path / "encoder")
    assert loaded.config == encoder.config
    assert vocabulary.ids == pieces.ids
    for name, weights in encoder.state_dict().items():
        found = loaded.state_dict()[name]
        assert found.dtype == torch.float32 and found.device.type == "cpu"
        assert torch.allclose(found, weights, rtol=2**-10, atol=1e-6), name
    windows, lengths = torch.tensor([[0, 5, 6, 2]]), torch.tensor([4])
    with torch.inference_mode():
        assert torch.allclose(loaded.eval()(windows, lengths), encoder(windows, lengths), atol=0.05)


def test_what_is_written_has_sixteen_bits_a_number(tmp_path: Path) -> None:
    save_weights(nn.Linear(3, 2), tmp_path / "new" / "head.safetensors")
    assert {weights.dtype for weights in load_file(tmp_path / "new" / "head.safetensors").values()} == {torch.float16}


def test_missing_weights_are_named(tmp_path: Path) -> None:
    assert "head.safetensors" in refused(load_weights, nn.Linear(3, 2), tmp_path / "head.safetensors")


@pytest.mark.parametrize("content", [b"", b"weights", b"\xff" * 100])
def test_weights_that_are_none_are_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "head.safetensors").write_bytes(content)
    assert "head.safetensors" in refused(load_weights, nn.Linear(3, 2), tmp_path / "head.safetensors")


def test_a_wrong_shape_is_named(tmp_path: Path) -> None:
    save_weights(nn.Linear(3, 2), tmp_path / "head.safetensors")
    line = refused(load_weights, nn.Linear(4, 2), tmp_path / "head.safetensors")
    assert "weight is torch.Size([2, 3]), not torch.Size([2, 4])" in line


@pytest.mark.parametrize(
    ("names", "wanted"), [(("weight",), "bias is None"), (("weight", "bias", "scale"), "scale is torch.Size([2])")]
)
def test_a_missing_or_unknown_name_is_named(tmp_path: Path, names: tuple[str, ...], wanted: str) -> None:
    weights = {name: torch.zeros(2, 3) if name == "weight" else torch.zeros(2) for name in names}
    save_file(weights, tmp_path / "head.safetensors")
    assert wanted in refused(load_weights, nn.Linear(3, 2), tmp_path / "head.safetensors")


def test_a_module_that_was_refused_its_weights_is_as_it_was(tmp_path: Path) -> None:
    save_file({"weight": torch.zeros(2, 3)}, tmp_path / "head.safetensors")
    module = nn.Linear(3, 2)
    before = module.weight.detach().clone()
    refused(load_weights, module, tmp_path / "head.safetensors")
    assert torch.equal(module.weight, before)


@pytest.mark.parametrize("name", [CONFIG, PIECES, WEIGHTS])
def test_an_encoder_without_one_of_its_files_is_refused(tmp_path: Path, name: str) -> None:
    save_encoder(tiny_encoder(), tiny_pieces(), tmp_path)
    (tmp_path / name).unlink()
    assert str(tmp_path) in refused(load_encoder, tmp_path)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"pieces": "many", "layers": 2}'])
def test_a_damaged_configuration_is_refused(tmp_path: Path, content: bytes) -> None:
    save_encoder(tiny_encoder(), tiny_pieces(), tmp_path)
    (tmp_path / CONFIG).write_bytes(content)
    assert "cannot be read" in refused(load_encoder, tmp_path)


def test_a_vocabulary_of_another_encoder_is_refused(tmp_path: Path) -> None:
    save_encoder(tiny_encoder(), tiny_pieces(), tmp_path)
    with (tmp_path / PIECES).open("a", encoding="utf-8") as file:
        file.write("satu\t-9.0\n")
    count = len(tiny_pieces().ids)
    assert f"has {count} pieces, its vocabulary {count + 1}" in refused(load_encoder, tmp_path)
