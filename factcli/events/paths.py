"""How a name or a date hangs on an event in the dependency tree, as a number of a closed list.

The step from a word to its head has the relation of Universal Dependencies (de Marneffe and others 2021).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor

RELATIONS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "appos", "conj", "other")
# Further up than so many heads, words have little to do with each other.
FARTHEST = 5
UNKNOWN, INSIDE, ABOVE, APART = range(4)
DEPENDENT, DEPENDENT_OF_DEPENDENT, OF_HEAD, OF_HIGHER = (APART + 1 + number * len(RELATIONS) for number in range(4))
PATHS = OF_HIGHER + len(RELATIONS)


class WordTree(NamedTuple):
    """The trees of an article: the number of each word's head (its own for a root), and its relation to it."""

    heads: Sequence[int]
    relations: Sequence[str]


def paths(
    tree: WordTree | None, sentences: Sequence[int], events: Sequence[int], spans: Sequence[tuple[int, int]]
) -> Tensor:
    """(events, spans) numbers of paths; `sentences` has the sentence of each word, `spans` first and last words.

    UNKNOWN where there is no tree or another sentence begins.
    """
    table = torch.full((len(events), len(spans)), UNKNOWN, dtype=torch.long)
    if tree is None:
        return table
    in_sentence: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, span in enumerate(spans):
        in_sentence[sentences[span[0]]].append((number, _top(tree, span)))
    for row, event in enumerate(events):
        above = _above(tree, event)
        for number, top in in_sentence.get(sentences[event], ()):
            first, last = spans[number]
            table[row, number] = INSIDE if first <= event <= last else _path(tree, event, above, top)
    return table


def _top(tree: WordTree, span: tuple[int, int]) -> int:
    """The word of a span whose head stands outside."""
    first, last = span
    words = range(first, last + 1)
    return next((word for word in words if tree.heads[word] == word or tree.heads[word] not in words), first)


def _above(tree: WordTree, word: int) -> list[int]:
    """The heads of a word, the nearest first."""
    found: list[int] = []
    while len(found) < FARTHEST and (head := tree.heads[word]) != word:
        found.append(head)
        word = head
    return found


def _path(tree: WordTree, event: int, above: Sequence[int], top: int) -> int:
    head = tree.heads[top]
    if top in above:
        return ABOVE
    if head == event:
        return DEPENDENT + _relation(tree, top)
    if tree.heads[head] == event:
        return DEPENDENT_OF_DEPENDENT + _relation(tree, head)
    if above and head == above[0]:
        return OF_HEAD + _relation(tree, top)
    if head in above:
        return OF_HIGHER + _relation(tree, top)
    return APART


def _relation(tree: WordTree, word: int) -> int:
    relation = tree.relations[word]
    if relation not in RELATIONS:
        relation = relation.split(":")[0]
    return RELATIONS.index(relation if relation in RELATIONS else "other")
