"""Sentences of unequal length as torch's recurrent networks want them: all first words, then all second words, ..."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

import numpy as np
import torch
from torch import Tensor

Item = TypeVar("Item")
# Enough sentences side by side to keep the processor busy, few enough to stay in its caches.
MOST_WORDS = 4_096


class Batch(NamedTuple):
    """Sentences that go through a model together, the longest first.

    `sentences` are their numbers, `lengths` their words. `order` says, for each word in the order of packing, where
    it stands when the sentences stand one after another; `sizes` how many sentences reach the first, second, ... word.
    """

    sentences: tuple[int, ...]
    lengths: tuple[int, ...]
    order: Tensor
    sizes: tuple[int, ...]

    def words(self, sentences: Sequence[Sequence[Item]]) -> list[Item]:
        """The items of these sentences one after another."""
        return list(chain.from_iterable(sentences[number] for number in self.sentences))

    def packed(self, rows: Tensor) -> Tensor:
        """Rows of words (one sentence after another) packed."""
        return rows[self.order]

    def unpacked(self, packed: Tensor) -> Tensor:
        """Packed rows as they stand one sentence after another."""
        rows = torch.empty_like(packed)
        rows[self.order] = packed
        return rows

    def split(self, rows: Sequence[Item]) -> Iterator[tuple[int, Sequence[Item]]]:
        """Each sentence's number and its own of the rows."""
        start = 0
        for number, length in zip(self.sentences, self.lengths, strict=True):
            yield number, rows[start : start + length]
            start += length


def batches(lengths: Sequence[int], most_words: int = MOST_WORDS) -> Iterator[Batch]:
    """All sentences with at least one word in batches of like length; one of more than `most_words` goes alone."""
    numbers = sorted((number for number, length in enumerate(lengths) if length), key=lambda number: -lengths[number])
    gathered: list[int] = []
    words = 0
    for number in numbers:
        if gathered and words + lengths[number] > most_words:
            yield _batch(gathered, lengths)
            gathered, words = [], 0
        gathered.append(number)
        words += lengths[number]
    if gathered:
        yield _batch(gathered, lengths)


def _batch(sentences: Sequence[int], lengths: Sequence[int]) -> Batch:
    chosen = np.array([lengths[number] for number in sentences])
    places = np.arange(chosen[0])
    inside = places < chosen[:, None]
    starts = np.concatenate(([0], np.cumsum(chosen)[:-1]))
    order = (starts[:, None] + places).T[inside.T]
    return Batch(tuple(sentences), tuple(chosen.tolist()), torch.from_numpy(order), tuple(inside.sum(axis=0).tolist()))
