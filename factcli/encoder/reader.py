"""Words of many articles -> one vector a word, in batches of windows of like length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import torch
from torch import Tensor

from factcli.encoder.layers import Encoder
from factcli.encoder.pieces import BEGIN, END, PAD
from factcli.encoder.windows import Window, windows_of

# So many pieces, padding included, go through the layers at once: more do not stay near the processor.
BATCH = 4096

WordPieces = Sequence[Sequence[int]]


def read_words(encoder: Encoder, articles: Sequence[WordPieces], batch: int = BATCH) -> list[Tensor]:
    """The pieces of the words of each article -> its (words, hidden) vectors, in order.

    A word has the vector of its first piece, from the window where it has most context around it. `batch` is how many
    pieces, padding included, go through the layers at once.
    """
    jobs = [
        (number, window)
        for number, words in enumerate(articles)
        for window in windows_of([len(pieces) for pieces in words])
    ]
    jobs.sort(key=lambda job: -_length(articles[job[0]], job[1]))
    parts: list[dict[int, Tensor]] = [{} for _ in articles]
    for group in _batches(jobs, articles, batch):
        rows = [_row(articles[number], window) for number, window in group]
        lengths = torch.tensor([len(row) for row in rows])
        padded = torch.tensor([[*row, *[PAD] * (int(lengths[0]) - len(row))] for row in rows])
        hidden = encoder(padded, lengths)
        for place, (number, window) in enumerate(group):
            words = articles[number]
            firsts, at = [], 1
            for word in range(window.start, window.last):
                if word >= window.first:
                    firsts.append(at)
                at += len(words[word])
            parts[number][window.first] = hidden[place, torch.tensor(firsts, dtype=torch.long)]
    empty = torch.zeros(0, encoder.config.hidden)
    return [torch.cat([part[first] for first in sorted(part)]) if part else empty for part in parts]


def _length(words: WordPieces, window: Window) -> int:
    return 2 + sum(map(len, words[window.start : window.end]))


def _row(words: WordPieces, window: Window) -> list[int]:
    return [BEGIN, *chain.from_iterable(words[window.start : window.end]), END]


def _batches(
    jobs: Sequence[tuple[int, Window]], articles: Sequence[WordPieces], batch: int
) -> Iterator[list[tuple[int, Window]]]:
    """Windows, longest first, in groups of at most `batch` pieces when padded to the longest."""
    group: list[tuple[int, Window]] = []
    widest = 0
    for job in jobs:
        widest = widest or _length(articles[job[0]], job[1])
        if group and widest * (len(group) + 1) > batch:
            yield group
            group, widest = [], _length(articles[job[0]], job[1])
        group.append(job)
    if group:
        yield group
