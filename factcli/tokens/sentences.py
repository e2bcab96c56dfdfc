"""Articles -> sentences of tokens, in batches that reach across articles."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import stanza

from factcli.schema import Article, BlockKind
from factcli.tokens.full_stops import parted, whole
from factcli.tokens.loading import weights_only
from factcli.tokens.models import ModelError, verified_folder
from factcli.tokens.multiword import WordSplitter
from factcli.tokens.segments import segments_of
from factcli.tokens.tokenizer import Tokenizer
from factcli.tokens.tokens import Token, bounded, tokens_of

LANGUAGE = "id"
# So many words go through the lemmatiser side by side.
LEMMA_BATCH = 1000
# The longest sentence of the treebanks has 180 words; what is longer is a list or a table.
LONGEST_SENTENCE = 200
UNREADABLE = (OSError, RuntimeError, ValueError, KeyError, EOFError, pickle.UnpicklingError)


class TokenSentence(NamedTuple):
    """A sentence's tokens and the kind of block that it stands in."""

    tokens: Sequence[Token]
    kind: BlockKind


def stanza_processors(folder: Path | None, names: Sequence[str]) -> dict[str, Any]:
    """Stanza's trained processors of these names in `folder` (default: the verified one that ships with factcli).

    Raises ModelError with one line where a model is missing or cannot be loaded. Nothing is ever fetched.
    """
    folder = folder or verified_folder()
    try:
        with weights_only():
            pipeline = stanza.Pipeline(
                LANGUAGE,
                dir=str(folder),
                download_method=None,
                processors=",".join(names),
                use_gpu=False,
                logging_level="ERROR",
                lemma_batch_size=LEMMA_BATCH,
                lemma_pretagged=True,
            )
        return dict(pipeline.processors)
    except UNREADABLE as error:
        raise ModelError(f"the models in {folder} cannot be loaded: {str(error).splitlines()[0]}") from error


class SentenceSplitter:
    """Stanza's tokenizer and its splitter of multiword tokens."""

    def __init__(self, processors: dict[str, Any]) -> None:
        self.tokenizer = Tokenizer(processors["tokenize"])
        self.word_splitter = WordSplitter(processors["mwt"])

    def __call__(self, articles: Sequence[Article]) -> list[list[TokenSentence]]:
        """The sentences of each article; no sentence crosses a block or has more than LONGEST_SENTENCE tokens."""
        segments = [(number, segment) for number, article in enumerate(articles) for segment in segments_of(article)]
        sentences = self.tokenizer([segment.text for _, segment in segments])
        pieces = self.word_splitter(
            token.of(segment.text)
            for (_, segment), of_one in zip(segments, sentences, strict=True)
            for token in chain.from_iterable(of_one)
            if token.is_multiword
        )
        split: list[list[TokenSentence]] = [[] for _ in articles]
        for (number, segment), of_one in zip(segments, sentences, strict=True):
            for sentence in chain.from_iterable(parted(one, segment.text) for one in whole(of_one, segment.text)):
                tokens = list(tokens_of(sentence, segment, pieces))
                split[number] += [TokenSentence(piece, segment.kind) for piece in bounded(tokens, LONGEST_SENTENCE)]
        return split
