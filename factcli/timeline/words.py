"""What words mean, as far as the words around them say, and how rare they are (`words.npz`, by training/words.py)."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

PATH = Path(__file__).with_name("words.npz")
Vector: TypeAlias = NDArray[np.float32]
WORD = re.compile(r"\w+")
# The rarity of a word that is not among the ten thousand most frequent.
RARE = 13.0
# A word at least this rare (one in about 3000) names something by itself.
INFORMATIVE = 8.0


@functools.cache
def _table() -> tuple[Mapping[str, int], Vector, NDArray[np.float32]]:
    with np.load(PATH) as data:
        words = str(data["words"]).split("\n")
        return {word: place for place, word in enumerate(words)}, data["vectors"] / np.float32(127), data["rarity"]


@functools.lru_cache(maxsize=100_000)
def rarity(word: str) -> float:
    """The logarithm of one word in how many is this one; numbers and unknown words are rare."""
    numbers, _, rarities = _table()
    return float(rarities[numbers[word]]) if word in numbers else RARE


def meaning(words: Collection[str]) -> Vector:
    """(size,) for some lower-cased words together: the sum of their vectors, each times its rarity, at length 1.

    Zeros where none of them is known.
    """
    numbers, vectors, rarities = _table()
    known = sorted(numbers[word] for word in words if word in numbers)
    total: Vector = rarities[known].astype(np.float32) @ vectors[known]
    length = float(np.linalg.norm(total))
    return total / length if length else total


def vectors_of(words: Collection[str]) -> Vector:
    """(words, size): the vectors of those words that are known, a row each; one row of zeros where none is."""
    numbers, vectors, _ = _table()
    known = [numbers[word] for word in words if word in numbers]
    return vectors[known] if known else np.zeros((1, vectors.shape[1]), dtype=np.float32)


def distinct_words(text: str) -> frozenset[str]:
    """The lower-cased words and numbers of a text."""
    return frozenset(WORD.findall(text.casefold()))
