"""The marks of names as a spaCy component: `factcli_names`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import torch
from spacy.language import Language
from spacy.tokens import Doc, Span
from torch import Tensor

from factcli.encoder.viterbi import best_spans
from factcli.encoder.weights import load_weights
from factcli.names.network import NameHead
from factcli.schema import LABELS
from factcli.tokens.chunks import BATCH, in_chunks
from factcli.tokens.document import words_of
from factcli.tokens.kept import keep_score
from factcli.tokens.models import verified_folder
from factcli.tokens.needs import needs_sentences, needs_vectors

WEIGHTS = "names.safetensors"


class Names:
    """Docs with vectors of words -> `doc.ents`, each with `ent._.score`, the mean probability of its labels.

    The weights are those of `folder` (default: the verified ones that ship with factcli), loaded when first needed.
    Raises MissingStepError for a Doc that lacks what an earlier step gives, ModelError where the weights are missing or
    damaged.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._head: NameHead | None = None

    def load(self, hidden: int) -> NameHead:
        """The head for vectors of that size; raises ModelError."""
        if self._head is None:
            head = NameHead(hidden)
            load_weights(head, (self.folder or verified_folder()) / WEIGHTS)
            self._head = head.eval()
        return self._head

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its names marked."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """The Docs with their names marked; the words of `batch_size` Docs are labelled together."""
        for batch in in_chunks(docs, batch_size):
            self.mark(batch)
            yield from batch

    @torch.inference_mode()
    def mark(self, docs: Sequence[Doc]) -> None:
        """Set `doc.ents` of each Doc."""
        for doc in docs:
            needs_sentences(doc, "factcli_names")
            needs_vectors(doc, "factcli_names")
        words = [words_of(doc) for doc in docs]
        if not any(words):
            return
        rows = [[token.i for token in of_one] for of_one in words]
        vectors = torch.cat([torch.from_numpy(doc.tensor[own]) for doc, own in zip(docs, rows, strict=True)])
        probabilities = self.load(vectors.shape[1])(vectors).softmax(dim=-1)
        for doc, own in zip(docs, torch.split(probabilities, [*map(len, words)]), strict=True):
            doc.set_ents(list(_names(doc, own)))


def _names(doc: Doc, probabilities: Tensor) -> Iterator[Span]:
    """The names in each sentence, by the probabilities of the labels of the Doc's words."""
    sentences = [words_of(sentence) for sentence in doc.sents]
    for words, own in zip(sentences, torch.split(probabilities, [*map(len, sentences)]), strict=True):
        for found in best_spans(own.numpy()):
            span = Span(doc, words[found.first].i, words[found.last].i + 1, label=LABELS[found.kind])
            span._.score = found.score
            yield span


@Language.factory("factcli_names", requires=["doc.tensor", "doc.sents"], assigns=["doc.ents", "span._.score"])
def create_names(nlp: Language, name: str) -> Names:  # noqa: ARG001
    """The component with the weights that ship with factcli."""
    keep_score()
    return Names()
