"""The encoder as a component of spaCy: `doc.tensor` has a row for each token."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from spacy.tokens import Doc
from spacy.vocab import Vocab
from tiny_encoder import CONFIG, tiny_encoder, tiny_pieces

from factcli.encoder.component import EncoderComponent, is_glued
from factcli.encoder.reader import read_words
from factcli.encoder.weights import save_encoder
from factcli.tokens.document import GAP
from factcli.tokens.models import ModelError


def doc_of(*words: str, gaps: frozenset[int] = frozenset(), glued: frozenset[int] = frozenset()) -> Doc:
    """A Doc of these words; those numbered in `gaps` are no words, those in `glued` follow without a blank."""
    spaces = [number + 1 not in glued | gaps and number not in gaps for number in range(len(words))]
    return Doc(Vocab(), words=list(words), spaces=spaces, pos=[GAP if n in gaps else "" for n in range(len(words))])


@pytest.fixture
def component(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EncoderComponent:
    """The component with the tiny encoder, in full precision on every processor."""
    monkeypatch.setattr("factcli.encoder.component.multiplies_bfloat16", lambda: False)
    save_encoder(tiny_encoder(), tiny_pieces(), tmp_path)
    return EncoderComponent(tmp_path)


def test_a_word_has_its_vector_and_a_gap_has_none(component: EncoderComponent) -> None:
    doc = component(doc_of("rumah", "nya", "\n\n", "buah", gaps=frozenset({2}), glued=frozenset({1})))
    assert doc.text == "rumahnya\n\nbuah "
    encoder, pieces = component.loaded
    with torch.inference_mode():
        [wanted] = read_words(encoder, [[pieces.of("rumah"), pieces.of("nya", glued=True), pieces.of("buah")]])
    assert doc.tensor.dtype == np.float32
    assert np.allclose(doc.tensor[[0, 1, 3]], wanted.numpy(), atol=1e-5)
    assert not doc.tensor[2].any()


def test_docs_in_batches_are_read_as_one_by_one(component: EncoderComponent) -> None:
    texts = [["rumah"], [], ["buah", "rumah", ","], ["."]]
    together = list(component.pipe([doc_of(*words) for words in texts], batch_size=3))
    for words, doc in zip(texts, together, strict=True):
        assert [token.text for token in doc] == words
        assert doc.tensor.shape == (len(words), CONFIG.hidden)
        assert np.allclose(doc.tensor, component(doc_of(*words)).tensor, atol=1e-5)


@pytest.mark.parametrize(
    ("words", "glued", "wanted"),
    [
        (("rumah", "nya"), {1}, [False, True]),
        (("rumah", "baru"), set(), [False, False]),
        (("Bandung", "-", "Cimahi"), {1, 2}, [False, False, False]),
        (("rumah", ","), {1}, [False, False]),
    ],
)
def test_only_what_continues_a_word_is_glued(words: tuple[str, ...], glued: set[int], wanted: list[bool]) -> None:
    assert [is_glued(token) for token in doc_of(*words, glued=frozenset(glued))] == wanted


def test_a_missing_encoder_is_reported_when_it_is_needed(tmp_path: Path) -> None:
    component = EncoderComponent(tmp_path / "nowhere")
    with pytest.raises(ModelError, match="nowhere"):
        component(doc_of("rumah"))
