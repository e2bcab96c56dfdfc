"""Tagged words -> the dependency tree of each sentence, with Stanza's trained graph parser.

Dozat and Manning 2017, Deep Biaffine Attention for Neural Dependency Parsing; with linear order and distance as in
Qi and others 2018. Relations are scored for the chosen heads alone, not for each pair of words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import torch
from stanza.models.common.vocab import ROOT_ID, VOCAB_PREFIX_SIZE
from torch import Tensor
from torch.nn.functional import logsigmoid, pad, relu, softplus
from torch.nn.utils.rnn import pad_sequence

from factcli.syntax.packing import Batch, batches
from factcli.syntax.recurrent import HighwayLayers, Linear
from factcli.syntax.spelling import Speller
from factcli.syntax.tagger import plain_mark
from factcli.syntax.trees import best_tree
from factcli.syntax.vectors import WordVectors

# No word contains a line break, so it can stand for the root that the parser sees before the first word.
ROOT = "\n"
WORDS_TOGETHER = 512
# A table of all pairs of words has the size of the longest sentence for all of them.
SENTENCES_TOGETHER = 16


class Arc(NamedTuple):
    """A word's head, counted from 1 (0: the word is the root), and its relation to it."""

    head: int
    deprel: str


class DependencyParser:
    """Stanza's graph parser; `processor` is the loaded one, whose large layers take the `precision`."""

    def __init__(self, processor: Any, precision: torch.dtype) -> None:
        self.model = model = processor.trainer.model.eval()
        self.vocab, self.known = processor.vocab, processor.pretrain.vocab
        self.precision = precision
        self.spell = Speller(model.charmodel, precision)
        self.layers = HighwayLayers(model.parserlstm, model.parserlstm_h_init, model.parserlstm_c_init, precision)
        scorers = [model.unlabeled, model.linearization, model.distance, model.deprel]
        sides = [side for scorer in scorers for side in (scorer.W1, scorer.W2)]
        self.sides = Linear(
            torch.cat([side.weight for side in sides]), torch.cat([side.bias for side in sides]), precision
        )
        self.pairs = [(scorer.scorer.W_bilin.weight[:, :, 0], scorer.scorer.W_bilin.bias) for scorer in scorers[:3]]
        relations = model.deprel.scorer.W_bilin
        self.relations = Linear(relations.weight.flatten(1).T.contiguous(), None, precision)
        self.relation_biases = relations.bias
        self.words = WordVectors(self._read)

    @torch.inference_mode()
    def __call__(
        self, sentences: Sequence[Sequence[str]], upos: Sequence[Sequence[str]], lemmas: Sequence[Sequence[str]]
    ) -> list[list[Arc]]:
        """The arc of each word of each sentence, from the words, their parts of speech and their lemmas."""
        parsed: list[list[Arc]] = [[] for _ in sentences]
        columns = [[[ROOT, *row] for row in rows] for rows in (sentences, upos, lemmas)]
        for batch in batches([len(sentence) + 1 if sentence else 0 for sentence in sentences]):
            arcs = self._arcs(batch, *(batch.words(column) for column in columns))
            for number, with_root in batch.split(arcs):
                parsed[number] = list(with_root[1:])
        return parsed

    def _arcs(self, batch: Batch, words: Sequence[str], upos: Sequence[str], lemmas: Sequence[str]) -> list[Arc]:
        rows = self._rows(words, upos, lemmas)
        read = self.layers(batch.packed(rows), batch.sizes)
        *of_arcs, dependents, of_heads = batch.unpacked(relu(self.sides(read)).float()).chunk(8, dim=1)
        heads: list[int] = []
        chosen: list[int] = []
        for tree in self._trees(torch.cat(of_arcs, dim=1), batch.lengths):
            chosen += [len(heads) + head for head in tree]
            heads += tree
        relations = self._relations(dependents, of_heads[chosen])
        return [Arc(head, relation) for head, relation in zip(heads, relations, strict=True)]

    def _rows(self, words: Sequence[str], upos: Sequence[str], lemmas: Sequence[str]) -> Tensor:
        known_and_own, letters = self.words.of(words).tensor_split([self._split()], dim=1)
        lemma, tag = (
            embedding(torch.tensor([ROOT_ID if item is ROOT else vocab.unit2id(item) for item in items])).to(
                self.precision
            )
            for embedding, vocab, items in (
                (self.model.lemma_emb, self.vocab["lemma"], lemmas),
                (self.model.upos_emb, self.vocab["upos"], upos),
            )
        )
        # The tag stands there twice: the model was trained so, by Stanza 1.15.
        return torch.cat([known_and_own, lemma, tag, tag, letters], dim=1)

    def _split(self) -> int:
        return int(self.model.trans_pretrained.out_features + self.model.word_emb.embedding_dim)

    def _read(self, words: Sequence[str]) -> Tensor:
        model = self.model
        numbers = [
            (ROOT_ID, ROOT_ID, [ROOT_ID])
            if word == ROOT
            else (self.known.unit2id(word.lower()), self.vocab["word"].unit2id(word), self.vocab["char"].map(word))
            for word in map(plain_mark, words)
        ]
        known, own, letters = zip(*numbers, strict=True)
        vectors = [
            model.trans_pretrained(model.pretrained_emb(torch.tensor(known))),
            model.word_emb(torch.tensor(own)),
            model.trans_char(self.spell(letters)),
        ]
        return torch.cat(vectors, dim=1).to(self.precision)

    def _trees(self, sides: Tensor, lengths: Sequence[int]) -> Iterator[list[int]]:
        """The heads of each sentence's words; its rows are as many as its length, one sentence after another."""
        sentences = torch.split(sides, list(lengths))
        for start in range(0, len(sentences), SENTENCES_TOGETHER):
            some = sentences[start : start + SENTENCES_TOGETHER]
            scores = self._head_scores(pad_sequence(list(some), batch_first=True).chunk(6, dim=2)).numpy()
            for row, sentence in enumerate(some):
                yield best_tree(scores[row, : len(sentence), : len(sentence)]).tolist()

    def _head_scores(self, sides: Sequence[Tensor]) -> Tensor:
        """Scores, sentences × dependents × heads, up to a constant for each dependent."""
        arc: Tensor
        arc, order, distance = (
            _with_one(one) @ weight @ _with_one(other).mT + bias
            for one, other, (weight, bias) in zip(sides[::2], sides[1::2], self.pairs, strict=True)
        )
        places = torch.arange(arc.shape[1])
        offset = (places[None, :] - places[:, None]).float()
        arc += logsigmoid(order * offset.sign())
        arc -= torch.log((offset.abs() - (1 + softplus(distance))) ** 2 / 2 + 1)
        arc.diagonal(dim1=1, dim2=2).fill_(-torch.inf)
        return arc

    def _relations(self, dependents: Tensor, heads: Tensor) -> list[str]:
        numbers: list[int] = []
        for some, their_heads in zip(
            torch.split(dependents, WORDS_TOGETHER), torch.split(heads, WORDS_TOGETHER), strict=True
        ):
            by_head = self.relations(_with_one(some)).float().view(len(some), some.shape[1] + 1, -1)
            scores = (_with_one(their_heads)[:, None] @ by_head)[:, 0] + self.relation_biases
            numbers += scores.argmax(dim=1).tolist()
        return list(self.vocab["deprel"].unmap([number + VOCAB_PREFIX_SIZE for number in numbers]))


def _with_one(rows: Tensor) -> Tensor:
    return pad(rows, (0, 1), value=1.0)
