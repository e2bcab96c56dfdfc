"""Stanza's models over many articles at once, each step in batches that reach across articles."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import stanza
import torch
from spacy.language import BaseDefaults
from spacy.tokens import Doc
from spacy.vocab import Vocab, create_vocab

from factcli.schema import Article
from factcli.syntax.casing import plain_case
from factcli.syntax.dependencies import DependencyParser
from factcli.syntax.document import ParsedSentence, TaggedSpan, Word, build_doc
from factcli.syntax.lemmas import Lemmatiser
from factcli.syntax.loading import weights_only
from factcli.syntax.models import ModelError, verified_folder
from factcli.syntax.multiword import WordSplitter
from factcli.syntax.name_tagger import NameTagger
from factcli.syntax.precision import fast_precision
from factcli.syntax.segments import Segment, segments_of
from factcli.syntax.tagger import Tagger
from factcli.syntax.tokenizer import Tokenizer
from factcli.syntax.tokens import Token, bounded, tokens_of

LANGUAGE = "id"
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
# So many words go through the lemmatiser side by side.
LEMMA_BATCH = 1000
# The longest sentence of the treebanks has 180 words; what is longer is a list or a table.
LONGEST_SENTENCE = 200
UNREADABLE = (OSError, RuntimeError, ValueError, KeyError, EOFError, pickle.UnpicklingError, json.JSONDecodeError)


class Parser:
    """Tokenizer, splitter of multiword tokens, tagger, lemmatiser, parser and entity tagger, in that order.

    `precision` is torch.float32 or torch.bfloat16; without it, the faster one on this machine.
    """

    def __init__(
        self, pipeline: stanza.Pipeline, vocab: Vocab | None = None, precision: torch.dtype | None = None
    ) -> None:
        precision = precision or fast_precision()
        self.tokenizer = Tokenizer(pipeline.processors["tokenize"])
        self.word_splitter = WordSplitter(pipeline.processors["mwt"])
        self.tagger = Tagger(pipeline.processors["pos"], precision)
        self.lemmatiser = Lemmatiser(pipeline.processors["lemma"])
        self.dependency_parser = DependencyParser(pipeline.processors["depparse"], precision)
        self.name_tagger = NameTagger(pipeline.processors["ner"], precision)
        self.vocab = vocab or create_vocab(LANGUAGE, BaseDefaults)

    @classmethod
    def load(
        cls, folder: Path | None = None, vocab: Vocab | None = None, precision: torch.dtype | None = None
    ) -> Parser:
        """The parser with the models of `folder` (default: the verified ones that ship with factcli).

        Raises ModelError with one line where a model is missing or cannot be loaded. Nothing is ever fetched.
        """
        folder = folder or verified_folder()
        try:
            with weights_only():
                pipeline = stanza.Pipeline(
                    LANGUAGE,
                    dir=str(folder),
                    download_method=None,
                    processors=",".join(PROCESSORS),
                    use_gpu=False,
                    logging_level="ERROR",
                    lemma_batch_size=LEMMA_BATCH,
                )
            return cls(pipeline, vocab, precision)
        except UNREADABLE as error:
            raise ModelError(f"the models in {folder} cannot be loaded: {str(error).splitlines()[0]}") from error

    def parse(self, articles: Sequence[Article]) -> list[Doc]:
        """A Doc for each article, in order."""
        split = self.split(articles)
        texts = [plain_case(article.text) for article in articles]
        sentences = [(text, tokens) for text, of_one in zip(texts, split, strict=True) for tokens, _ in of_one]
        parsed = iter(self._analyse(sentences))
        return [
            build_doc(article, [next(parsed)._replace(kind=segment.kind) for _, segment in of_one], self.vocab)
            for article, of_one in zip(articles, split, strict=True)
        ]

    def _analyse(self, sentences: Sequence[tuple[str, Sequence[Token]]]) -> list[ParsedSentence]:
        """Sentences, each as the text that it stands in and its tokens, with all that the models say of them."""
        spans = [list(chain.from_iterable(token.words for token in tokens)) for _, tokens in sentences]
        words = [[text[start:end] for start, end in of_one] for (text, _), of_one in zip(sentences, spans, strict=True)]
        tags = self.tagger(words)
        upos = [[tag.upos for tag in of_one] for of_one in tags]
        lemmas = self.lemmatiser([list(zip(*pair, strict=True)) for pair in zip(words, upos, strict=True)])
        arcs = self.dependency_parser(words, upos, lemmas)
        names = self.name_tagger([[text[token.start : token.end] for token in tokens] for text, tokens in sentences])
        return [
            ParsedSentence(
                [
                    Word(start, end, tag.upos, tag.feats, lemma, arc.head, arc.deprel)
                    for (start, end), tag, lemma, arc in zip(spans[n], tags[n], lemmas[n], arcs[n], strict=True)
                ],
                [TaggedSpan(tokens[name.first].start, tokens[name.last].end, name.label) for name in names[n]],
                multiword=[(token.start, token.end) for token in tokens if len(token.words) > 1],
            )
            for n, (_, tokens) in enumerate(sentences)
        ]

    def split(self, articles: Sequence[Article]) -> list[list[tuple[list[Token], Segment]]]:
        """For each article its sentences as tokens, each with the segment it stands in."""
        segments = [(number, segment) for number, article in enumerate(articles) for segment in segments_of(article)]
        sentences = self.tokenizer([segment.text for _, segment in segments])
        pieces = self.word_splitter(
            token.of(segment.text)
            for (_, segment), of_one in zip(segments, sentences, strict=True)
            for token in chain.from_iterable(of_one)
            if token.is_multiword
        )
        split: list[list[tuple[list[Token], Segment]]] = [[] for _ in articles]
        for (number, segment), of_one in zip(segments, sentences, strict=True):
            for sentence in of_one:
                tokens = list(tokens_of(sentence, segment, pieces))
                split[number] += [(list(piece), segment) for piece in bounded(tokens, LONGEST_SENTENCE)]
        return split
