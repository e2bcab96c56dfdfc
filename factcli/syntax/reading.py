"""The heads for syntax over many sentences at once: sentences of like length go through together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from factcli.encoder.weights import load_weights
from factcli.syntax.network import SyntaxHeads, SyntaxLabels
from factcli.syntax.trees import best_tree
from factcli.tokens.models import ModelError

LABELS = "syntax.json"
WEIGHTS = "syntax.safetensors"
# So many pairs of words are scored at once; a table of all pairs grows with the square of the longest sentence.
PAIRS = 40_000
WORDS = 2_048
ROOT = "root"


class Tagged(NamedTuple):
    """The tags and the tree of one sentence; heads count its words from 1, 0 for the root."""

    upos: list[str]
    feats: list[str]
    heads: list[int]
    deprels: list[str]


class SyntaxReader:
    """Word vectors of sentences -> their tags and trees."""

    def __init__(self, heads: SyntaxHeads, labels: SyntaxLabels) -> None:
        self.heads, self.labels = heads.eval(), labels
        self.root = labels.deprel.index(ROOT)

    @classmethod
    def load(cls, folder: Path, hidden: int) -> SyntaxReader:
        """The heads in a folder; raises ModelError where they are missing or do not fit."""
        try:
            labels = msgspec.json.decode((folder / LABELS).read_bytes(), type=SyntaxLabels)
        except (OSError, msgspec.MsgspecError) as error:
            raise ModelError(f"{folder / LABELS} cannot be read: {error}") from error
        heads = SyntaxHeads(hidden, labels)
        load_weights(heads, folder / WEIGHTS)
        return cls(heads, labels)

    @torch.inference_mode()
    def __call__(self, sentences: Sequence[Tensor]) -> list[Tagged]:
        """The analysis of each sentence, given as (words, hidden) vectors, at least one word in each."""
        found: dict[int, Tagged] = {}
        for batch in _batches([len(sentence) for sentence in sentences]):
            for number, tagged in zip(batch, self._read([sentences[number] for number in batch]), strict=True):
                found[number] = tagged
        return [found[number] for number in range(len(sentences))]

    def _read(self, sentences: Sequence[Tensor]) -> Iterator[Tagged]:
        lengths = [len(sentence) for sentence in sentences]
        words = torch.cat(list(sentences))
        upos = torch.split(self.heads.upos(words).argmax(dim=-1), lengths)
        feats = torch.split(self.heads.feats(words).argmax(dim=-1), lengths)
        rooted = self.heads.rooted(pad_sequence(list(sentences), batch_first=True))
        scores = self.heads.head_scores(rooted, torch.tensor(lengths)).numpy()
        trees = [
            best_tree(scores[number, : length + 1, : length + 1])[1:].tolist() for number, length in enumerate(lengths)
        ]
        rows = torch.arange(len(lengths)).repeat_interleave(torch.tensor(lengths))
        columns = torch.tensor([head for tree in trees for head in tree])
        pairs = zip(torch.split(words, WORDS), torch.split(rooted[rows, columns], WORDS), strict=True)
        scores_of = torch.cat([self.heads.relation_scores(some, heads) for some, heads in pairs])
        scores_of[columns > 0, self.root] = -torch.inf
        relations = torch.split(scores_of.argmax(dim=-1), lengths)
        names = self.labels
        for number, tree in enumerate(trees):
            yield Tagged(
                [names.upos[label] for label in upos[number].tolist()],
                [names.feats[label] for label in feats[number].tolist()],
                tree,
                [
                    names.deprel[label] if head else ROOT
                    for label, head in zip(relations[number].tolist(), tree, strict=True)
                ],
            )


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of the sentences, the longest first, as many at once as have PAIRS pairs of words when padded."""
    batch: list[int] = []
    widest = 0
    for number in sorted(range(len(lengths)), key=lambda number: -lengths[number]):
        if batch and (len(batch) + 1) * widest**2 > PAIRS:
            yield batch
            batch = []
        if not batch:
            widest = lengths[number] + 1
        batch.append(number)
    if batch:
        yield batch
