"""The heads for tags and trees.

Trees: a graph parser after Dozat and Manning 2017, Deep Biaffine Attention for Neural Dependency Parsing.
"""

from __future__ import annotations

import msgspec
import torch
from torch import Tensor, nn

from factcli.encoder.heads import Pair, Token

ARC_SIZE = 256
RELATION_SIZE = 96


class SyntaxLabels(msgspec.Struct, frozen=True, kw_only=True):
    """The labels in the order of the logits; `feats` as CoNLL-U writes them, "" for none."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    deprel: tuple[str, ...]


class SyntaxHeads(nn.Module):
    """Word vectors -> tags, features, and for each sentence scores of heads and relations."""

    def __init__(self, hidden: int, labels: SyntaxLabels) -> None:
        super().__init__()
        self.upos = Token(hidden, len(labels.upos))
        self.feats = Token(hidden, len(labels.feats))
        self.root = nn.Parameter(torch.zeros(hidden))
        self.arcs = Pair(hidden, hidden, ARC_SIZE)
        self.relations = Pair(hidden, hidden, RELATION_SIZE, len(labels.deprel))

    def rooted(self, words: Tensor) -> Tensor:
        """(sentences, words, hidden) -> (sentences, 1 + words, hidden), the root first."""
        root = self.root.expand(words.shape[0], 1, -1)
        return torch.cat((root, words), dim=1)

    def head_scores(self, rooted: Tensor, lengths: Tensor) -> Tensor:
        """(sentences, 1 + words, hidden) and (sentences,) counts of words -> (sentences, dependents, heads).

        Both dependents and heads count from the root; what is past a sentence's end is minus infinity.
        """
        scores: Tensor = self.arcs(rooted, rooted).squeeze(-1)
        past = torch.arange(rooted.shape[1])[None, :] > lengths[:, None]
        scores = scores.masked_fill(past[:, None, :], -torch.inf)
        return scores.masked_fill(torch.eye(rooted.shape[1], dtype=torch.bool)[None], -torch.inf)

    def relation_scores(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """(words, hidden) of dependents and of their heads -> (words, relations)."""
        return self.relations.aligned(dependents, heads)
