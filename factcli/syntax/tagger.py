"""Words -> universal part-of-speech tags and morphological features, with Stanza's trained tagger.

The model is Stanza's (Qi and others 2020, after Dozat and Manning 2017); its data is laid out here, so that each word
is read once and sentences of all articles go through together. Language-specific tags (XPOS) are not worked out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import torch
from stanza.models.common.utils import EXCLAM_RE, QUESTION_RE
from torch import Tensor
from torch.nn.functional import relu

from factcli.syntax.packing import Batch, batches
from factcli.syntax.recurrent import HighwayLayers, Linear
from factcli.syntax.spelling import Speller
from factcli.syntax.vectors import WordVectors


class Tag(NamedTuple):
    """A word's part of speech and its features as CoNLL-U writes them, "" where it has none."""

    upos: str
    feats: str


class Tagger:
    """Stanza's tagger; `processor` is the loaded one, whose recurrent layers take the `precision`."""

    def __init__(self, processor: Any, precision: torch.dtype) -> None:
        self.model = model = processor.trainer.model.eval()
        self.vocab, self.known = processor.vocab, processor.pretrain.vocab
        self.precision = precision
        self.spell = Speller(model.charmodel, precision)
        self.layers = HighwayLayers(model.taggerlstm, model.taggerlstm_h_init, model.taggerlstm_c_init, precision)
        self.for_upos = Linear.of(model.upos_hid, precision)
        self.for_feats = Linear.of(model.tag_hid["feats"], precision)
        with torch.inference_mode():
            self.feature_weights, self.feature_biases = self._weights_by_upos()
        self.feature_sizes = [len(scorer.W_bilin.bias) for scorer in self.model.tag_clf["feats"]]
        self.words = WordVectors(self._read)
        self.feats: dict[tuple[int, ...], str] = {}

    @torch.inference_mode()
    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[list[Tag]]:
        """The tags of each sentence's words."""
        tagged: list[list[Tag]] = [[] for _ in sentences]
        for batch in batches([len(sentence) for sentence in sentences]):
            for number, tags in batch.split(self._tags(batch, batch.words(sentences))):
                tagged[number] = list(tags)
        return tagged

    def _tags(self, batch: Batch, words: Sequence[str]) -> list[Tag]:
        rows = self.words.of(words)
        read = batch.unpacked(self.layers(batch.packed(rows), batch.sizes))
        numbers = self.model.upos_clf(relu(self.for_upos(read)).float()).argmax(dim=1)
        features = self._features(relu(self.for_feats(read)).float(), numbers).tolist()
        upos = self.vocab["upos"].unmap(numbers.tolist())
        return [Tag(tag, self._feats(tuple(values))) for tag, values in zip(upos, features, strict=True)]

    def _read(self, words: Sequence[str]) -> Tensor:
        model, words = self.model, [plain_mark(word) for word in words]
        own = model.word_emb(torch.tensor(self.vocab["word"].map(words)))
        known = model.trans_pretrained(model.pretrained_emb(torch.tensor(self.known.map(map(str.lower, words)))))
        letters = model.trans_char(self.spell([self.vocab["char"].map(word) for word in words]))
        return torch.cat([own, known, letters], dim=1).to(self.precision)

    def _weights_by_upos(self) -> tuple[Tensor, Tensor]:
        """The scorers of features, which multiply a word with its part of speech, for each part of speech."""
        tags = self.model.upos_emb.weight
        tags = torch.cat([tags, tags.new_ones(len(tags), 1)], dim=1)
        scorers = [scorer.W_bilin for scorer in self.model.tag_clf["feats"]]
        weights = torch.cat([torch.einsum("oij,uj->uio", scorer.weight, tags) for scorer in scorers], dim=2)
        biases = torch.cat([scorer.bias for scorer in scorers])
        # The last row of each belongs to the constant 1 beside a word's own numbers.
        return weights[:, :-1].contiguous(), weights[:, -1] + biases

    def _features(self, words: Tensor, upos: Tensor) -> Tensor:
        scores = words.new_empty(len(words), sum(self.feature_sizes))
        for number in set(upos.tolist()):
            chosen = (upos == number).nonzero()[:, 0]
            scores[chosen] = words[chosen] @ self.feature_weights[number] + self.feature_biases[number]
        return torch.stack([part.argmax(dim=1) for part in torch.split(scores, self.feature_sizes, dim=1)], dim=1)

    def _feats(self, values: tuple[int, ...]) -> str:
        if values not in self.feats:
            feats = self.vocab["feats"].id2unit(values)
            self.feats[values] = "" if feats == "_" else feats
        return self.feats[values]


def plain_mark(word: str) -> str:
    """The word; of a row of question or exclamation marks one, as Stanza's tagger and parser have learnt them."""
    return str(EXCLAM_RE.sub("!", QUESTION_RE.sub("?", word)))
