"""What is remembered is what the models would have worked out again, and memory stays bounded."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from factcli.schema import Article
from factcli.syntax.lemmas import Lemmatiser
from factcli.syntax.multiword import WordSplitter
from factcli.syntax.parser import Parser
from factcli.syntax.vectors import WordVectors

WORDS = st.lists(st.sampled_from(["gempa", "di", "Ambon", "warga", "Lari", ","]), min_size=1, max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(0, 5))
def test_each_word_has_its_own_vector_and_few_are_kept(calls: list[list[str]], remembered: int) -> None:
    read: list[str] = []

    def spell(words: Sequence[str]) -> Tensor:
        read.extend(words)
        return torch.tensor([[float(len(word)), float(ord(word[0]))] for word in words])

    vectors = WordVectors(spell, remembered)
    for words in calls:
        assert vectors.of(words).tolist() == [[len(word), ord(word[0])] for word in words]
        assert len(vectors.rows) <= max(remembered, len(set(words)))
    if remembered == 5 and len({word for words in calls for word in words}) <= remembered:
        assert len(read) == len(set(read)), "a word that fits is read once"


def test_lemmas_are_forgotten_when_they_grow_too_many(parser: Parser) -> None:
    lemmatiser = Lemmatiser(parser.lemmatiser.processor, remembered=2)
    first = [("mengunjungi", "VERB"), ("pasar", "NOUN")]
    assert lemmatiser([first]) == [["kunjung", "pasar"]]
    assert lemmatiser([[("membeli", "VERB")]]) == [["beli"]]
    assert list(lemmatiser.remembered.values) == [("membeli", "VERB")]
    assert lemmatiser([[*first, ("membeli", "VERB")]]) == [["kunjung", "pasar", "beli"]]


def test_words_of_tokens_are_forgotten_when_they_grow_too_many(parser: Parser) -> None:
    splitter = WordSplitter(parser.word_splitter.processor, remembered=1)
    assert splitter(["kunjungannya"])["kunjungannya"] == ("kunjungan", "nya")
    assert splitter(["rumahnya"])["rumahnya"] == ("rumah", "nya")
    assert len(splitter.remembered.values) == 1


def test_a_word_with_another_tag_is_another_word(parser: Parser) -> None:
    [doc, again] = parser.parse([Article(text="Petani itu menanam padi.")] * 2)
    assert [token.lemma_ for token in doc] == [token.lemma_ for token in again]
