"""BIOES labels of words and the best sequence of them that makes whole spans (Viterbi 1967; Ratinov and Roth 2009)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

OUTSIDE = 0
BEGIN, INSIDE, END, SINGLE = range(4)


class LabelledSpan(NamedTuple):
    """Words `first` to `last`, both inside, with the number of their kind and the mean probability of their labels."""

    first: int
    last: int
    kind: int
    score: float


def label_count(kinds: int) -> int:
    """How many labels mark spans of so many kinds."""
    return 1 + 4 * kinds


def labels_of(words: int, spans: Sequence[tuple[int, int, int]]) -> list[int]:
    """The label of each word, from spans (first, last, kind) that do not overlap."""
    labels = [OUTSIDE] * words
    for first, last, kind in spans:
        base = 1 + 4 * kind
        labels[first : last + 1] = [base + INSIDE] * (last - first + 1)
        labels[first], labels[last] = base + BEGIN, base + END
        if first == last:
            labels[first] = base + SINGLE
    return labels


@lru_cache(maxsize=8)
def _follows(labels: int) -> NDArray[np.float32]:
    """0 where the column's label may follow the row's, else minus infinity."""
    opens = [label != OUTSIDE and (label - 1) % 4 in (BEGIN, INSIDE) for label in range(labels)]
    continues = [label != OUTSIDE and (label - 1) % 4 in (INSIDE, END) for label in range(labels)]
    kinds = [(label - 1) // 4 for label in range(labels)]
    allowed = [
        [opens[a] == continues[b] and (not opens[a] or kinds[a] == kinds[b]) for b in range(labels)]
        for a in range(labels)
    ]
    return np.where(np.array(allowed), np.float32(0), np.float32(-np.inf))


def best_spans(probabilities: NDArray[np.float32]) -> list[LabelledSpan]:
    """The spans of the most probable sequence that is whole; (words, labels) probabilities of one sentence."""
    words, labels = probabilities.shape
    if not words:
        return []
    follows = _follows(labels)
    scores = np.log(np.maximum(probabilities, 1e-12))
    total = np.where(follows[OUTSIDE] == 0, scores[0], -np.inf)
    came_from = np.zeros((words, labels), dtype=np.int64)
    for word in range(1, words):
        paths = total[:, None] + follows
        came_from[word] = paths.argmax(axis=0)
        total = paths.max(axis=0) + scores[word]
    ends_whole = follows[:, OUTSIDE] == 0
    path = [int(np.where(ends_whole, total, -np.inf).argmax())]
    for word in range(words - 1, 0, -1):
        path.append(int(came_from[word, path[-1]]))
    path.reverse()
    return list(_spans(path, probabilities))


def _spans(path: Sequence[int], probabilities: NDArray[np.float32]) -> list[LabelledSpan]:
    spans = []
    first = 0
    for word, label in enumerate(path):
        if label == OUTSIDE:
            continue
        kind, part = divmod(label - 1, 4)
        if part in (BEGIN, SINGLE):
            first = word
        if part in (END, SINGLE):
            own = [float(probabilities[at, path[at]]) for at in range(first, word + 1)]
            spans.append(LabelledSpan(first, word, kind, sum(own) / len(own)))
    return spans
