"""Our way through Stanza's models gives what Stanza's own pipeline gives."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import stanza
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from stanza.models.common.crf import viterbi_decode

from factcli.syntax.models import verified_folder
from factcli.syntax.name_tagger import best_paths
from factcli.syntax.parser import Parser
from factcli.syntax.tokenizer import Tokenizer

SEED = Path(__file__).parents[2] / "seeds" / "putin-korea-utara.txt"
OWN = [
    "Kunjungannya ke Bandung-Cimahi batal, kata Rina (34) kepada wartawan, Selasa (4/3/2025).",
    "5. Jl. HR. Rasuna Said Kav. X2/2",
    "Apa?! Ia bertanya: “Mengapa harga beras naik 12,5 persen?” Tidak ada yang menjawab!!!",
    "Surat dikirim ke redaksi@contoh.co.id dan dimuat di www.contoh.co.id/berita/12.",
    "Beras, gula,  minyak, telur, dan   cabai " * 60,
    "A",
]


@pytest.fixture(scope="module")
def exact() -> Parser:
    return Parser.load(precision=torch.float32)


@cache
def stock() -> stanza.Pipeline:
    return stanza.Pipeline("id", dir=str(verified_folder()), download_method=None, use_gpu=False, logging_level="ERROR")


def paragraphs() -> list[str]:
    return [*(line.strip() for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()), *OWN]


def test_the_same_tokens_and_sentences(exact: Parser) -> None:
    for paragraph, sentences in zip(paragraphs(), exact.tokenizer(paragraphs()), strict=True):
        wanted = [[(t.start_char, t.end_char) for t in s.tokens] for s in stock()(paragraph).sentences]
        assert [[(token.start, token.end) for token in sentence] for sentence in sentences] == wanted


def test_the_same_tags_lemmas_trees_and_names(exact: Parser) -> None:
    sentences = [sentence for paragraph in paragraphs() for sentence in stock()(paragraph).sentences]
    words = [[word.text for word in sentence.words] for sentence in sentences]
    tags = exact.tagger(words)
    upos = [[tag.upos for tag in row] for row in tags]
    lemmas = exact.lemmatiser([list(zip(*pair, strict=True)) for pair in zip(words, upos, strict=True)])
    arcs = exact.dependency_parser(words, upos, lemmas)
    names = exact.name_tagger([[token.text for token in sentence.tokens] for sentence in sentences])
    for number, sentence in enumerate(sentences):
        assert [(tag.upos, tag.feats or None) for tag in tags[number]] == [(w.upos, w.feats) for w in sentence.words]
        assert lemmas[number] == [word.lemma for word in sentence.words]
        assert [tuple(arc) for arc in arcs[number]] == [(word.head, word.deprel) for word in sentence.words]
        assert [(sentence.tokens[n.first].text, sentence.tokens[n.last].text, n.label) for n in names[number]] == [
            (entity.tokens[0].text, entity.tokens[-1].text, entity.type) for entity in sentence.ents
        ]


def test_fewer_digits_change_next_to_nothing(exact: Parser) -> None:
    quick = Parser.load(precision=torch.bfloat16)
    words = [[word.text for word in s.words] for paragraph in paragraphs() for s in stock()(paragraph).sentences]
    pairs = [
        (one, other)
        for row, other_row in zip(exact.tagger(words), quick.tagger(words), strict=True)
        for one, other in zip(row, other_row, strict=True)
    ]
    assert sum(one == other for one, other in pairs) >= 0.995 * len(pairs)


def test_a_tokenizer_of_other_features_is_refused(exact: Parser) -> None:
    other = SimpleNamespace(trainer=exact.tokenizer, vocab=None, config={"feat_funcs": ["space_before"]})
    with pytest.raises(ValueError, match="space_before"):
        Tokenizer(other)


SCORES = arrays(np.float64, (5, 3, 4), elements=st.floats(-20, 20, width=16))
TRANSITIONS = arrays(np.float64, (4, 4), elements=st.floats(-9, 9, width=16))


@settings(deadline=None)
@given(SCORES, TRANSITIONS)
def test_no_path_scores_more_than_the_best(scores: NDArray[np.float64], transitions: NDArray[np.float64]) -> None:
    lengths = [5, 3, 1]
    for number, path in enumerate(best_paths(scores, transitions, lengths)):
        own = scores[: lengths[number], number]
        steps = sum(transitions[before, after] for before, after in pairwise(path))
        wanted = viterbi_decode(own, transitions)[1]
        assert sum(own[place, tag] for place, tag in enumerate(path)) + steps == pytest.approx(wanted)
