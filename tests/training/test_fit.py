"""Training lowers every loss, gives the averaged model, and keeps it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random
from typing import Any

import pytest
import torch
from tiny_joint import SYNTAX_LABELS, tiny_corpus, tiny_joint

from factcli.encoder.weights import load_encoder, load_weights
from factcli.events.network import EventHeads
from factcli.names.network import NameHead
from factcli.syntax.reading import SyntaxReader
from training.fit import batch_losses, fit
from training.model import Joint, average_checkpoints, load_checkpoint, save_checkpoint

CONFIG = Path(__file__).resolve().parents[2] / "training" / "config.toml"


@pytest.fixture
def settings() -> dict[str, Any]:
    """The settings of the real training, with texts as they are and rates for a tiny model."""
    settings: dict[str, Any] = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["joint"]
    own = {
        "varied": {"headline": 0.0, "whole": 0.0, "sentence": 0.0, "mask": 0.0},
        "rate": 3e-3,
        "head_rate": 3e-3,
        "epochs": 8,
    }
    return {**settings, **settings["stages"][0], **own}


def wrong(model: Joint, settings: dict[str, Any]) -> dict[str, float]:
    """The weighted losses of all that there is to learn."""
    corpus = tiny_corpus()
    model.eval()
    found: dict[str, float] = {}
    with torch.no_grad():
        for batch in (list(corpus.trees), list(corpus.names[0]), list(corpus.articles)):
            losses = batch_losses(model, batch, settings, Random(0))
            found |= {f"{name} of {batch[0].habit}": float(loss) for name, loss in losses.items()}
    return found


def test_training_lowers_the_losses(tmp_path: Path, settings: dict[str, Any]) -> None:
    model = tiny_joint()
    before = wrong(model, settings)
    passes: list[int] = []

    def report(averaged: Joint, epoch: int) -> None:
        assert not averaged.training
        passes.append(epoch)

    averaged = fit(model, tiny_corpus(), settings, tmp_path / "joint.pt", report)
    after = wrong(averaged, settings)
    assert passes == list(range(1, 9))
    assert sum(after.values()) < 0.8 * sum(before.values())
    assert after["kind of articles"] < before["kind of articles"]
    assert after["names of idner"] < before["names of idner"]
    assert after["heads of "] < before["heads of "]
    kept = tiny_joint(seed=1)
    load_checkpoint(kept, tmp_path / "joint.pt")
    assert wrong(kept, settings) == pytest.approx(after)


def test_a_checkpoint_has_full_precision(tmp_path: Path) -> None:
    model, other = tiny_joint(), tiny_joint(seed=1)
    save_checkpoint(model, tmp_path / "joint.pt")
    load_checkpoint(other, tmp_path / "joint.pt")
    assert all(torch.equal(weights, other.state_dict()[name]) for name, weights in model.state_dict().items())


def test_what_is_exported_is_what_the_components_load(tmp_path: Path) -> None:
    model = tiny_joint()
    model.export(tmp_path)
    encoder, pieces = load_encoder(tmp_path / "encoder")
    hidden = encoder.config.hidden
    assert pieces.ids == model.vocabulary.ids
    assert SyntaxReader.load(tmp_path, hidden).labels == SYNTAX_LABELS
    names, events = NameHead(hidden), EventHeads(hidden)
    load_weights(names, tmp_path / "names.safetensors")
    load_weights(events, tmp_path / "events.safetensors")
    trained = model.names["articles"].state_dict()
    assert all(torch.allclose(weights, trained[name], atol=1e-3) for name, weights in names.state_dict().items())


def test_weights_of_two_stages_are_averaged_by_their_share(tmp_path: Path) -> None:
    before, after = tiny_joint(), tiny_joint()
    with torch.no_grad():
        for one, other in zip(before.parameters(), after.parameters(), strict=True):
            one.fill_(1.0)
            other.fill_(2.0)
    save_checkpoint(before, tmp_path / "before.pt")
    save_checkpoint(after, tmp_path / "after.pt")
    average_checkpoints(tmp_path / "before.pt", tmp_path / "after.pt", 0.25)
    load_checkpoint(after, tmp_path / "after.pt")
    assert all(torch.allclose(weights, torch.full_like(weights, 1.25)) for weights in after.parameters())
