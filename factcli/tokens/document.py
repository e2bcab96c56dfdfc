"""Sentences of tokens -> spaCy Doc, whose text is the article's to the character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from factcli.schema import Article
from factcli.tokens.kept import keep
from factcli.tokens.sentences import TokenSentence

SURROGATE = re.compile("[\ud800-\udfff]")
# The part of speech of what is no word.
GAP = "SPACE"


class _Row(NamedTuple):
    """One spaCy token before it is one: a word, or what stands between words."""

    text: str
    space: bool
    is_word: bool
    starts_sentence: bool


def extend_doc() -> None:
    """Register what this room keeps on a Doc: `doc._.article`, the kind of block of each sentence, and more.

    `doc._.multiword` are start and end of the tokens that consist of several words (`kunjungannya`).
    """
    keep("article", "published", "blocks", "multiword")
    if not Span.has_extension("kind"):
        Span.set_extension("kind", default="body")


def build_doc(article: Article, sentences: Sequence[TokenSentence], vocab: Vocab) -> Doc:
    """The Doc of an article; `doc.text == article.text`, and `token.idx` is the token's place in it.

    A lone surrogate, which no Doc can hold, becomes U+FFFD.
    What stands between words, a single blank after a word aside, becomes a token of its own with the tag SPACE.
    """
    extend_doc()
    rows = _rows(article.text, sentences)
    doc = Doc(
        vocab,
        words=[row.text for row in rows],
        spaces=[row.space for row in rows],
        pos=["" if row.is_word else GAP for row in rows],
        sent_starts=[row.starts_sentence or number == 0 for number, row in enumerate(rows)],
    )
    with_words = (sentence for sentence in sentences if sentence.tokens)
    if rows:
        for span, sentence in zip(doc.sents, with_words, strict=False):
            span._.kind = sentence.kind
    doc._.article = msgspec.structs.replace(article, text=_storable(article.text))
    doc._.published = article.published.value
    doc._.blocks = article.blocks
    doc._.multiword = tuple(
        (token.start, token.end) for sentence in sentences for token in sentence.tokens if len(token.words) > 1
    )
    return doc


def is_word(token: Token) -> bool:
    """False for what only stands between words."""
    return token.pos_ != GAP


def words_of(tokens: Doc | Span) -> list[Token]:
    """The words of an article or a sentence, without what stands between them."""
    return [token for token in tokens if is_word(token)]


def _rows(text: str, sentences: Sequence[TokenSentence]) -> list[_Row]:
    rows: list[_Row] = []
    place = 0
    for sentence in sentences:
        starts = True
        for token in sentence.tokens:
            for start, end in token.words:
                _fill_gap(rows, text[place:start])
                rows.append(_Row(_storable(text[start:end]), False, True, starts))
                place, starts = end, False
    _fill_gap(rows, text[place:])
    # What stands before the first word belongs to its sentence.
    first = next((number for number, row in enumerate(rows) if row.is_word), 0)
    if first:
        rows[first] = rows[first]._replace(starts_sentence=False)
    return rows


def _fill_gap(rows: list[_Row], gap: str) -> None:
    if gap.startswith(" ") and rows:
        rows[-1] = rows[-1]._replace(space=True)
        gap = gap[1:]
    if gap:
        rows.append(_Row(_storable(gap), False, False, False))


def _storable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which spaCy cannot store; as long as before."""
    return text if text.isascii() else SURROGATE.sub("\ufffd", text)
