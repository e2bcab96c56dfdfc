"""The kinds of head over the encoder's vectors: of a word, of a span, of a pair (biaffine, or feedforward)."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

# So many numbers of pairs are held at once: a long article has events by the thousand.
MOST_NUMBERS = 16_000_000
# The share of numbers that training leaves out at a time, and that of a biaffine pair.
DROPOUT, BIAFFINE_DROPOUT = 0.2, 0.33


class Token(nn.Module):
    """Word vectors -> logits of the labels of each word."""

    def __init__(self, hidden: int, labels: int) -> None:
        super().__init__()
        self.dropout = nn.Dropout(DROPOUT)
        self.output = nn.Linear(hidden, labels)

    def forward(self, words: Tensor) -> Tensor:
        """(words, hidden) -> (words, labels)."""
        logits: Tensor = self.output(self.dropout(words))
        return logits


class Span(nn.Module):
    """Spans of words -> one vector each, from the vectors of the first and the last word."""

    def __init__(self, hidden: int, size: int) -> None:
        super().__init__()
        self.dropout = nn.Dropout(DROPOUT)
        self.output = nn.Linear(2 * hidden, size)

    def forward(self, words: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """(words, hidden), and (spans,) first and last words -> (spans, size)."""
        both = torch.cat((words[first], words[last]), dim=-1)
        vectors: Tensor = functional.gelu(self.output(self.dropout(both)))
        return vectors


class Pair(nn.Module):
    """Two lists of vectors -> logits for each pair: biaffine (Dozat and Manning 2017)."""

    def __init__(self, rows: int, columns: int, size: int, labels: int = 1) -> None:
        super().__init__()
        self.row, self.column = _side(rows, size), _side(columns, size)
        self.weight = nn.Parameter(torch.zeros(labels, size + 1, size + 1))

    def forward(self, rows: Tensor, columns: Tensor) -> Tensor:
        """(..., n, hidden) and (..., m, hidden) -> (..., n, m, labels)."""
        row, column = _with_one(self.row(rows)), _with_one(self.column(columns))
        return torch.einsum("...ni,lij,...mj->...nml", row, self.weight, column)

    def aligned(self, rows: Tensor, columns: Tensor) -> Tensor:
        """(n, hidden) and (n, hidden) -> (n, labels): each row with the column of its own place."""
        row, column = _with_one(self.row(rows)), _with_one(self.column(columns))
        size = column.shape[-1]
        # One product with all labels side by side is quicker than one for each label.
        sides = self.weight.permute(1, 0, 2).reshape(size, -1)
        logits: Tensor = ((row @ sides).view(len(row), len(self.weight), size) * column[:, None]).sum(dim=-1)
        return logits


class FeedforwardPair(nn.Module):
    """Two lists of vectors -> logits for each pair, from both, their product and features (Lee and others 2017).

    Features bear on the vectors before the GELU, so that one can change what another means; it learns faster from few
    pairs than a biaffine product. `features` is the number of values of the discrete features, all in one table.
    """

    def __init__(self, rows: int, columns: int, size: int, labels: int = 1, features: int = 0) -> None:
        super().__init__()
        self.size = size
        self.dropout = nn.Dropout(DROPOUT)
        # The first half of each is added, the second multiplied.
        self.row = nn.Linear(rows, 2 * size)
        self.column = nn.Linear(columns, 2 * size)
        self.output = nn.Linear(size, labels)
        self.features = nn.Embedding(features, size) if features else None
        if self.features:
            nn.init.normal_(self.features.weight, std=0.1)

    def forward(self, rows: Tensor, columns: Tensor, features: Tensor | None = None) -> Tensor:
        """(n, hidden) and (m, hidden) -> (n, m, labels); `features` are (n, m, kinds) of rows of the table."""
        row, column = self.row(self.dropout(rows)), self.column(self.dropout(columns))
        together = max(1, MOST_NUMBERS // max(1, len(column) * self.size))
        parts = [
            self._logits(
                row[start : start + together, None],
                column[None],
                None if features is None else features[start : start + together],
            )
            for start in range(0, max(1, len(row)), together)
        ]
        return torch.cat(parts)

    def aligned(self, rows: Tensor, columns: Tensor) -> Tensor:
        """(n, hidden) and (n, hidden) -> (n, labels): each row with the column of its own place, without features."""
        return self._logits(self.row(self.dropout(rows)), self.column(self.dropout(columns)), None)

    def _logits(self, row: Tensor, column: Tensor, features: Tensor | None) -> Tensor:
        added = row[..., : self.size] + column[..., : self.size]
        added = added + row[..., self.size :] * column[..., self.size :]
        if self.features is not None and features is not None:
            # The sum of rows of a table, without a copy of each row.
            kinds = functional.embedding_bag(features.flatten(0, -2), self.features.weight, mode="sum")
            added = added + kinds.view(added.shape)
        logits: Tensor = self.output(self.dropout(functional.gelu(added)))
        return logits


def _side(hidden: int, size: int) -> nn.Sequential:
    return nn.Sequential(nn.Dropout(BIAFFINE_DROPOUT), nn.Linear(hidden, size), nn.GELU(), nn.Dropout(BIAFFINE_DROPOUT))


def _with_one(vectors: Tensor) -> Tensor:
    return torch.cat((vectors, vectors.new_ones((*vectors.shape[:-1], 1))), dim=-1)
