"""What a model makes of a word's spelling, worked out once a word and not at each place where it stands.

Each of Stanza's models reads every word letter by letter with an LSTM. The result depends on the letters alone, and
in news one word in three is new.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from stanza.models.common.char_model import CharacterModel
from stanza.models.common.utils import tensor_unsort
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_sequence, pad_packed_sequence

# Some 20 MB a model; when they are full they start anew, so that memory stays flat over any archive.
REMEMBERED = 20_000


class RememberedSpellings(nn.Module):
    """A character model that remembers; in place of the one it wraps, with the same results."""

    def __init__(self, characters: CharacterModel, remembered: int = REMEMBERED) -> None:
        super().__init__()
        self.characters = characters
        self.remembered = remembered
        self.vectors: dict[bytes, Tensor] = {}

    def forward(
        self,
        chars: Tensor,
        mask: Tensor,
        word_orig_idx: Sequence[int],
        sentlens: Sequence[int],
        wordlens: Sequence[int],
    ) -> Any:
        """As CharacterModel's: `chars` (words × letters, longest word first), vectors packed by sentence."""
        rows = chars.numpy()
        keys = [rows[n, :length].tobytes() for n, length in enumerate(wordlens)]
        if len(self.vectors) > self.remembered:
            self.vectors.clear()
        new: dict[bytes, int] = {}
        for row, key in enumerate(keys):
            if key not in self.vectors:
                new.setdefault(key, row)
        if new:
            first = list(new.values())
            read = self.characters(
                chars[first], mask[first], range(len(first)), [len(first)], [wordlens[n] for n in first]
            )
            vectors = read.reshape(-1, read.shape[-1]) if self.characters.pad else read.data
            self.vectors.update(zip(new, vectors.clone(), strict=True))
        in_order = tensor_unsort(torch.stack([self.vectors[key] for key in keys]), word_orig_idx)
        result = pack_sequence(list(torch.split(in_order, list(sentlens))))
        return pad_packed_sequence(result, batch_first=True)[0] if self.characters.pad else result


def remember_spellings(model: Any) -> None:
    """Make a Stanza model remember the spellings that it has read."""
    if isinstance(model.charmodel, CharacterModel):
        model.charmodel = RememberedSpellings(model.charmodel)
