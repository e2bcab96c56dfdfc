"""The encoder as a spaCy component: `factcli_encoder`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import torch
from spacy.language import Language
from spacy.tokens import Doc, Token

from factcli.encoder.layers import Encoder
from factcli.encoder.pieces import Pieces
from factcli.encoder.precision import in_bfloat16, multiplies_bfloat16
from factcli.encoder.reader import read_words
from factcli.encoder.weights import load_encoder
from factcli.tokens.chunks import BATCH, in_chunks
from factcli.tokens.document import words_of
from factcli.tokens.models import verified_folder

FOLDER = "encoder"


class EncoderComponent:
    """Docs of words -> `doc.tensor`: (tokens, hidden), float32; a row of zeros for what is no word.

    The weights are those in the folder `path` (default: those that ship with factcli), loaded when first needed.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._loaded: tuple[Encoder, Pieces] | None = None

    @property
    def loaded(self) -> tuple[Encoder, Pieces]:
        """The encoder and its vocabulary; raises ModelError where they are missing or do not fit."""
        if self._loaded is None:
            encoder, pieces = load_encoder(self.path or verified_folder() / FOLDER)
            self._loaded = (in_bfloat16(encoder) if multiplies_bfloat16() else encoder).eval(), pieces
        return self._loaded

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its tensor."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """The Docs with their tensors; windows of `batch_size` Docs are read together, by length."""
        for batch in in_chunks(docs, batch_size):
            self.set_tensors(batch)
            yield from batch

    @torch.inference_mode()
    def set_tensors(self, docs: Sequence[Doc]) -> None:
        """Fill `doc.tensor` of each Doc; raises ModelError as `loaded` does."""
        encoder, pieces = self.loaded
        words = [words_of(doc) for doc in docs]
        cut = [[pieces.of(token.text, is_glued(token)) for token in of_one] for of_one in words]
        for doc, of_one, vectors in zip(docs, words, read_words(encoder, cut), strict=True):
            tensor = torch.zeros(len(doc), encoder.config.hidden)
            tensor[[token.i for token in of_one]] = vectors
            doc.tensor = tensor.numpy()


def is_glued(token: Token) -> bool:
    """Whether a word continues the word before it: `nya` of `rumahnya`."""
    if token.i == 0:
        return False
    before = token.nbor(-1)
    return not before.whitespace_ and before.text[-1:].isalnum() and token.text[:1].isalnum()


@Language.factory("factcli_encoder", requires=["doc.sents"], assigns=["doc.tensor"])
def create_encoder(nlp: Language, name: str) -> EncoderComponent:  # noqa: ARG001
    """The component with the encoder that ships with factcli."""
    return EncoderComponent()
