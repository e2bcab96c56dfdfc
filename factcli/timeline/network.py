"""A network of one hidden layer over named features, in a file of arrays that numpy reads: torch loads too slowly."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Columns: TypeAlias = Mapping[str, NDArray[Any]]
Floats: TypeAlias = NDArray[np.float32]


class Network(NamedTuple):
    """The arrays of a network, float32, and the names of its features in their order.

    `input` (features, hidden) and `bias` (hidden,) make the hidden layer, `output` (hidden,) weighs it; `direct`
    (features,) weighs the features beside it, as in Cheng and others 2016; `constant` (1,) is added.
    """

    names: tuple[str, ...]
    input: Floats
    bias: Floats
    output: Floats
    direct: Floats
    constant: Floats

    def log_odds(self, columns: Columns) -> NDArray[np.float64]:
        """(cases,) log odds from a column of (cases,) for each feature; raises KeyError where one is missing."""
        rows = np.column_stack([np.asarray(columns[name], dtype=np.float32) for name in self.names])
        hidden = np.maximum(rows @ self.input + self.bias, 0)
        return np.asarray(hidden @ self.output + rows @ self.direct + self.constant, dtype=np.float64)

    def save(self, path: Path) -> None:
        """Write the arrays into a .npz file, without pickle."""
        arrays = {name: getattr(self, name) for name in self._fields if name != "names"}
        np.savez(path, names=np.array("\n".join(self.names)), **arrays)


@functools.cache
def read_network(path: Path) -> Network:
    """The network in a file."""
    with np.load(path) as data:
        names = tuple(str(data["names"]).split("\n"))
        return Network(names, *(data[name] for name in Network._fields[1:]))
