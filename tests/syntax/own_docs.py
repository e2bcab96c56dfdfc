"""Docs and analyses made by hand."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.vocab import Vocab

from factcli.schema import Article, Block
from factcli.syntax.analyses import Analysis
from factcli.tokens.document import build_doc
from factcli.tokens.sentences import TokenSentence
from factcli.tokens.tokens import Token


def doc_of(text: str, sentences: Sequence[Sequence[str]], vocab: Vocab | None = None) -> Doc:
    """The Doc of a text whose sentences have these words, in order; what is not among them stands between words."""
    place = 0
    split = []
    for words in sentences:
        tokens = []
        for word in words:
            start = text.index(word, place)
            place = start + len(word)
            tokens.append(Token(start, place, ((start, place),)))
        split.append(TokenSentence(tokens, "body"))
    blocks = (Block(start=0, end=len(text), kind="body"),)
    return build_doc(Article(text=text, blocks=blocks), split, vocab if vocab is not None else Vocab())


def word(upos: str, head: int, deprel: str, lemma: str = "x", feats: str = "") -> Analysis:
    """An analysis; `head` counts from 1 in its sentence, 0 for the root."""
    return Analysis(upos, feats, lemma, head, deprel)
