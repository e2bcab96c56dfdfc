"""The three kinds of head give logits of the shapes that they promise, and the pairs are biaffine."""

from __future__ import annotations

import pytest
import torch

from factcli.encoder.heads import Pair, Span, Token

HIDDEN, SIZE = 6, 5


def pair(labels: int = 3, features: int = 0) -> Pair:
    """A head for pairs with random weights."""
    torch.manual_seed(labels + features)
    head = Pair(HIDDEN, HIDDEN + 1, SIZE, labels=labels, features=features).eval()
    with torch.no_grad():
        head.weight.copy_(torch.randn(head.weight.shape))
        if head.features is not None:
            head.features.weight.copy_(torch.randn(head.features.weight.shape))
    return head


def test_a_word_has_a_logit_for_each_label() -> None:
    head = Token(HIDDEN, 4).eval()
    words = torch.randn(7, HIDDEN)
    logits = head(words)
    assert logits.shape == (7, 4)
    assert torch.equal(head(words[:3]), logits[:3]), "each word by itself"


def test_a_span_is_its_first_and_its_last_word() -> None:
    head = Span(HIDDEN, SIZE).eval()
    words = torch.randn(5, HIDDEN)
    first, last = torch.tensor([0, 1]), torch.tensor([3, 1])
    vectors = head(words, first, last)
    assert vectors.shape == (2, SIZE)
    other = words.clone()
    other[[2, 4]] += 1
    assert torch.equal(head(other, first, last), vectors), "what stands between and behind does not count"
    other[3] += 1
    assert not torch.allclose(head(other, first, last)[0], vectors[0])


@pytest.mark.parametrize("labels", [1, 3])
def test_a_row_with_its_own_column_scores_as_among_all_pairs(labels: int) -> None:
    head = pair(labels)
    rows, columns = torch.randn(4, HIDDEN), torch.randn(4, HIDDEN + 1)
    logits = head(rows, columns)
    assert logits.shape == (4, 4, labels)
    assert torch.allclose(head.aligned(rows, columns), torch.stack([logits[n, n] for n in range(4)]), atol=1e-5)


def test_pairs_are_scored_by_themselves_in_batches_too() -> None:
    head = pair()
    rows, columns = torch.randn(2, 3, HIDDEN), torch.randn(2, 5, HIDDEN + 1)
    logits = head(rows, columns)
    assert logits.shape == (2, 3, 5, 3)
    assert torch.allclose(logits[1, 2, 4], head(rows[1, 2:], columns[1, 4:])[0, 0], atol=1e-5)


def test_each_feature_of_a_pair_adds_its_own_to_the_score() -> None:
    head = pair(features=4)
    rows, columns = torch.randn(2, HIDDEN), torch.randn(3, HIDDEN + 1)
    features = torch.tensor([[[0, 3], [1, 2], [0, 2]], [[1, 3], [0, 3], [1, 2]]])
    assert head.features is not None
    added = head(rows, columns, features) - head(rows, columns)
    for row in range(2):
        for column in range(3):
            wanted = head.features.weight[features[row, column]].sum(dim=0)
            assert torch.allclose(added[row, column], wanted, atol=1e-5)


def test_no_pairs_have_no_scores() -> None:
    head = pair(features=4)
    none = head(torch.zeros(0, HIDDEN), torch.zeros(2, HIDDEN + 1), torch.zeros(0, 2, 2, dtype=torch.long))
    assert none.shape == (0, 2, 3)


def test_a_head_that_has_learned_nothing_finds_every_pair_alike() -> None:
    head = Pair(HIDDEN, HIDDEN, SIZE, labels=2, features=3)
    features = torch.randint(0, 3, (4, 4, 2))
    assert not head(torch.randn(4, HIDDEN), torch.randn(4, HIDDEN), features).any()
