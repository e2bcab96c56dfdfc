"""The kinds of head give logits of the shapes that they promise."""

from __future__ import annotations

import pytest
import torch

from factcli.encoder import heads
from factcli.encoder.heads import FeedforwardPair, Pair, Span, Token

HIDDEN, SIZE = 6, 5


def pair(labels: int = 3) -> Pair:
    """A biaffine head with random weights."""
    torch.manual_seed(labels)
    head = Pair(HIDDEN, HIDDEN + 1, SIZE, labels=labels).eval()
    with torch.no_grad():
        head.weight.copy_(torch.randn(head.weight.shape))
    return head


def feedforward(labels: int = 3, features: int = 4) -> FeedforwardPair:
    """A feedforward head with random weights."""
    torch.manual_seed(labels)
    return FeedforwardPair(HIDDEN, HIDDEN + 1, SIZE, labels=labels, features=features).eval()


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


@pytest.mark.parametrize("head", [pair(1), pair(3), feedforward(1), feedforward(3)])
def test_a_row_with_its_own_column_scores_as_among_all_pairs(head: Pair | FeedforwardPair) -> None:
    rows, columns = torch.randn(4, HIDDEN), torch.randn(4, HIDDEN + 1)
    logits = head(rows, columns)
    assert logits.shape[:2] == (4, 4)
    assert torch.allclose(head.aligned(rows, columns), torch.stack([logits[n, n] for n in range(4)]), atol=1e-5)


def test_pairs_are_scored_by_themselves_in_batches_too() -> None:
    head = pair()
    rows, columns = torch.randn(2, 3, HIDDEN), torch.randn(2, 5, HIDDEN + 1)
    logits = head(rows, columns)
    assert logits.shape == (2, 3, 5, 3)
    assert torch.allclose(logits[1, 2, 4], head(rows[1, 2:], columns[1, 4:])[0, 0], atol=1e-5)


def test_a_feature_of_a_pair_changes_its_own_score_alone() -> None:
    head = feedforward(features=4)
    rows, columns = torch.randn(2, HIDDEN), torch.randn(3, HIDDEN + 1)
    features = torch.tensor([[[0, 3], [1, 2], [0, 2]], [[1, 3], [0, 3], [1, 2]]])
    other = features.clone()
    other[1, 2, 0] = 0
    changed = (head(rows, columns, features) != head(rows, columns, other)).any(dim=-1)
    assert changed.nonzero().tolist() == [[1, 2]]


def test_many_pairs_are_scored_in_parts_with_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    head = feedforward()
    rows, columns = torch.randn(7, HIDDEN), torch.randn(3, HIDDEN + 1)
    features = torch.randint(0, 4, (7, 3, 2))
    whole = head(rows, columns, features)
    monkeypatch.setattr(heads, "MOST_NUMBERS", 2 * 3 * SIZE)
    assert torch.allclose(head(rows, columns, features), whole, atol=1e-6)


@pytest.mark.parametrize(("rows", "columns"), [(0, 2), (2, 0), (0, 0)])
def test_no_pairs_have_no_scores(rows: int, columns: int) -> None:
    features = torch.zeros(rows, columns, 2, dtype=torch.long)
    none = feedforward()(torch.zeros(rows, HIDDEN), torch.zeros(columns, HIDDEN + 1), features)
    assert none.shape == (rows, columns, 3)


def test_a_biaffine_head_that_has_learned_nothing_finds_every_pair_alike() -> None:
    assert not Pair(HIDDEN, HIDDEN, SIZE, labels=2)(torch.randn(4, HIDDEN), torch.randn(4, HIDDEN)).any()
