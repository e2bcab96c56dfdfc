"""The tree found is the best one, and is a tree."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root

from factcli.syntax.trees import best_tree, is_tree

# All below zero, as logarithms of probabilities are: Stanza's search wants it so.
SCORES = st.integers(2, 9).flatmap(
    lambda size: arrays(np.float32, (size, size), elements=st.integers(-80, -1).map(lambda n: n / 4), unique=True)
)


def total(scores: np.ndarray, heads: np.ndarray) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads) if word))


@given(SCORES)
def test_no_tree_scores_more(scores: np.ndarray) -> None:
    np.fill_diagonal(scores, -np.inf)
    found, searched = best_tree(scores), chuliu_edmonds_one_root(scores.copy())
    assert is_tree(found)
    assert total(scores, found) == total(scores, searched)


def test_what_is_no_tree_is_reported() -> None:
    assert is_tree(np.array([0, 2, 0, 2]))
    assert not is_tree(np.array([0, 0, 0])), "two roots"
    assert not is_tree(np.array([0, 0, 3, 2])), "a circle beside the tree"


def test_of_two_words_that_want_each_other_the_cheaper_one_goes_to_the_root() -> None:
    scores = np.array([[0.0, 0.0, 0.0], [1.0, 0.0, 5.0], [4.0, 6.0, 0.0]])
    assert best_tree(scores).tolist() == [0, 2, 0]
