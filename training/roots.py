"""Which root an Indonesian word is built on, as the treebanks would have it, learned from the lemmas that they give.

A word may be read in several ways: `mengusut` is built on `usut` or on `kusut`. A conditional logit model (McFadden
1974) over its readings weighs the affixes, how often the root stands by itself in raw text, and how many words are
built on it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor

from factcli.tables import read_table

AFFIXES = Path(__file__).with_name("affixes.toml")
# A root has so many letters, and stands by itself so often or in so many other words.
SHORTEST, ALONE, OTHERS = 2, 3, 2
PENALTY, STEPS = 1e-3, 150
# On a root of so many words these are built without doubt.
PRODUCTIVE = 3
# With each round it is better known how many words are built on a root.
ROUNDS = 3


class Reading(NamedTuple):
    """A root and what was taken off the word to find it; `doubled`: the word is two with a hyphen between them."""

    root: str
    prefix: str = ""
    suffix: str = ""
    doubled: bool = False


def readings(word: str) -> set[Reading]:
    """Every way in which a word can be read by affixes.toml, as it is among them."""
    found = {Reading(word)}
    halves = word.split("-") if word.count("-") == 1 else []
    for part in (word, *halves):
        for suffix in _affixes()["suffixes"]:
            if part.endswith(suffix):
                stem = part.removesuffix(suffix)
                found.update(
                    Reading(root, prefix, suffix, part != word)
                    for prefix, root in _without_prefix(stem)
                    if len(root) >= SHORTEST
                )
    return found


def _without_prefix(stem: str) -> Iterator[tuple[str, str]]:
    for prefix in _affixes()["prefixes"]:
        spelt = prefix.removesuffix("N")
        if stem.startswith(spelt):
            rest = stem.removeprefix(spelt)
            for root in _without_nasal(rest) if prefix.endswith("N") else [rest]:
                yield prefix, root


def _without_nasal(rest: str) -> Iterator[str]:
    for nasal in _affixes()["nasal"]:
        root = rest.removeprefix(nasal["spelt"])
        if rest.startswith(nasal["spelt"]) and root[:1] and root[0] in nasal["before"]:
            yield from (replaced + root for replaced in nasal["replaced"])


def _affixes() -> dict[str, Any]:
    return read_table(AFFIXES)


class Roots:
    """What is learned of roots.

    `counts`: how often each word in small letters stands in raw text, the rare ones left out.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self.read = cache(self._read)
        every = {word: readings(word) for word in counts}
        self.others = _others((one.root for one in found if not one.doubled) for found in every.values())
        self.built = self.others
        self.names: dict[str, int] = {}
        self.weights = torch.zeros(0)

    def learn(self, lemmas: Mapping[str, str]) -> None:
        """Fit to the lemmas of words."""
        known = {word: lemma for word, lemma in lemmas.items() if any(one.root == lemma for one in self.read(word))}
        for _ in range(ROUNDS):
            inputs = {word: [self._features(word, one) for one in self.read(word)] for word in known}
            named = {name: None for rows in inputs.values() for row in rows for name in row}
            self.names = {name: number for number, name in enumerate(named)}
            right = [[one.root == lemma for one in self.read(word)] for word, lemma in known.items()]
            self.weights = _fitted([self._columns(rows) for rows in inputs.values()], right)
            self.built = _others([root] for word in self.counts if (root := self.root_of(word)) != word)

    def root_of(self, word: str) -> str:
        """The likeliest root."""
        found = self.read(word)
        scores = self._columns([self._features(word, one) for one in found]) @ self.weights
        likely: dict[str, float] = {}
        for one, probability in zip(found, scores.softmax(0).tolist(), strict=True):
            likely[one.root] = likely.get(one.root, 0.0) + probability
        return max(likely, key=lambda root: (likely[root], root))

    def _read(self, word: str) -> list[Reading]:
        """The readings whose root is the word itself or is known."""
        return sorted(
            one
            for one in readings(word)
            if one.root == word or self.counts.get(one.root, 0) >= ALONE or self.others[one.root] >= OTHERS
        )

    def _features(self, word: str, one: Reading) -> dict[str, float]:
        root, alone = one.root, self.counts.get(one.root, 0)
        built = math.log1p(self.built[root])
        further = [math.log1p(self.built[other.root]) for other in self.read(root) if other.root != root]
        farthest = max(further, default=0.0)
        return {
            f"prefix {one.prefix}": 1.0,
            f"suffix {one.suffix}": 1.0,
            f"affixes {one.prefix} {one.suffix}": 1.0,
            f"prefix {one.prefix}, initial {root[0]}": 1.0,
            "doubled": float(one.doubled),
            "the word itself": float(root == word),
            "letters": len(root) / 5,
            "short": float(len(root) <= 3),
            "a vowel": float(re.search("[aeiou]", root) is not None),
            "alone": math.log1p(alone) / 5,
            "alone, of the word": (math.log1p(alone) - math.log1p(self.counts.get(word, 0))) / 5,
            "built on it": built / 3,
            "bound": float(alone < ALONE),
            "bound, built on it": built * (alone < ALONE),
            "can be read further": float(farthest >= math.log1p(PRODUCTIVE)),
            "built on it beside those": (built - farthest) / 3,
        }

    def _columns(self, rows: Sequence[Mapping[str, float]]) -> Tensor:
        """(readings, names)."""
        columns = torch.zeros(len(rows), len(self.names))
        for number, row in enumerate(rows):
            for name in row.keys() & self.names.keys():
                columns[number, self.names[name]] = row[name]
        return columns


def _others(roots: Iterable[Iterable[str]]) -> Counter[str]:
    """How many words each root is a root of."""
    return Counter(root for some in roots for root in set(some))


def _fitted(inputs: Sequence[Tensor], right: Sequence[Sequence[bool]]) -> Tensor:
    """The weights under which the right readings of each word are likeliest (McFadden 1974)."""
    rows, is_right = torch.cat(list(inputs)).double(), torch.tensor([one for some in right for one in some])
    word = torch.arange(len(inputs)).repeat_interleave(torch.tensor([len(one) for one in inputs]))
    weights = torch.zeros(rows.shape[1], dtype=torch.double, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimizer.zero_grad()
        scores = (rows @ weights).exp()
        sums, rights = (
            torch.zeros(len(inputs), dtype=torch.double).index_add(0, word, one)
            for one in (scores, scores.masked_fill(~is_right, 0.0))
        )
        found: Tensor = (sums.log() - rights.log()).mean() + PENALTY * (weights**2).sum()
        torch.autograd.backward(found)
        return found

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    return weights.detach().float()
