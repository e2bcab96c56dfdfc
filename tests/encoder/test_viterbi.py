"""Labels of words and spans of words are two ways to write the same, and the best labels make whole spans."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from factcli.encoder.viterbi import OUTSIDE, best_spans, label_count, labels_of

KINDS = 3
# Stretches of words one after another, each a span of some kind or of none.
STRETCHES = st.lists(st.tuples(st.none() | st.integers(0, KINDS - 1), st.integers(1, 4)), max_size=8)


def spans_in(stretches: list[tuple[int | None, int]]) -> tuple[int, list[tuple[int, int, int]]]:
    """How many words the stretches have, and their spans (first, last, kind)."""
    spans, place = [], 0
    for kind, length in stretches:
        if kind is not None:
            spans.append((place, place + length - 1, kind))
        place += length
    return place, spans


@given(STRETCHES)
def test_spans_written_as_labels_are_read_back(stretches: list[tuple[int | None, int]]) -> None:
    words, spans = spans_in(stretches)
    labels = labels_of(words, spans)
    assert len(labels) == words
    certain = np.eye(label_count(KINDS), dtype=np.float32)[labels]
    found = best_spans(certain)
    assert [tuple(span)[:3] for span in found] == spans
    assert all(span.score == 1.0 for span in found)


def probabilities(words: st.SearchStrategy[int], kinds: int) -> st.SearchStrategy[NDArray[np.float32]]:
    """Any probabilities of labels, those of each word summing to 1."""
    labels = label_count(kinds)
    tables = words.flatmap(lambda n: arrays(np.float32, (n, labels), elements=st.floats(0, 1, width=16)))
    return tables.map(lambda table: (table + np.float32(1e-3)) / (table + np.float32(1e-3)).sum(axis=1, keepdims=True))


@given(probabilities(st.integers(0, 12), KINDS))
def test_spans_never_overlap(table: NDArray[np.float32]) -> None:
    free = 0
    for span in best_spans(table):
        assert free <= span.first <= span.last < len(table)
        assert 0 <= span.kind < KINDS
        assert 0 < span.score <= 1
        free = span.last + 1


@settings(max_examples=40)
@given(probabilities(st.integers(1, 4), 1))
def test_no_whole_spans_are_likelier(table: NDArray[np.float32]) -> None:
    words = len(table)
    likelihoods = []
    for lengths in product(range(1, words + 1), repeat=words):
        for kinds in product((None, 0), repeat=words):
            size, spans = spans_in(list(zip(kinds, lengths, strict=True)))
            if size >= words and all(last < words for _, last, _ in spans):
                labels = labels_of(words, spans)
                likelihoods.append(float(np.log(table[range(words), labels]).sum()))
    found = labels_of(words, [(span.first, span.last, span.kind) for span in best_spans(table)])
    assert np.log(table[range(words), found]).sum() == pytest.approx(max(likelihoods), abs=1e-4)


def test_a_span_without_its_end_gives_way_to_the_likeliest_whole_one() -> None:
    begin, inside, end, single = range(1, 5)
    table = np.full((3, 5), 0.05, dtype=np.float32)
    table[0, begin], table[1, inside], table[2, OUTSIDE] = 0.8, 0.6, 0.5
    table[1, end] = 0.25
    table[2, single] = 0.35
    [found] = best_spans(table)
    assert (found.first, found.last, found.kind) == (0, 1, 0)
    assert found.score == pytest.approx((0.8 + 0.25) / 2)


def test_a_sentence_without_words_has_no_spans() -> None:
    assert best_spans(np.zeros((0, label_count(KINDS)), dtype=np.float32)) == []
