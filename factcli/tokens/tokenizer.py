"""Text -> sentences and tokens, with Stanza's trained tokenizer.

The model is Stanza's (Qi and others 2020): each character goes on with a token, ends one, or ends one and the sentence.
Its data is laid out here, so that paragraphs of all articles go through together.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from stanza.models.common.vocab import PAD_ID
from stanza.models.tokenization.utils import update_pred_regex
from torch import Tensor
from torch.nn.functional import logsigmoid
from torch.nn.utils.rnn import PackedSequence

from factcli.tokens.packing import Batch, batches

# A forked process (`nlp.pipe(..., n_process=2)`) has none of the threads that torch would wait for.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=partial(torch.set_num_threads, 1))

# As many characters as Stanza's tokenizer sees at once; of a longer paragraph it reads on after the last full sentence.
WINDOW = 1_000
MOST_CHARACTERS = 40_000
LONGEST_ADDRESS = 2_000
DOMAIN = re.compile(r"\w(?:\.[a-z][a-z\d-]+)+")
# What the model says of a character: the last of a token, of a sentence, of a token of several words, of both.
GOES_ON, TOKEN, SENTENCE, MULTIWORD, MULTIWORD_SENTENCE = range(5)
# What the model is given of a character besides itself, in this order.
FEATURES = ["space_before", "capitalized", "numeric", "end_of_para", "start_of_para"]

Ends = NDArray[np.int64]


class Stretch(NamedTuple):
    """Where a token stands in its paragraph, and whether it consists of several words."""

    start: int
    end: int
    is_multiword: bool

    def of(self, paragraph: str) -> str:
        """The token's text."""
        return paragraph[self.start : self.end]


class Tokenizer:
    """Stanza's tokenizer; `processor` is the loaded one. Raises ValueError for a model of other features."""

    def __init__(self, processor: Any) -> None:
        self.model = processor.trainer.model.eval()
        self.vocab = processor.vocab
        if list(processor.config["feat_funcs"]) != FEATURES:
            raise ValueError(f"the tokenizer reads {processor.config['feat_funcs']}, not {FEATURES}")
        self.characters: dict[str, tuple[int, ...]] = {}

    @torch.inference_mode()
    def __call__(self, paragraphs: Sequence[str]) -> list[list[list[Stretch]]]:
        """The sentences of each paragraph, each as its tokens; the only white space in a paragraph is blanks."""
        places = [_places_read(paragraph) for paragraph in paragraphs]
        units = [[text[place] for place in kept] for text, kept in zip(paragraphs, places, strict=True)]
        ends = self._ends(units)
        return [_sentences(*each) for each in zip(units, places, ends, strict=True)]

    def _ends(self, paragraphs: Sequence[Sequence[str]]) -> list[Ends]:
        """What ends at each character of each paragraph."""
        numbers = {n: self._numbers(paragraph) for n, paragraph in enumerate(paragraphs) if paragraph}
        ends = [np.zeros(len(paragraph), dtype=np.int64) for paragraph in paragraphs]
        waiting = [(number, 0) for number in numbers]
        while waiting:
            windows = [numbers[number][start : start + WINDOW] for number, start in waiting]
            further = []
            for (number, start), found in zip(waiting, self._windows(windows), strict=True):
                ends_here = ends[number][start : start + WINDOW]
                sentences = np.flatnonzero((found == SENTENCE) | (found == MULTIWORD_SENTENCE))
                is_last = start + len(ends_here) == len(ends[number])
                read = len(ends_here) if is_last or not len(sentences) else int(sentences[-1]) + 1
                ends_here[:read] = found[:read]
                if not is_last:
                    further.append((number, start + read))
            waiting = further
        for units, found in zip(paragraphs, ends, strict=True):
            if units:
                found[-1] = MULTIWORD_SENTENCE if found[-1] >= MULTIWORD else SENTENCE
                update_pred_regex(_addressable(units), found)
                _join_domains("".join(units), found)
        return ends

    def _numbers(self, units: Sequence[str]) -> NDArray[np.int64]:
        """Characters × (their number in the vocabulary, then the five features), and the mark that nothing follows."""
        for unit in set(units) - self.characters.keys():
            self.characters[unit] = (
                self.vocab.unit2id(unit), unit == " ", unit.isupper(), unit.isdecimal(), False, False,
            )  # fmt: skip
        numbers = np.array([*(self.characters[unit] for unit in units), (PAD_ID, *[0] * len(FEATURES))], dtype=np.int64)
        numbers[-2, 4] = numbers[0, 5] = 1
        return numbers

    def _windows(self, windows: Sequence[NDArray[np.int64]]) -> list[Ends]:
        found: list[Ends] = [np.zeros(0, dtype=np.int64) for _ in windows]
        for batch in batches([len(window) for window in windows], MOST_CHARACTERS):
            characters = torch.from_numpy(np.concatenate([windows[number] for number in batch.sentences]))
            for number, ends in batch.split(self._labels(batch, characters).tolist()):
                found[number] = np.array(ends)
        return found

    def _labels(self, batch: Batch, characters: Tensor) -> Tensor:
        model = self.model
        rows = torch.cat([model.embeddings(characters[:, 0]), characters[:, 1:].float()], dim=1)
        sizes = torch.tensor(batch.sizes)
        read = model.rnn(PackedSequence(batch.packed(rows), sizes))[0].data
        token, sentence, multiword = (clf(read) for clf in (model.tok_clf, model.sent_clf, model.mwt_clf))
        weighted = read * (1 - torch.sigmoid(-token * model.args["hier_invtemp"]))
        again = model.rnn2(PackedSequence(weighted, sizes))[0].data
        token, sentence, multiword = (
            first + clf(again)
            for first, clf in (
                (token, model.tok_clf2), (sentence, model.sent_clf2), (multiword, model.mwt_clf2),
            )
        )  # fmt: skip
        one_word, one_sentence = logsigmoid(-multiword), logsigmoid(-sentence)
        several, last = logsigmoid(multiword), logsigmoid(sentence)
        ended = [one_sentence + one_word, last + one_word, one_sentence + several, last + several]
        scores = [logsigmoid(-token), *(logsigmoid(token) + kind for kind in ended)]
        return batch.unpacked(torch.cat(scores, dim=1).argmax(dim=1))


def _addressable(units: Sequence[str]) -> list[str]:
    """The characters with blanks in the place of runs too long for an address, over which Stanza's patterns for e-mail
    and web addresses take time that grows with the square of the length."""
    kept = list(units)
    start = 0
    for place in range(len(units) + 1):
        if place == len(units) or units[place] == " ":
            if place - start > LONGEST_ADDRESS:
                kept[start:place] = " " * (place - start)
            start = place + 1
    return kept


def _join_domains(text: str, ends: Ends) -> None:
    """Take back each end of a sentence inside a domain name: `(Kompas.com/Budi)` is one sentence."""
    for name in DOMAIN.finditer(text):
        inside = ends[name.start() : name.end() - 1]
        inside[inside == SENTENCE] = TOKEN
        inside[inside == MULTIWORD_SENTENCE] = MULTIWORD


def _places_read(paragraph: str) -> list[int]:
    """The places of the characters that the tokenizer sees: of blanks in a row the first, and none at the end."""
    before = ""
    places = []
    for place, character in enumerate(paragraph.rstrip(" ")):
        if character != " " or before != " ":
            places.append(place)
        before = character
    return places


def _sentences(units: Sequence[str], places: Sequence[int], ends: Ends) -> list[list[Stretch]]:
    sentences: list[list[Stretch]] = []
    stretches: list[Stretch] = []
    start = 0
    for end in np.flatnonzero(ends).tolist():
        first, last = start, end
        while first < last and units[first] == " ":
            first += 1
        while last > first and units[last] == " ":
            last -= 1
        start = end + 1
        if units[first] != " ":
            stretches.append(Stretch(places[first], places[last] + 1, ends[end] >= MULTIWORD))
        if stretches and ends[end] in (SENTENCE, MULTIWORD_SENTENCE):
            sentences.append(stretches)
            stretches = []
    return [*sentences, stretches] if stretches else sentences
