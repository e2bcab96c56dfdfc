"""Tokens -> stretches that name a person, an organisation or a place, with Stanza's trained entity tagger.

Lample and others 2016 as Stanza has it (Qi and others 2020): a bidirectional LSTM and a conditional random field.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from stanza.models.common.vocab import PAD_ID, UNK_ID, VOCAB_PREFIX_SIZE
from stanza.models.ner.trainer import fix_singleton_tags
from stanza.models.ner.utils import decode_from_bioes
from torch import Tensor

from factcli.schema import Label
from factcli.syntax.packing import Batch, batches
from factcli.syntax.recurrent import Layer
from factcli.syntax.spelling import Speller
from factcli.syntax.vectors import WordVectors

Scores: TypeAlias = NDArray[np.floating[Any]]


class NamedTokens(NamedTuple):
    """Tokens `first` to `last`, both included, and the label of what they name."""

    first: int
    last: int
    label: Label


class NameTagger:
    """Stanza's entity tagger; `processor` is the loaded one, whose recurrent layer takes the `precision`."""

    def __init__(self, processor: Any, precision: torch.dtype) -> None:
        self.model = model = processor.trainer.model.eval()
        self.vocab = processor.trainer.vocab
        self.precision = precision
        self.spell = Speller(model.charmodel, precision)
        self.layer = Layer(model.taggerlstm.lstm, model.taggerlstm_h_init, model.taggerlstm_c_init, precision)
        self.transitions = model.crits[0]._transitions.detach().numpy()
        self.tags = self.vocab["tag"].items(0)
        self.words = WordVectors(self._read)

    @torch.inference_mode()
    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[list[NamedTokens]]:
        """The named stretches of each sentence, in order."""
        named: list[list[NamedTokens]] = [[] for _ in sentences]
        for batch in batches([len(sentence) for sentence in sentences]):
            for number, tags in zip(batch.sentences, self._tags(batch, batch.words(sentences)), strict=True):
                spans = decode_from_bioes(fix_singleton_tags(tags))
                named[number] = [NamedTokens(span["start"], span["end"], span["type"]) for span in spans]
        return named

    def _tags(self, batch: Batch, words: Sequence[str]) -> list[list[str]]:
        read = self.layer(batch.packed(self.words.of(words)), batch.sizes)
        scores = batch.padded(self.model.tag_clfs[0](read)).transpose(0, 1)
        paths = best_paths(scores.numpy(), self.transitions, batch.lengths)
        # Stanza's tags begin after the marks for padding and the like, which the model may rate highest all the same.
        return [[self.tags[max(tag, VOCAB_PREFIX_SIZE)] for tag in path] for path in paths]

    def _read(self, words: Sequence[str]) -> Tensor:
        model = self.model
        known = torch.tensor(self.vocab["word"].map(map(str.lower, words)))
        learnt = torch.tensor(self.vocab["delta"].map(map(str.lower, words)))
        learnt[(learnt == UNK_ID) & (known != UNK_ID)] = PAD_ID
        letters = self.spell([self.vocab["char"].map(word) for word in words])
        rows = torch.cat([model.word_emb(known) + model.delta_emb(learnt), letters], dim=1)
        return torch.as_tensor(model.input_transform(rows)).to(self.precision)


def best_paths(scores: Scores, transitions: Scores, lengths: Sequence[int]) -> list[list[int]]:
    """The best tags of each sentence (Viterbi 1967), all sentences at once.

    `scores` are places × sentences × tags, `transitions[before, after]`; `lengths` go down.
    """
    reached = scores[0]
    came_from = np.zeros(scores.shape, dtype=np.int64)
    last = np.zeros(scores.shape[1:], dtype=scores.dtype)
    going = len(lengths)
    for place in range(1, len(scores)):
        while lengths[going - 1] == place:
            going -= 1
            last[going] = reached[going]
        ways = reached[:going, :, None] + transitions
        came_from[place, :going] = ways.argmax(axis=1)
        reached = scores[place, :going] + ways.max(axis=1)
    last[:going] = reached[:going]
    tag = last.argmax(axis=1)
    paths = np.zeros(scores.shape[:2], dtype=np.int64)
    row = np.arange(len(lengths))
    for place in range(len(scores) - 1, -1, -1):
        inside = np.asarray(lengths) > place
        paths[place] = tag
        tag = np.where(inside, came_from[place, row, tag], tag)
    return [paths[:length, number].tolist() for number, length in enumerate(lengths)]
