"""The best dependency tree of a sentence, from a score for each pair of dependent and head.

Where each word's best head alone already gives a tree with one root, no other tree can score more; that is five
sentences of six. Else cycles are contracted to one node each until none is left (Chu and Liu 1965, Edmonds 1967). If
the best tree has several roots, arcs from the root get so costly that only one is taken (Stanojević and Cohen 2021,
A Root of a Problem).
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Heads: TypeAlias = NDArray[np.int64]
Scores: TypeAlias = NDArray[np.floating[Any]]


def best_tree(scores: Scores) -> Heads:
    """The head of each word, 0 the root's place; `scores[dependent, head]` is a square with the root first.

    Of all trees with exactly one word under the root, one whose sum of scores is the highest.
    """
    heads = best_heads(scores)
    if is_tree(heads):
        return heads
    exact = scores.astype(np.float64)
    heads = _without_circles(exact)
    if is_tree(heads):
        return heads
    arcs = exact[1:][np.isfinite(exact[1:])]
    exact[1:, 0] -= len(exact) * (arcs.max() - arcs.min() + 1)
    return _without_circles(exact)


def best_heads(scores: Scores) -> Heads:
    """Each word's best head by itself, tree or not."""
    others = scores.copy()
    np.fill_diagonal(others, -np.inf)
    heads: Heads = np.argmax(others, axis=1)
    heads[0] = 0
    return heads


def is_tree(heads: Heads) -> bool:
    """Whether one word alone hangs from the root and every word reaches it."""
    return bool(np.count_nonzero(heads[1:] == 0) == 1) and not _far_ancestors(heads).any()


def _far_ancestors(heads: Heads) -> Heads:
    """For each word the root, or a word in the circle that it hangs from or stands in."""
    ancestors = heads
    # Each word's head, then its head's head, and so on: enough doublings go further than any way to the root.
    for _ in range(len(heads).bit_length()):
        ancestors = ancestors[ancestors]
    return ancestors


def _without_circles(scores: Scores) -> Heads:
    """The heads of the best tree, with any number of words under the root."""
    heads = best_heads(scores)
    ancestors = _far_ancestors(heads)
    if not ancestors.any():
        return heads
    circle = [int(ancestors[ancestors != 0][0])]
    while (following := int(heads[circle[-1]])) != circle[0]:
        circle.append(following)
    inside = np.array(circle)
    others = np.delete(np.arange(len(scores)), inside)
    # What it costs to leave the circle at one of its words for a head outside.
    entering = scores[np.ix_(inside, others)] - scores[inside, heads[inside]][:, None]
    leaving = scores[np.ix_(others, inside)]
    drawn_together = np.full((len(others) + 1, len(others) + 1), -np.inf)
    drawn_together[:-1, :-1] = scores[np.ix_(others, others)]
    drawn_together[-1, :-1] = entering.max(axis=0)
    drawn_together[:-1, -1] = leaving.max(axis=1)
    found = _without_circles(drawn_together)
    exits = inside[leaving.argmax(axis=1)]
    heads[others] = np.where(found[:-1] == len(others), exits, np.append(others, 0)[found[:-1]])
    entry = found[-1]
    heads[inside[entering[:, entry].argmax()]] = others[entry]
    return heads
