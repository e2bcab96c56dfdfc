"""Labels of words become names in the Doc, each within its sentence, with its score."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from factcli.encoder.viterbi import label_count, labels_of
from factcli.encoder.weights import save_weights
from factcli.names.component import WEIGHTS, Names
from factcli.names.network import NameHead
from factcli.schema import LABELS, Article
from factcli.tokens.document import build_doc
from factcli.tokens.models import ModelError
from factcli.tokens.sentences import TokenSentence
from factcli.tokens.tokens import Token

COUNT = label_count(len(LABELS))
PER, ORG, LOC = (LABELS.index(kind) for kind in ("PER", "ORG", "LOC"))
if not Span.has_extension("score"):
    Span.set_extension("score", default=None)


class Copied(NameHead):
    """A head whose logits are the vectors themselves."""

    def forward(self, words: torch.Tensor) -> torch.Tensor:
        return words


def doc_of(text: str, sentences: list[list[str]]) -> Doc:
    """The Doc of a text whose sentences have these words."""
    place, split = 0, []
    for words in sentences:
        tokens = []
        for word in words:
            start = text.index(word, place)
            place = start + len(word)
            tokens.append(Token(start, place, ((start, place),)))
        split.append(TokenSentence(tokens, "body"))
    return build_doc(Article(text=text), split, Vocab())


def sure_of(doc: Doc, labels: list[int], logit: float = 30.0) -> Doc:
    """The Doc with vectors that make each word, not what stands between, sure of its label."""
    doc.tensor = np.zeros((len(doc), COUNT), dtype=np.float32)
    for token, label in zip((token for token in doc if token.pos_ != "SPACE"), labels, strict=True):
        doc.tensor[token.i, label] = logit
    return doc


def marked(*docs: Doc, batch: int = 32) -> list[list[tuple[str, str]]]:
    """The names in each Doc, with their kinds."""
    names = Names()
    names._head = Copied(COUNT)
    return [[(name.text, name.label_) for name in doc.ents] for doc in names.pipe(docs, batch_size=batch)]


def test_names_are_marked_with_their_kind() -> None:
    doc = doc_of("Siti Aminah tiba di Ambon", [["Siti", "Aminah", "tiba", "di", "Ambon"]])
    sure_of(doc, labels_of(5, [(0, 1, PER), (4, 4, LOC)]))
    assert marked(doc) == [[("Siti Aminah", "PER"), ("Ambon", "LOC")]]


def test_the_score_is_the_mean_probability_of_the_labels() -> None:
    doc = sure_of(doc_of("Siti Aminah", [["Siti", "Aminah"]]), labels_of(2, [(0, 1, ORG)]))
    doc.tensor[1] *= 3.0 / 30.0
    marked(doc)
    [name] = doc.ents
    second = np.exp(3) / (np.exp(3) + COUNT - 1)
    assert name._.score == pytest.approx((1 + second) / 2, abs=1e-5)


def test_a_name_may_reach_over_what_stands_between_words() -> None:
    doc = doc_of("\nDi Nusa\u00a0 Tenggara\n\nSiti pulang", [["Di", "Nusa", "Tenggara"], ["Siti", "pulang"]])
    sure_of(doc, labels_of(5, [(1, 2, LOC), (3, 3, PER)]))
    assert marked(doc) == [[("Nusa\u00a0 Tenggara", "LOC"), ("Siti", "PER")]]


def test_no_name_reaches_over_the_end_of_a_sentence() -> None:
    doc = doc_of("Kata Siti\n\nAminah pulang", [["Kata", "Siti"], ["Aminah", "pulang"]])
    sure_of(doc, labels_of(4, [(1, 2, PER)]), logit=4.0)
    [names] = marked(doc)
    assert all("\n" not in text for text, _ in names)


def test_docs_are_marked_in_batches_as_one_by_one() -> None:
    texts = [["Siti", "pulang"], [], ["Warga", "Ambon"], ["Ambon"]]
    spans = [[(0, 0, PER)], [], [(1, 1, LOC)], [(0, 0, LOC)]]
    docs = [
        sure_of(doc_of(" ".join(words), [words] if words else []), labels_of(len(words), own))
        for words, own in zip(texts, spans, strict=True)
    ]
    assert marked(*docs, batch=3) == [[("Siti", "PER")], [], [("Ambon", "LOC")], [("Ambon", "LOC")]]


@settings(max_examples=40)
@given(st.lists(st.lists(st.integers(0, COUNT - 1), min_size=1, max_size=6), min_size=1, max_size=3))
def test_whatever_the_head_says_names_are_whole_and_apart(labels: list[list[int]]) -> None:
    sentences = [["x"] * len(own) for own in labels]
    doc = sure_of(
        doc_of("\n".join("x " * len(own) for own in labels), sentences), [one for own in labels for one in own]
    )
    marked(doc)
    ends = {sentence.end for sentence in doc.sents}
    for name in doc.ents:
        assert name[0].pos_ != "SPACE" and name[-1].pos_ != "SPACE"
        assert not any(name.start < end < name.end for end in ends)
    assert all(one.end <= other.start for one, other in zip(doc.ents, doc.ents[1:], strict=False))


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_text_without_words_needs_no_weights(tmp_path: Path, text: str) -> None:
    doc = doc_of(text, [])
    doc.tensor = np.zeros((len(doc), 4), dtype=np.float32)
    assert not Names(tmp_path)(doc).ents


def test_the_weights_of_the_folder_are_loaded(tmp_path: Path) -> None:
    head = NameHead(4)
    with torch.no_grad():
        head.labels.output.weight.zero_()
        head.labels.output.bias.copy_(torch.eye(COUNT)[labels_of(1, [(0, 0, LOC)])[0]] * 9)
    save_weights(head, tmp_path / WEIGHTS)
    doc = doc_of("Ambon", [["Ambon"]])
    doc.tensor = np.ones((1, 4), dtype=np.float32)
    assert [(name.text, name.label_) for name in Names(tmp_path)(doc).ents] == [("Ambon", "LOC")]


def test_missing_weights_are_named(tmp_path: Path) -> None:
    doc = doc_of("Ambon", [["Ambon"]])
    doc.tensor = np.ones((1, 4), dtype=np.float32)
    with pytest.raises(ModelError, match=r"names\.safetensors"):
        Names(tmp_path)(doc)
