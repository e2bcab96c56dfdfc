"""Tagged words -> lemmas, with Stanza's trained lemmatiser; each word with its tag is worked out once.

Stanza's lemmatiser looks a word up, else judges from its letters whether it is its own lemma, perhaps in small letters,
and else spells the lemma letter by letter. Only words whose lemma has to be spelt are given to that last, slow step. A
word that is no name is looked up in small letters too, as it stands in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, compress
from typing import Any, TypeAlias

import torch
from stanza.models.common.doc import Document
from stanza.models.common.seq2seq_constant import EOS, PAD_ID, SOS
from stanza.models.lemma.edit import EDIT_TO_ID, edit_word
from torch.nn.utils.rnn import pad_sequence

from factcli.tokens.bounded_cache import MOST, BoundedCache

READ_TOGETHER = 500
# Stanza spells no lemma of more letters: a longer word, which is an address or a code, is its own.
LONGEST = 50
SPELT = EDIT_TO_ID["none"]
NAME = "PROPN"
Tagged: TypeAlias = tuple[str, str]


class Lemmatiser:
    """Stanza's lemmatiser (Qi and others 2020); `processor` is the loaded one."""

    def __init__(self, processor: Any, remembered: int = MOST) -> None:
        self.processor = processor
        self.trainer, self.model = processor.trainer, processor.trainer.model.eval()
        self.remembered = BoundedCache(self._lemmas_of, remembered)

    @torch.inference_mode()
    def __call__(self, sentences: Sequence[Sequence[Tagged]]) -> list[list[str]]:
        """The lemma of each word; a word is its text and its part of speech."""
        lemmas = self.remembered.of(chain.from_iterable(sentences))
        return [[lemmas[word] for word in sentence] for sentence in sentences]

    def _lemmas_of(self, words: list[Tagged]) -> list[str]:
        looked_up = [self._listed(word) for word in words]
        lemmas = self._worked_out(list(dict.fromkeys(looked_up)))
        return [lemmas[word] for word in looked_up]

    def _listed(self, word: Tagged) -> Tagged:
        """The word as it is looked up: in small letters where it is listed only so and is no name."""
        text, tag = word
        small = (text.lower(), tag)
        is_listed, is_listed_small = self.trainer.skip_seq2seq([word, small])
        return small if is_listed_small and not is_listed and tag != NAME else word

    def _worked_out(self, words: list[Tagged]) -> dict[Tagged, str]:
        listed = self.trainer.skip_seq2seq(words)
        lemmas = {word: word[0] for word in words}
        lemmas.update(zip(compress(words, listed), self.trainer.predict_dict(compress(words, listed)), strict=True))
        unlisted = [
            word for word, is_listed in zip(words, listed, strict=True) if not is_listed and len(word[0]) <= LONGEST
        ]
        unlisted.sort(key=lambda word: -len(word[0]))
        spelt = []
        for start in range(0, len(unlisted), READ_TOGETHER):
            some = unlisted[start : start + READ_TOGETHER]
            for word, edit in zip(some, self._edits(some), strict=True):
                if edit == SPELT:
                    spelt.append(word)
                else:
                    lemmas[word] = edit_word(word[0], "", edit)
        if spelt:
            rows = [{"id": (number,), "text": text, "upos": upos} for number, (text, upos) in enumerate(spelt, start=1)]
            [sentence] = self.processor.process(Document([rows])).sentences
            lemmas.update((word, row.lemma or word[0]) for word, row in zip(spelt, sentence.words, strict=True))
        return lemmas

    def _edits(self, words: Sequence[Tagged]) -> list[int]:
        """For each word, the longest first, whether its lemma is spelt, is the word, or the word in small letters."""
        characters, tags = self.trainer.vocab["char"], self.trainer.vocab["pos"]
        letters = pad_sequence(
            [torch.tensor(characters.map([SOS, *text, EOS])) for text, _ in words],
            batch_first=True,
            padding_value=PAD_ID,
        )
        upos = torch.tensor([tags.unit2id(tag) for _, tag in words])
        inputs, _, lengths, _ = self.model.embed(letters, letters.eq(PAD_ID), upos, None)
        _, (last, _) = self.model.encode(inputs, lengths)
        return list(self.model.edit_clf(last).argmax(dim=1).tolist())
