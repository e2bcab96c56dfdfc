"""What is remembered or found directly is what Stanza would have worked out, and memory stays bounded."""

from __future__ import annotations

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from stanza.models.common.char_model import CharacterModel
from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root
from torch.nn.utils.rnn import pad_packed_sequence

from factcli.schema import Article
from factcli.syntax.lemmas import LemmaMemory
from factcli.syntax.parser import Parser
from factcli.syntax.spellings import RememberedSpellings
from factcli.syntax.trees import best_tree, is_tree

SCORES = st.integers(2, 9).flatmap(
    lambda size: arrays(np.float32, (size, size), elements=st.integers(-40, 40).map(lambda n: n / 4), unique=True)
)
WORDS = st.lists(st.lists(st.integers(1, 6), min_size=1, max_size=5), min_size=1, max_size=8)


def total(scores: np.ndarray, heads: np.ndarray) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads) if word))


@settings(deadline=None)
@given(SCORES)
def test_the_direct_tree_is_the_best_tree(scores: np.ndarray) -> None:
    found, searched = best_tree(scores), chuliu_edmonds_one_root(scores)
    assert is_tree(found)
    assert total(scores, found) == total(scores, searched)


def test_what_is_no_tree_is_told() -> None:
    assert is_tree(np.array([0, 2, 0, 2]))
    assert not is_tree(np.array([0, 0, 0])), "two roots"
    assert not is_tree(np.array([0, 0, 3, 2])), "a circle beside the tree"


def characters(attention: bool, pad: bool) -> CharacterModel:
    torch.manual_seed(1)
    settings = {
        "char_emb_dim": 4, "char_hidden_dim": 5, "char_num_layers": 1, "dropout": 0.5, "char_rec_dropout": 0,
    }  # fmt: skip
    return CharacterModel(settings, {"char": "abcdefg"}, pad=pad, bidirectional=True, attention=attention).eval()


@settings(deadline=None)
@given(WORDS, st.booleans(), st.booleans(), st.integers(0, 4))
def test_remembered_spellings_are_the_models_own(
    words: list[list[int]], attention: bool, pad: bool, remembered: int
) -> None:
    order = sorted(range(len(words)), key=lambda n: -len(words[n]))
    lengths = [len(words[n]) for n in order]
    chars = torch.zeros(len(words), max(lengths), dtype=torch.long)
    for row, n in enumerate(order):
        chars[row, : len(words[n])] = torch.tensor(words[n])
    call = (chars, chars.eq(0), order, [len(words)], lengths)
    model = characters(attention, pad)
    remembering = RememberedSpellings(model, remembered)
    with torch.no_grad():
        expected = model(*call)
        for _ in range(3):
            found = remembering(*call)
            given_back, wanted = (found, expected) if pad else (pad_packed_sequence(x)[0] for x in (found, expected))
            assert torch.allclose(given_back, wanted, atol=1e-6)
    assert len(remembering.vectors) <= remembered + len(words)


def test_lemmas_met_are_forgotten_and_those_learnt_are_kept(parser: Parser) -> None:
    parser.parse([Article(text="Zirkonifikasi berlangsung di Kertasura.")])
    memory = LemmaMemory(parser.pipeline.processors["lemma"], remembered=1)
    learnt = sum(map(len, memory.trained.values()))
    parser.parse([Article(text="Flumbokrasi dan grintalisasi dan plokinasi ditolak warga.")])
    memory.bound()
    assert sum(map(len, memory.trainer.pos_dict.values())) == learnt
