"""Articles of any length become one vector a word, the same whatever else is read beside them."""

from __future__ import annotations

from itertools import chain
from random import Random

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_encoder import CONFIG, tiny_encoder

from factcli.encoder.pieces import BEGIN, END
from factcli.encoder.reader import read_words
from factcli.encoder.windows import windows_of


def article(words: int, seed: int = 0) -> list[tuple[int, ...]]:
    """So many words of one to three pieces."""
    draw = Random(seed)
    return [tuple(draw.randrange(4, CONFIG.pieces) for _ in range(draw.randint(1, 3))) for _ in range(words)]


def test_a_word_has_the_vector_of_its_first_piece() -> None:
    encoder = tiny_encoder()
    words = [(4, 5), (6,), (7, 8, 9)]
    with torch.inference_mode():
        [found] = read_words(encoder, [words])
        whole = encoder(torch.tensor([[BEGIN, 4, 5, 6, 7, 8, 9, END]]), torch.tensor([8]))[0]
    assert torch.allclose(found, whole[[1, 3, 4]], atol=1e-5)


def test_a_long_article_has_each_vector_from_the_window_it_is_taken_from() -> None:
    encoder, words = tiny_encoder(), article(700)
    windows = windows_of([len(pieces) for pieces in words])
    assert len(windows) > 2
    with torch.inference_mode():
        [found] = read_words(encoder, [words])
        for window in windows:
            row = [BEGIN, *chain.from_iterable(words[window.start : window.end]), END]
            vectors = encoder(torch.tensor([row]), torch.tensor([len(row)]))[0]
            place = 1
            for word in range(window.start, window.end):
                if window.first <= word < window.last:
                    assert torch.allclose(found[word], vectors[place], atol=1e-4), word
                place += len(words[word])
    assert found.shape == (700, CONFIG.hidden)


@settings(max_examples=12)
@given(st.lists(st.sampled_from([0, 1, 2, 30, 400]), max_size=5), st.sampled_from([1, 600, 8192]))
def test_articles_come_back_in_order_and_as_if_read_alone(lengths: list[int], batch: int) -> None:
    encoder = tiny_encoder()
    articles = [article(length, seed) for seed, length in enumerate(lengths)]
    with torch.inference_mode():
        together = read_words(encoder, articles, batch)
        assert [found.shape for found in together] == [(length, CONFIG.hidden) for length in lengths]
        for words, found in zip(articles, together, strict=True):
            [alone] = read_words(encoder, [words])
            assert torch.allclose(found, alone, atol=1e-4)


def test_few_pieces_go_through_the_layers_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    encoder, sizes = tiny_encoder(), []
    forward = type(encoder).forward

    def counting(self: object, pieces: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        sizes.append(pieces.numel())
        return forward(self, pieces, lengths)  # type: ignore[arg-type]

    monkeypatch.setattr(type(encoder), "forward", counting)
    with torch.inference_mode():
        read_words(encoder, [article(40, seed) for seed in range(30)], batch=500)
    assert max(sizes) <= 500
    assert len(sizes) < 30


@pytest.mark.parametrize("articles", [[], [[]], [[], []]])
def test_an_article_without_words_has_no_vectors(articles: list[list[tuple[int, ...]]]) -> None:
    assert [found.shape for found in read_words(tiny_encoder(), articles)] == [(0, CONFIG.hidden)] * len(articles)
