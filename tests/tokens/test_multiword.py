"""Tokens of several words are split into words that join to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import processors

from factcli.tables import read_table
from factcli.tokens.multiword import ENDINGS, WordSplitter
from factcli.tokens.tokens import Token, bounded, word_spans


def test_words_of_tokens_are_forgotten_when_they_grow_too_many() -> None:
    splitter = WordSplitter(processors()["mwt"], remembered=1)
    assert splitter(["kunjungannya"])["kunjungannya"] == ("kunjungan", "nya")
    assert splitter(["rumahnya"])["rumahnya"] == ("rumah", "nya")
    assert len(splitter.remembered.values) == 1


@pytest.mark.parametrize("token", read_table(ENDINGS)["examples"])
def test_an_ending_is_a_word_of_its_own(token: str) -> None:
    word, ending = WordSplitter(processors()["mwt"])([token])[token]
    assert word + ending == token


def test_the_end_of_a_word_that_looks_like_an_ending_stays_in_it() -> None:
    assert WordSplitter(processors()["mwt"])(["Mahkamah"])["Mahkamah"] == ("Mahkamah",)


@pytest.mark.parametrize(
    ("pieces", "wanted"),
    [
        (("rumah", "nya"), ((4, 9), (9, 12))),
        (("Rumah", "nya"), ((4, 9), (9, 12))),
        (("rumah", "dia"), ((4, 12),)),
        (("rumah",), ((4, 12),)),
        (("rumahnya", ""), ((4, 12),)),
        ((), ((4, 12),)),
    ],
)
def test_words_that_do_not_join_to_the_token_are_not_taken(
    pieces: tuple[str, ...], wanted: tuple[tuple[int, int], ...]
) -> None:
    assert word_spans(4, 12, "rumahnya", pieces) == wanted


@given(st.integers(0, 30), st.integers(1, 7))
def test_a_bounded_sentence_is_whole(count: int, longest: int) -> None:
    tokens = [Token(number, number + 1, ((number, number + 1),)) for number in range(count)]
    pieces = list(bounded(tokens, longest))
    assert [token for piece in pieces for token in piece] == tokens
    assert all(0 < len(piece) <= longest for piece in pieces)
