"""What the heads for syntax say of the words of a Doc, and writing it there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np
from spacy.symbols import IDS
from spacy.tokens import Doc

from factcli.tokens.document import GAP, is_word, words_of

if TYPE_CHECKING:
    from thinc.types import Ints2d


class Analysis(NamedTuple):
    """A word's analysis; `head` counts the words of its sentence from 1, 0 for the root."""

    upos: str
    feats: str
    lemma: str
    head: int
    deprel: str


def write_analyses(doc: Doc, sentences: Sequence[Sequence[Analysis]]) -> None:
    """Write the analyses of the words of each sentence that has any, in order, into the Doc.

    What is no word hangs on the word before it, at the beginning on the word after it, with the relation `dep`.
    """
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    rows = np.zeros((len(doc), 5), dtype=np.uint64)
    heads = np.arange(len(doc))
    analysed = iter(sentences)
    for span in doc.sents:
        words = words_of(span)
        places = [token.i for token in words]
        for token, analysis in zip(words, next(analysed) if words else (), strict=True):
            heads[token.i] = places[analysis.head - 1] if analysis.head else token.i
            rows[token.i] = (
                0,
                strings.add(analysis.deprel),
                IDS[analysis.upos],
                # Else the features are added for the length of a memory zone only, and unknown after its end.
                morphology.add(analysis.feats),
                strings.add(analysis.lemma),
            )
        for token in span:
            if not is_word(token):
                before = [place for place in places if place < token.i]
                heads[token.i] = before[-1] if before else places[0] if places else span.start
                rows[token.i] = (0, strings.add("dep"), IDS[GAP], 0, strings.add(token.text))
    rows[:, 0] = (heads - np.arange(len(doc))).astype(np.int64).view(np.uint64)
    doc.from_array(["HEAD", "DEP", "POS", "MORPH", "LEMMA"], cast("Ints2d", rows))
