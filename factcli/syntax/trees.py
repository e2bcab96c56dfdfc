"""The best dependency tree of a sentence, found without search where there is nothing to search for.

Stanza runs Chu-Liu and Edmonds' algorithm in Python with the root's arcs made so dear (Stanojević and Cohen 2021) that
every sentence begins with a cycle to resolve. But where each word's best head alone already gives a tree with one
root, no other tree can score more. Half of the parser's time goes into finding that out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root
from stanza.models.depparse import head_constraints, model

Heads: TypeAlias = NDArray[np.int64]
Scores: TypeAlias = NDArray[np.floating[Any]]
SEARCHERS = (model, head_constraints)


def best_tree(scores: Scores) -> Heads:
    """The head of each word, 0 the root's place; `scores[dependent, head]` is a square with the root first.

    The tree is the same as that of Stanza's search: the best of those with exactly one word under the root.
    """
    heads = best_heads(scores)
    return heads if is_tree(heads) else chuliu_edmonds_one_root(scores)


def best_heads(scores: Scores) -> Heads:
    """Each word's best head by itself, tree or not."""
    others = scores.copy()
    np.fill_diagonal(others, -np.inf)
    heads: Heads = np.argmax(others, axis=1)
    heads[0] = 0
    return heads


def is_tree(heads: Heads) -> bool:
    """Whether one word alone hangs from the root and every word reaches it."""
    if np.count_nonzero(heads[1:] == 0) != 1:
        return False
    # Each word's head, then its head's head, and so on: after enough doublings all stand at the root, or never will.
    ancestors = heads
    for _ in range(len(heads).bit_length()):
        ancestors = ancestors[ancestors]
    return not ancestors.any()


@contextmanager
def direct_trees() -> Iterator[None]:
    """While it lasts, Stanza's parser looks for the direct tree before it searches."""
    before: list[Callable[..., Any]] = [searcher.chuliu_edmonds_one_root for searcher in SEARCHERS]
    for searcher in SEARCHERS:
        searcher.chuliu_edmonds_one_root = best_tree
    try:
        yield
    finally:
        for searcher, search in zip(SEARCHERS, before, strict=True):
            searcher.chuliu_edmonds_one_root = search
