"""The heads for syntax as a component of spaCy: vectors in, tags and trees in the Doc."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
import torch
from own_docs import doc_of
from spacy.tokens import Doc
from spacy.vocab import Vocab

from factcli.pipeline import Pipeline
from factcli.schema import Article
from factcli.syntax.component import Syntax
from factcli.syntax.lemmas import Lemmatiser, Tagged
from factcli.syntax.network import SyntaxHeads, SyntaxLabels
from factcli.syntax.reading import SyntaxReader

HIDDEN = 8
LABELS = SyntaxLabels(upos=("NOUN", "VERB"), feats=("", "Number=Sing"), deprel=("nsubj", "root"))


def reader() -> SyntaxReader:
    """Heads with random weights."""
    torch.manual_seed(3)
    heads = SyntaxHeads(HIDDEN, LABELS)
    with torch.no_grad():
        for parameter in heads.parameters():
            parameter.copy_(torch.randn(parameter.shape))
    return SyntaxReader(heads, LABELS)


def spelt(sentences: Sequence[Sequence[Tagged]]) -> list[list[str]]:
    """In the place of the lemmatiser: word and tag."""
    return [[f"{text.lower()}/{tag}" for text, tag in sentence] for sentence in sentences]


def component() -> Syntax:
    """The component with those heads and lemmas."""
    syntax = Syntax()
    syntax._reader, syntax._lemmatiser = reader(), cast(Lemmatiser, spelt)
    return syntax


def with_vectors(text: str, sentences: list[list[str]], vocab: Vocab) -> Doc:
    """A Doc with a random vector for each token."""
    doc = doc_of(text, sentences, vocab)
    doc.tensor = np.random.RandomState(len(text)).standard_normal((len(doc), HIDDEN)).astype(np.float32)
    return doc


def test_each_sentence_of_each_doc_has_its_own_analysis() -> None:
    vocab = Vocab()
    docs = [
        with_vectors("Hujan turun.\n\nWarga pulang", [["Hujan", "turun", "."], ["Warga", "pulang"]], vocab),
        with_vectors(" \n", [], vocab),
        with_vectors("", [], vocab),
        with_vectors("\nSiti datang  lagi", [["Siti", "datang", "lagi"]], vocab),
    ]
    alone = reader()
    found = list(component().pipe(docs, batch_size=3))
    assert [doc.text for doc in found] == ["Hujan turun.\n\nWarga pulang", " \n", "", "\nSiti datang  lagi"]
    for doc in found:
        for sentence in doc.sents:
            words = [token for token in sentence if token.pos_ != "SPACE"]
            if not words:
                continue
            [tagged] = alone([torch.from_numpy(doc.tensor[[token.i for token in words]])])
            assert [token.pos_ for token in words] == tagged.upos
            assert [str(token.morph) for token in words] == tagged.feats
            assert [token.dep_ for token in words] == tagged.deprels
            assert [token.lemma_ for token in words] == [f"{token.text.lower()}/{token.pos_}" for token in words]
            places = [token.i for token in words]
            heads = [0 if token.head.i == token.i else 1 + places.index(token.head.i) for token in words]
            assert heads == tagged.heads


def test_a_text_without_words_needs_no_models() -> None:
    doc = Syntax()(with_vectors("\n\n", [], Vocab()))
    assert [token.pos_ for token in doc] == ["SPACE"]


def test_every_word_is_analysed(pipeline: Pipeline) -> None:
    [doc] = pipeline.parse([Article(text="Menteri itu mengunjungi tiga pasar di Semarang pada hari Rabu.")])
    visit = next(token for token in doc if token.text == "mengunjungi")
    assert visit.pos_ == "VERB"
    assert visit.lemma_ == "kunjung"
    assert visit.head == visit
    assert {child.dep_ for child in visit.children} >= {"nsubj", "obj"}
