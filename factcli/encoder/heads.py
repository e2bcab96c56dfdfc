"""The three kinds of head over the encoder's vectors: of a word, of a span, of a pair."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Token(nn.Module):
    """Word vectors -> logits of the labels of each word."""

    def __init__(self, hidden: int, labels: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.output = nn.Linear(hidden, labels)

    def forward(self, words: Tensor) -> Tensor:
        """(words, hidden) -> (words, labels)."""
        logits: Tensor = self.output(self.dropout(words))
        return logits


class Span(nn.Module):
    """Spans of words -> one vector each, from the vectors of the first and the last word."""

    def __init__(self, hidden: int, size: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.output = nn.Linear(2 * hidden, size)

    def forward(self, words: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """(words, hidden), and (spans,) first and last words -> (spans, size)."""
        both = torch.cat((words[first], words[last]), dim=-1)
        vectors: Tensor = nn.functional.gelu(self.output(self.dropout(both)))
        return vectors


class Pair(nn.Module):
    """Two lists of vectors -> logits for each pair: biaffine (Dozat and Manning 2017).

    `features` is the number of values of the discrete features of a pair, all features in one table; 0 for none.
    """

    def __init__(
        self, rows: int, columns: int, size: int, labels: int = 1, features: int = 0, dropout: float = 0.33
    ) -> None:
        super().__init__()
        self.row = nn.Sequential(nn.Dropout(dropout), nn.Linear(rows, size), nn.GELU(), nn.Dropout(dropout))
        self.column = nn.Sequential(nn.Dropout(dropout), nn.Linear(columns, size), nn.GELU(), nn.Dropout(dropout))
        self.weight = nn.Parameter(torch.zeros(labels, size + 1, size + 1))
        self.features = nn.Embedding(features, labels) if features else None
        if self.features:
            nn.init.zeros_(self.features.weight)

    def forward(self, rows: Tensor, columns: Tensor, features: Tensor | None = None) -> Tensor:
        """(..., n, hidden) and (..., m, hidden) -> (..., n, m, labels); features are (..., n, m, kinds) of ids."""
        row, column = _with_one(self.row(rows)), _with_one(self.column(columns))
        logits = torch.einsum("...ni,lij,...mj->...nml", row, self.weight, column)
        if self.features is not None and features is not None:
            logits = logits + self.features(features).sum(dim=-2)
        return logits

    def aligned(self, rows: Tensor, columns: Tensor) -> Tensor:
        """(n, hidden) and (n, hidden) -> (n, labels): each row with the column of its own place, without features."""
        row, column = _with_one(self.row(rows)), _with_one(self.column(columns))
        size = column.shape[-1]
        # One product with all labels side by side is quicker than one for each label.
        sides = self.weight.permute(1, 0, 2).reshape(size, -1)
        logits: Tensor = ((row @ sides).view(len(row), len(self.weight), size) * column[:, None]).sum(dim=-1)
        return logits


def _with_one(vectors: Tensor) -> Tensor:
    return torch.cat((vectors, vectors.new_ones((*vectors.shape[:-1], 1))), dim=-1)
