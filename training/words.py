"""The step `words`: `factcli/timeline/words.npz`, what words mean, as far as the words around them say, for merging
accounts.

Positive pointwise mutual information of words at most WINDOW apart, reduced to SIZE numbers a word by a singular value
decomposition (Levy and Goldberg 2014), each row of length one, kept in bytes; beside it how rare each word is.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from factcli.timeline.words import WORD

WORDS = 10_000
SIZE = 32
WINDOW = 6
# Frequent neighbours count for less (Levy, Goldberg and Dagan 2015).
SMOOTHING = 0.75


def made(text: Path) -> tuple[list[str], NDArray[np.int8], NDArray[np.float32]]:
    """The most frequent words, their vectors, and the logarithm of how rare each is."""
    tokens = WORD.findall(text.read_text(encoding="utf-8").lower())
    counts = Counter(word for word in tokens if not word.isdigit())
    words = [word for word, _ in counts.most_common(WORDS)]
    number = {word: place for place, word in enumerate(words)}
    ids = np.array([number.get(word, -1) for word in tokens], dtype=np.int64)
    vectors = reduced(information(neighbours(ids, len(words))))
    rarity = np.log(len(tokens) / np.array([counts[word] for word in words], dtype=np.float32))
    return words, np.round(vectors * 127).astype(np.int8), rarity.astype(np.float32)


def neighbours(ids: NDArray[np.int64], count: int) -> NDArray[np.float32]:
    """How often two words stand at most WINDOW apart; -1 is a word that is not counted."""
    together = np.zeros(count * count, dtype=np.float32)
    for apart in range(1, WINDOW + 1):
        first, second = ids[:-apart], ids[apart:]
        both = (first >= 0) & (second >= 0)
        pairs, times = np.unique(first[both] * count + second[both], return_counts=True)
        together[pairs] += times
    square = together.reshape(count, count)
    return np.asarray(square + square.T, dtype=np.float32)


def information(together: NDArray[np.float32]) -> NDArray[np.float32]:
    """The positive pointwise mutual information of each two words."""
    often = together.sum(axis=1)
    smoothed = often**SMOOTHING
    expected = np.outer(often, smoothed / smoothed.sum()).astype(np.float32)
    with np.errstate(divide="ignore", invalid="ignore"):
        known = np.nan_to_num(np.log(together / expected), neginf=0, nan=0, posinf=0)
    return np.asarray(np.maximum(known, 0), dtype=np.float32)


def reduced(square: NDArray[np.float32]) -> NDArray[np.float32]:
    """The rows in SIZE numbers, each of length one."""
    torch.manual_seed(0)
    left, values, _ = torch.svd_lowrank(torch.from_numpy(square), q=SIZE + 8, niter=4)
    # The first direction is how frequent a word is; the square root keeps the others from drowning under a few.
    rows = (left[:, 1 : SIZE + 1] * values[1 : SIZE + 1].sqrt()).numpy()
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def write_words(text: Path, target: Path) -> None:
    """Write what the words of a text mean, and how rare they are."""
    words, vectors, rarity = made(text)
    np.savez_compressed(target, words=np.array("\n".join(words)), vectors=vectors, rarity=rarity.astype(np.float16))
