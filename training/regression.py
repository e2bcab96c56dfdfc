"""Cases in numbers, each with what is asked of it, and the logistic regression that fits them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from factcli.timeline.regression import CONSTANT, Features, Source

PENALTY, STEPS = 10.0, 10
Rows: TypeAlias = NDArray[np.float64]
Weights: TypeAlias = NDArray[np.float64]


class Examples(NamedTuple):
    """Cases as numbers, one column per name, whether each is what is asked for, and for how much it counts."""

    names: list[str]
    rows: Rows
    right: NDArray[np.bool_]
    weight: Weights


def examples_of(cases: Sequence[tuple[Features, bool]]) -> Examples:
    """Features and answers as numbers."""
    names = list(cases[0][0]) if cases else []
    rows = np.array([list(features.values()) for features, _ in cases], dtype=np.float64).reshape(
        len(cases), len(names)
    )
    return Examples(names, rows, np.array([right for _, right in cases], dtype=bool), np.ones(len(cases)))


def joined(sets: Iterable[Examples]) -> Examples:
    """Several sets of examples as one."""
    every = [one for one in sets if len(one.right)]
    return Examples(every[0].names, *(np.concatenate(parts) for parts in zip(*(one[1:] for one in every), strict=True)))


def weighted(examples: Examples, weight: float) -> Examples:
    """The examples, each counting so many times as much."""
    return examples._replace(weight=weight * examples.weight)


def on_one_scale(rows: Rows) -> tuple[Rows, Weights, Weights]:
    """The rows with the mean 0 and the deviation 1 in each column, and what was subtracted and divided by."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    return (rows - mean) / scale, mean, scale


def fitted(examples: Examples, weight_penalty: float = PENALTY) -> NDArray[np.float64]:
    """The weights, the constant last: Newton's method on the penalised likelihood, features on one scale."""
    scaled, mean, scale = on_one_scale(examples.rows)
    rows = np.column_stack([scaled, np.ones(len(scaled))])
    penalty = np.diag([weight_penalty] * (rows.shape[1] - 1) + [0.0])
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        curvature = (rows * (examples.weight * likely * (1 - likely))[:, None]).T @ rows + penalty
        slope = rows.T @ (examples.weight * (likely - examples.right)) + penalty @ weights
        weights -= np.linalg.solve(curvature, slope)
    return np.append(weights[:-1] / scale, weights[-1] - (weights[:-1] / scale) @ mean)


def write(path: Path, sources: Mapping[Source, Examples]) -> None:
    """Write the weights that fit the examples of articles, and those that fit the examples of stories."""
    weights = {
        source: dict(zip([*examples.names, CONSTANT], fitted(examples).round(4).tolist(), strict=True))
        for source, examples in sources.items()
    }
    path.write_bytes(msgspec.json.format(msgspec.json.encode(weights)) + b"\n")
