"""Tagged words -> lemmas, with Stanza's trained lemmatiser; each word with its tag is worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from stanza.models.common.doc import Document

# Ten megabytes, or the words of some thousands of articles; when they are full they start anew.
REMEMBERED = 100_000
Tagged: TypeAlias = tuple[str, str]


class Lemmatiser:
    """Stanza's lemmatiser (Qi and others 2020): a dictionary, then a network that goes letter by letter."""

    def __init__(self, processor: Any, remembered: int = REMEMBERED) -> None:
        self.processor = processor
        self.remembered = remembered
        self.lemmas: dict[Tagged, str] = {}

    def __call__(self, sentences: Sequence[Sequence[Tagged]]) -> list[list[str]]:
        """The lemma of each word; a word is its text and its part of speech."""
        distinct = dict.fromkeys(word for sentence in sentences for word in sentence)
        new = [word for word in distinct if word not in self.lemmas]
        if len(self.lemmas) + len(new) > self.remembered:
            self.lemmas.clear()
            new = list(distinct)
        if new:
            self._learn(new)
        return [[self.lemmas[word] for word in sentence] for sentence in sentences]

    def _learn(self, words: list[Tagged]) -> None:
        words.sort(key=lambda word: len(word[0]))
        rows = [{"id": (number,), "text": text, "upos": upos} for number, (text, upos) in enumerate(words, start=1)]
        [sentence] = self.processor.process(Document([rows])).sentences
        found = (word.lemma for word in sentence.words)
        self.lemmas.update({word: lemma or word[0] for word, lemma in zip(words, found, strict=True)})
