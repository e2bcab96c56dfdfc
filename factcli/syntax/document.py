"""Parsed sentences -> spaCy Doc, whose text is the article's to the character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from factcli.schema import Article, BlockKind, Label

SURROGATE = re.compile("[\ud800-\udfff]")


class Word(NamedTuple):
    """A syntactic word: its place in the article and its analysis; `head` counts words from 1, 0 is the root."""

    start: int
    end: int
    upos: str
    feats: str
    lemma: str
    head: int
    deprel: str


class TaggedSpan(NamedTuple):
    """A stretch that the entity tagger marked, in the article's offsets."""

    start: int
    end: int
    label: Label


class ParsedSentence(NamedTuple):
    """One sentence's words and tagged spans, the kind of block it stands in, and its tokens of several words."""

    words: Sequence[Word]
    entities: Sequence[TaggedSpan]
    kind: BlockKind = "body"
    multiword: Sequence[tuple[int, int]] = ()


class _Row(NamedTuple):
    """One spaCy token before it is one."""

    text: str
    space: bool
    word: Word | None
    sentence: int


def extend_doc() -> None:
    """Register what the rooms keep on a Doc: `doc._.article`, the kind of block of each sentence, and more.

    `doc._.multiword` are start and end of the tokens that consist of several words (`kunjungannya`).
    """
    for name, default in (("article", None), ("published", None), ("blocks", ()), ("multiword", ())):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    if not Span.has_extension("kind"):
        Span.set_extension("kind", default="body")


def build_doc(article: Article, sentences: Sequence[ParsedSentence], vocab: Vocab) -> Doc:
    """The Doc of an article; `doc.text == article.text`, and `token.idx` is the token's place in it.

    A lone surrogate, which no Doc can hold, becomes U+FFFD.
    What stands between words, a single blank after a word aside, becomes a token of its own with the tag SPACE.
    """
    extend_doc()
    rows = _rows(article.text, sentences)
    places = {(row.word.start, row.word.end): index for index, row in enumerate(rows) if row.word}
    first_word: dict[int, int] = {}
    for index, row in enumerate(rows):
        if row.word:
            first_word.setdefault(row.sentence, index)
    heads = []
    for index, row in enumerate(rows):
        if row.word is None:
            heads.append(_neighbour(rows, index))
        elif row.word.head == 0:
            heads.append(index)
        else:
            head = sentences[row.sentence].words[row.word.head - 1]
            heads.append(places[head.start, head.end])
    # Else Doc adds them for the length of a memory zone, and what the vocabulary knows by them fails after its end.
    for feats in {row.word.feats for row in rows if row.word}:
        vocab.morphology.add(feats)
    doc = Doc(
        vocab,
        words=[row.text for row in rows],
        spaces=[row.space for row in rows],
        pos=[row.word.upos if row.word else "SPACE" for row in rows],
        morphs=[row.word.feats if row.word else "" for row in rows],
        lemmas=[row.word.lemma if row.word else row.text for row in rows],
        heads=heads,
        deps=[row.word.deprel if row.word else "dep" for row in rows],
    )
    _mark_entities(doc, sentences)
    for number, sentence in enumerate(sentences):
        if sentence.words:
            doc[first_word[number]].sent._.kind = sentence.kind
    doc._.article = article
    doc._.published = article.published.value
    doc._.blocks = article.blocks
    doc._.multiword = tuple(span for sentence in sentences for span in sentence.multiword)
    return doc


def _rows(text: str, sentences: Sequence[ParsedSentence]) -> list[_Row]:
    rows: list[_Row] = []
    place = 0
    for number, sentence in enumerate(sentences):
        for word in sentence.words:
            _fill_gap(rows, text[place : word.start], max(number - 1, 0) if word is sentence.words[0] else number)
            rows.append(_Row(_storable(text[word.start : word.end]), False, word, number))
            place = word.end
    _fill_gap(rows, text[place:], max(len(sentences) - 1, 0))
    return rows


def _fill_gap(rows: list[_Row], gap: str, sentence: int) -> None:
    if gap.startswith(" ") and rows:
        rows[-1] = rows[-1]._replace(space=True)
        gap = gap[1:]
    if gap:
        rows.append(_Row(_storable(gap), False, None, sentence))


def _storable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which spaCy cannot store; as long as before."""
    return text if text.isascii() else SURROGATE.sub("\ufffd", text)


def _neighbour(rows: Sequence[_Row], index: int) -> int:
    """The word to which a token between words belongs: the one before it, else the one after, else itself."""
    around = chain(range(index - 1, -1, -1), range(index + 1, len(rows)))
    return next((other for other in around if rows[other].word), index)


def _mark_entities(doc: Doc, sentences: Sequence[ParsedSentence]) -> None:
    spans = [
        doc.char_span(entity.start, entity.end, label=entity.label, alignment_mode="expand")
        for sentence in sentences
        for entity in sentence.entities
    ]
    doc.set_ents([span for span in spans if span is not None])
