"""The heads for syntax read each sentence as they read it alone, and give one tree each."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.encoder.weights import save_weights
from factcli.syntax import reading
from factcli.syntax.network import SyntaxHeads, SyntaxLabels
from factcli.syntax.reading import LABELS, PAIRS, WEIGHTS, SyntaxReader
from factcli.syntax.trees import is_tree
from factcli.tokens.models import ModelError

HIDDEN = 16
NAMES = SyntaxLabels(upos=("NOUN", "VERB"), feats=("", "Number=Sing", "Voice=Act"), deprel=("nsubj", "obj", "root"))


def heads(seed: int = 0) -> SyntaxHeads:
    """Heads with random weights."""
    torch.manual_seed(seed)
    made = SyntaxHeads(HIDDEN, NAMES)
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.copy_(torch.randn(parameter.shape) * 0.5)
    return made


def sentences(lengths: list[int]) -> list[torch.Tensor]:
    """Random vectors of words."""
    draw = torch.Generator().manual_seed(sum(lengths))
    return [torch.randn(length, HIDDEN, generator=draw) for length in lengths]


@given(st.lists(st.integers(1, 300), max_size=60))
def test_each_sentence_is_in_one_batch_and_no_batch_is_too_large(lengths: list[int]) -> None:
    batches = list(reading._batches(lengths))
    assert sorted(number for batch in batches for number in batch) == list(range(len(lengths)))
    for batch in batches:
        widest = 1 + max(lengths[number] for number in batch)
        assert len(batch) * widest**2 <= PAIRS or len(batch) == 1


def test_short_sentences_go_through_together() -> None:
    assert len(list(reading._batches([20] * 80))) == 1


@settings(max_examples=20)
@given(st.lists(st.integers(1, 12), max_size=6))
def test_a_sentence_is_read_as_if_alone(lengths: list[int]) -> None:
    reader, given_vectors = SyntaxReader(heads(), NAMES), sentences(lengths)
    together = reader(given_vectors)
    assert len(together) == len(lengths)
    for vectors, found in zip(given_vectors, together, strict=True):
        assert [found] == reader([vectors])
        assert len(vectors) == len(found.upos) == len(found.feats) == len(found.deprels)
        assert is_tree(np.array([0, *found.heads]))
        assert {*found.upos} <= {*NAMES.upos} and {*found.deprels} <= {*NAMES.deprel}


def test_relations_are_scored_in_pieces_as_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, vectors = SyntaxReader(heads(), NAMES), sentences([5, 9, 2])
    at_once = reader(vectors)
    monkeypatch.setattr(reading, "WORDS", 3)
    assert reader(vectors) == at_once


def test_no_word_is_its_own_head_nor_hangs_past_its_sentence() -> None:
    module = heads().eval()
    with torch.inference_mode():
        scores = module.head_scores(module.rooted(torch.randn(2, 4, HIDDEN)), torch.tensor([4, 2]))
    assert scores.shape == (2, 5, 5)
    assert torch.isinf(scores.diagonal(dim1=1, dim2=2)).all()
    assert torch.isinf(scores[1, :, 3:]).all()
    assert torch.isfinite(scores[1, 1:3, :3][~torch.eye(3, dtype=torch.bool)[1:]]).all()


def test_heads_are_loaded_with_their_labels(tmp_path: Path) -> None:
    (tmp_path / LABELS).write_bytes(msgspec.json.encode(NAMES))
    save_weights(heads(), tmp_path / WEIGHTS)
    loaded = SyntaxReader.load(tmp_path, HIDDEN)
    assert loaded.labels == NAMES
    assert not loaded.heads.training
    [found] = loaded(sentences([6]))
    assert is_tree(np.array([0, *found.heads]))


@pytest.mark.parametrize("content", [None, b"", b'{"upos": []}'])
def test_labels_that_are_missing_or_damaged_are_named_in_one_line(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / LABELS).write_bytes(content)
    save_weights(heads(), tmp_path / WEIGHTS)
    with pytest.raises(ModelError, match=r"syntax\.json cannot be read") as caught:
        SyntaxReader.load(tmp_path, HIDDEN)
    assert "\n" not in str(caught.value)


def test_labels_of_other_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / LABELS).write_bytes(msgspec.json.encode(msgspec.structs.replace(NAMES, upos=("NOUN", "VERB", "X"))))
    save_weights(heads(), tmp_path / WEIGHTS)
    with pytest.raises(ModelError, match="cannot be loaded: upos"):
        SyntaxReader.load(tmp_path, HIDDEN)
