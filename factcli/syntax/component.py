"""Tags, features, lemmas and trees as a spaCy component: `factcli_syntax`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import torch
from spacy.language import Language
from spacy.tokens import Doc

from factcli.syntax.analyses import Analysis, write_analyses
from factcli.syntax.lemmas import Lemmatiser
from factcli.syntax.reading import SyntaxReader
from factcli.tokens.chunks import BATCH, in_chunks
from factcli.tokens.document import words_of
from factcli.tokens.models import verified_folder
from factcli.tokens.needs import needs_sentences, needs_vectors
from factcli.tokens.sentences import stanza_processors


class Syntax:
    """Docs with vectors of words -> the same Docs with tags, features, lemmas and dependency trees (UD 2).

    The weights are those of `folder` (default: the verified ones that ship with factcli), loaded when first needed.
    Raises MissingStepError for a Doc that lacks what an earlier step gives, ModelError where the weights are missing or
    damaged.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._reader: SyntaxReader | None = None
        self._lemmatiser: Lemmatiser | None = None

    def load(self, hidden: int) -> tuple[SyntaxReader, Lemmatiser]:
        """The heads for vectors of that size, and Stanza's lemmatiser; raises ModelError."""
        if self._reader is None or self._lemmatiser is None:
            folder = self.folder or verified_folder()
            self._reader = SyntaxReader.load(folder, hidden)
            self._lemmatiser = Lemmatiser(stanza_processors(folder, ("tokenize", "lemma"))["lemma"])
        return self._reader, self._lemmatiser

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its analyses."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """The Docs with their analyses; sentences of `batch_size` Docs are read together, by length."""
        for batch in in_chunks(docs, batch_size):
            self.analyse(batch)
            yield from batch

    def analyse(self, docs: Sequence[Doc]) -> None:
        """Write the analyses of each Doc into it."""
        for doc in docs:
            needs_sentences(doc, "factcli_syntax")
            needs_vectors(doc, "factcli_syntax")
        words = [[of_one for sentence in doc.sents if (of_one := words_of(sentence))] for doc in docs]
        vectors = [
            torch.from_numpy(doc.tensor[[token.i for token in sentence]])
            for doc, sentences in zip(docs, words, strict=True)
            for sentence in sentences
        ]
        if not vectors:
            return
        read, lemmatise = self.load(vectors[0].shape[1])
        tagged = read(vectors)
        texts = [[token.text for token in sentence] for sentences in words for sentence in sentences]
        lemmas = lemmatise([list(zip(text, tags.upos, strict=True)) for text, tags in zip(texts, tagged, strict=True)])
        analyses = iter(
            [Analysis(*row) for row in zip(tags.upos, tags.feats, lemma, tags.heads, tags.deprels, strict=True)]
            for tags, lemma in zip(tagged, lemmas, strict=True)
        )
        for doc, sentences in zip(docs, words, strict=True):
            write_analyses(doc, [next(analyses) for _ in sentences])


@Language.factory(
    "factcli_syntax",
    requires=["doc.tensor", "doc.sents"],
    assigns=["token.pos", "token.morph", "token.lemma", "token.dep", "token.head"],
)
def create_syntax(nlp: Language, name: str) -> Syntax:  # noqa: ARG001
    """The component with the weights that ship with factcli."""
    return Syntax()
