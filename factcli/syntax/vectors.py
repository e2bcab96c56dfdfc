"""What a model makes of a word by itself, worked out once a word and not at each place where it stands.

Stanza's models look up a word's vectors and read its spelling letter by letter with an LSTM. All of that depends on
the word alone, and in news one word in three is new.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

# Some 20 MB a model; when they are full they start anew, so that memory stays flat over any archive.
REMEMBERED = 30_000


class WordVectors:
    """A vector for each word: `read` makes those of new words, a row each; the others are remembered."""

    def __init__(self, read: Callable[[Sequence[str]], Tensor], remembered: int = REMEMBERED) -> None:
        self.read = read
        self.remembered = remembered
        self.rows: dict[str, int] = {}
        self.vectors = torch.empty(0)

    def of(self, words: Sequence[str]) -> Tensor:
        """The vectors of the words, a row for each."""
        distinct = dict.fromkeys(words)
        new = [word for word in distinct if word not in self.rows]
        if len(self.rows) + len(new) > self.remembered:
            self.rows.clear()
            new = list(distinct)
        if new:
            self._keep(new)
        return self.vectors[[self.rows[word] for word in words]]

    def _keep(self, new: Sequence[str]) -> None:
        vectors = self.read(new)
        first, last = len(self.rows), len(self.rows) + len(new)
        if last > len(self.vectors):
            table = vectors.new_empty(max(self.remembered, last), vectors.shape[1])
            if first:
                table[:first] = self.vectors[:first]
            self.vectors = table
        self.vectors[first:last] = vectors
        self.rows.update(zip(new, range(first, last), strict=True))
