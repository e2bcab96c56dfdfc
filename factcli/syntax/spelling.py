"""What Stanza's models read from a word's spelling, letter by letter, each with a character model of its own."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from stanza.models.common.char_model import CharacterModel
from torch import Tensor

from factcli.syntax.packing import batches
from factcli.syntax.recurrent import Layer

MOST_LETTERS = 4_000
# No word of the language is longer; what is, is a damaged text.
LONGEST_WORD = 200


class Speller:
    """A trained character model in a precision; `letters` in a call are the numbers of each word's letters."""

    def __init__(self, model: CharacterModel, precision: torch.dtype) -> None:
        self.letters = model.char_emb
        self.attention = model.char_attn if model.attn else None
        self.layer = Layer(model.charlstm.lstm, model.charlstm_h_init, model.charlstm_c_init, precision)

    def __call__(self, letters: Sequence[Sequence[int]]) -> Tensor:
        """What the model makes of each word: a row of float32 for each."""
        letters = [word[:LONGEST_WORD] for word in letters]
        found: list[Tensor] = []
        order: list[int] = []
        for batch in batches([len(word) for word in letters], MOST_LETTERS):
            rows = self.letters(torch.tensor(batch.words(letters)))[batch.order]
            found.append(self._of_words(self.layer(rows, batch.sizes), batch.sizes, batch.lengths))
            order += batch.sentences
        words = torch.cat(found)
        placed = torch.empty_like(words)
        placed[order] = words
        return placed

    def _of_words(self, read: Tensor, sizes: Sequence[int], lengths: Sequence[int]) -> Tensor:
        """From what was read at each letter, packed: its weighted sum, or what each direction ends with."""
        if self.attention is not None:
            words = torch.cat([torch.arange(size) for size in sizes])
            weighted = read * torch.sigmoid(self.attention(read))
            return read.new_zeros(len(lengths), read.shape[1]).index_add_(0, words, weighted)
        starts = torch.tensor([0, *sizes]).cumsum(0)
        words = torch.arange(len(lengths))
        last = starts[torch.tensor(lengths) - 1] + words
        forward, backward = read.chunk(2, dim=1)
        return torch.cat([forward[last], backward[words]], dim=1)
