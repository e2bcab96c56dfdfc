"""A deeper encoder learns to give the vectors of a shallower one; raw text becomes passages of words."""

from __future__ import annotations

import tomllib
from itertools import islice
from pathlib import Path
from random import Random

import msgspec
import torch
from tiny_joint import LABELS, tiny_joint

from factcli.encoder.layers import Encoder
from factcli.encoder.weights import load_encoder, save_encoder
from training.deepen import deepen
from training.examples import Example, Word
from training.model import Joint, load_checkpoint, start_from
from training.raw_text import passages

CONFIG = Path(__file__).resolve().parents[2] / "training" / "config.toml"
TEXT = ["Hujan turun di Ambon.", "Siti membeli beras, ikan dan gula di pasar lama.", "Jalan itu ditutup."]


def vectors(model: Joint) -> torch.Tensor:
    """What the model's encoder gives to the words of the text."""
    with torch.no_grad():
        return torch.cat(model.eval().read([Example([Word(word) for word in line.split()]) for line in TEXT]))


def test_a_deeper_encoder_learns_to_read_as_the_shallower_one(tmp_path: Path) -> None:
    shallow = tiny_joint()
    config = msgspec.structs.replace(shallow.encoder.config, layers=2)
    torch.manual_seed(3)
    save_encoder(Encoder(config), shallow.vocabulary, tmp_path / "base")
    for name in ("news", "news2"):
        (tmp_path / f"{name}.txt").write_text("\n".join(TEXT), encoding="utf-8")
    wanted = vectors(shallow)
    untaught = tiny_joint()
    untaught.encoder, _ = load_encoder(tmp_path / "base")
    before = float((vectors(untaught) - wanted).square().mean())
    settings = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    own = {"steps": 60, "words": 12, "rate": 3e-3, "dropout": 0.0}
    deepen(shallow, tmp_path / "base", tmp_path, settings["joint"] | settings["deepen"] | own, tmp_path / "deep.pt")
    deep = start_from(tmp_path / "base", LABELS, 0.0)
    load_checkpoint(deep, tmp_path / "deep.pt")
    assert float((vectors(deep) - wanted).square().mean()) < before / 3
    assert torch.equal(deep.events.main.output.weight, shallow.events.main.output.weight), "the heads are kept"


def test_raw_text_is_drawn_as_passages_of_words(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("\n".join(TEXT), encoding="utf-8")
    for passage in islice(passages([tmp_path / "news.txt"], Random(0)), 20):
        assert passage[-1] == Word(".", glued=True)
        assert not passage[0].glued
        assert {word.text for word in passage} <= {*" ".join(TEXT).replace(".", " .").replace(",", " ,").split()}
