"""Models are read without running code, and without what only training needs."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from stanza.models.common import utils

from factcli.tokens import ModelError
from factcli.tokens.loading import weights_only
from factcli.tokens.models import models_folder
from factcli.tokens.sentences import stanza_processors

ROOT = Path(__file__).resolve().parents[2]


class Harmful:
    """A pickle of this would write a file as it is read."""

    def __init__(self, victim: Path) -> None:
        self.victim = victim

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.write_text, (self.victim, "harm")


@pytest.mark.parametrize("zipped", [True, False])
def test_a_model_that_would_run_code_is_refused(tmp_path: Path, zipped: bool) -> None:
    model, victim = tmp_path / "news.pt", tmp_path / "victim"
    torch.save({"model": Harmful(victim)}, model, _use_new_zipfile_serialization=zipped)
    with weights_only(), pytest.raises(pickle.UnpicklingError, match="has no place in a model"):
        torch.load(model)
    assert not victim.exists()


@pytest.mark.parametrize("processor", ["tokenize", "mwt", "lemma"])
def test_a_folder_with_such_a_model_is_reported_in_one_line(tmp_path: Path, processor: str) -> None:
    folder = tmp_path / "id"
    for shipped in (models_folder() / "id").rglob("*.pt"):
        copy = folder / shipped.parent.name / shipped.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.symlink_to(shipped)
    (tmp_path / "resources.json").symlink_to(models_folder() / "resources.json")
    damaged = folder / processor / "news.pt"
    damaged.unlink()
    torch.save({"model": Harmful(tmp_path / "victim")}, damaged)
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        stanza_processors(tmp_path, ("tokenize", "mwt", "lemma"))
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "victim").exists()


def test_a_missing_model_is_reported_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "resources.json").symlink_to(models_folder() / "resources.json")
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        stanza_processors(tmp_path, ("tokenize",))
    assert "\n" not in str(caught.value)


def test_weights_come_back_as_they_were_written(tmp_path: Path) -> None:
    weights = {"model": {"layer.weight": torch.arange(6.0).reshape(2, 3).half()}, "config": {"lr": 0.1, "name": "kata"}}
    torch.save(weights, tmp_path / "news.pt")
    with weights_only():
        read = torch.load(tmp_path / "news.pt")
    assert read["config"] == weights["config"]
    assert torch.equal(read["model"]["layer.weight"], torch.arange(6.0).reshape(2, 3).half())


def test_torch_and_stanza_are_left_as_they_were() -> None:
    before = torch.load, utils.dispatch_optimizer
    with pytest.raises(KeyError), weights_only():
        raise KeyError
    assert (torch.load, utils.dispatch_optimizer) == before


def test_what_only_training_needs_is_not_imported() -> None:
    program = (
        "import sys; from factcli.pipeline import Pipeline; Pipeline.of_words(); print('torch._dynamo' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True, cwd=ROOT)
    assert done.stdout.strip() == "False"
