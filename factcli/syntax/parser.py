"""Stanza's models over many articles at once, each step in batches that reach across articles."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import stanza
from spacy.language import BaseDefaults
from spacy.tokens import Doc
from spacy.vocab import Vocab, create_vocab
from stanza.models.common.doc import Document

from factcli.schema import Article
from factcli.syntax.casing import plain_case
from factcli.syntax.document import ParsedSentence, TaggedSpan, Word, build_doc
from factcli.syntax.lemmas import LemmaMemory
from factcli.syntax.loading import weights_only
from factcli.syntax.models import ModelError, verified_folder
from factcli.syntax.segments import Segment, segments_of
from factcli.syntax.spellings import remember_spellings
from factcli.syntax.tokens import Token, as_stanza, bounded, tokens_of
from factcli.syntax.trees import direct_trees

LANGUAGE = "id"
SPLITTERS = ("tokenize", "mwt")
# The longest sentence of the treebanks has 180 words; what is longer is a list or a table.
LONGEST_SENTENCE = 200
ANALYSERS = ("pos", "lemma", "depparse", "ner")
SPELLERS = ("pos", "depparse", "ner")
UNREADABLE = (OSError, RuntimeError, ValueError, KeyError, EOFError, pickle.UnpicklingError, json.JSONDecodeError)


class Parser:
    """Tokenizer, splitter of multiword tokens, tagger, lemmatiser, parser and entity tagger, in that order."""

    def __init__(self, pipeline: stanza.Pipeline, vocab: Vocab | None = None) -> None:
        self.pipeline = pipeline
        self.vocab = vocab or create_vocab(LANGUAGE, BaseDefaults)
        self.lemmas = LemmaMemory(pipeline.processors["lemma"])

    @classmethod
    def load(cls, folder: Path | None = None, vocab: Vocab | None = None) -> Parser:
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
                    processors=",".join((*SPLITTERS, *ANALYSERS)),
                    use_gpu=False,
                    logging_level="ERROR",
                    lemma_store_results=True,
                )
        except UNREADABLE as error:
            raise ModelError(f"the models in {folder} cannot be loaded: {str(error).splitlines()[0]}") from error
        for name in SPELLERS:
            remember_spellings(pipeline.processors[name].trainer.model)
        return cls(pipeline, vocab)

    def parse(self, articles: Sequence[Article]) -> list[Doc]:
        """A Doc for each article, in order."""
        split = self._split(articles)
        documents = []
        for article, sentences in zip(articles, split, strict=True):
            text = plain_case(article.text)
            documents.append(Document([as_stanza(tokens, text) for tokens, _ in sentences], text=text))
        filled = [document for document in documents if document.sentences]
        if filled:
            with direct_trees():
                for name in ANALYSERS:
                    self.pipeline.processors[name].bulk_process(filled)
            self.lemmas.bound()
        return [
            build_doc(article, _parsed(document, [segment for _, segment in sentences]), self.vocab)
            for article, document, sentences in zip(articles, documents, split, strict=True)
        ]

    def _split(self, articles: Sequence[Article]) -> list[list[tuple[list[Token], Segment]]]:
        """For each article its sentences as tokens, each with the segment it stands in."""
        segments = [(number, segment) for number, article in enumerate(articles) for segment in segments_of(article)]
        documents: list[Any] = [Document([], text=segment.text) for _, segment in segments]
        if documents:
            for name in SPLITTERS:
                documents = self.pipeline.processors[name].bulk_process(documents)
        split: list[list[tuple[list[Token], Segment]]] = [[] for _ in articles]
        for document, (number, segment) in zip(documents, segments, strict=True):
            for sentence in document.sentences:
                pieces = bounded(tokens_of(sentence, segment), LONGEST_SENTENCE)
                split[number] += [(list(piece), segment) for piece in pieces]
        return split


def _parsed(document: Any, segments: Sequence[Segment]) -> list[ParsedSentence]:
    parsed = []
    for sentence, segment in zip(document.sentences, segments, strict=True):
        words = [
            Word(
                word.start_char,
                word.end_char,
                word.upos or "X",
                word.feats or "",
                word.lemma or word.text,
                word.head,
                word.deprel,
            )
            for word in sentence.words
        ]
        entities = [TaggedSpan(entity.start_char, entity.end_char, entity.type) for entity in sentence.ents]
        multiword = [(token.start_char, token.end_char) for token in sentence.tokens if len(token.words) > 1]
        parsed.append(ParsedSentence(words, entities, segment.kind, multiword))
    return parsed
