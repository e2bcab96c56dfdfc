"""The head for names: a BIOES label for each word."""

from __future__ import annotations

from torch import Tensor, nn

from factcli.encoder.heads import Token
from factcli.encoder.viterbi import label_count
from factcli.schema import LABELS


class NameHead(nn.Module):
    """Word vectors -> logits of the labels that mark names."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.labels = Token(hidden, label_count(len(LABELS)))

    def forward(self, words: Tensor) -> Tensor:
        """(words, hidden) -> (words, labels)."""
        logits: Tensor = self.labels(words)
        return logits
