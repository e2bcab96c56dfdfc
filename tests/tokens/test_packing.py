"""Every word goes through the models once, in the place that torch expects."""

from __future__ import annotations

import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn.utils.rnn import pack_sequence

from factcli.tokens.packing import batches

LENGTHS = st.lists(st.integers(0, 7), max_size=12)


@given(LENGTHS, st.integers(1, 20))
def test_each_sentence_is_in_one_batch(lengths: list[int], most_words: int) -> None:
    found = list(batches(lengths, most_words))
    sentences = [number for batch in found for number in batch.sentences]
    assert sorted(sentences) == [number for number, length in enumerate(lengths) if length]
    for batch in found:
        assert sum(batch.lengths) <= most_words or len(batch.sentences) == 1
        assert list(batch.lengths) == sorted(batch.lengths, reverse=True)


@given(LENGTHS.filter(any))
def test_packing_is_torchs_own_and_can_be_undone(lengths: list[int]) -> None:
    sentences = [[f"{number}.{place}" for place in range(length)] for number, length in enumerate(lengths)]
    [batch] = batches(lengths)
    words = batch.words(sentences)
    rows = torch.arange(len(words))[:, None]
    packed = batch.packed(rows)
    expected = pack_sequence(list(torch.split(rows, list(batch.lengths))))
    assert packed.tolist() == expected.data.tolist()
    assert list(batch.sizes) == expected.batch_sizes.tolist()
    assert batch.unpacked(packed).tolist() == rows.tolist()
    assert {number: list(own) for number, own in batch.split(words)} == {
        number: sentence for number, sentence in enumerate(sentences) if sentence
    }
