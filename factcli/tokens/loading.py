"""Stanza's models read as what they are here: weights to look things up with, not to train on.

Stanza gives every model an optimizer, whose first use imports `torch._dynamo` (a second on its own), and reads
weights with torch's restricted unpickler, which is written in Python. Both are replaced while a pipeline is loaded.
"""

from __future__ import annotations

import functools
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import torch
from stanza.models.common import utils

# Everything that the pickles of a Stanza model name, and nothing that could act: dictionaries, tensors, bytes.
# Storages are named too, but torch reads those itself.
ALLOWED = {("collections", "OrderedDict"), ("torch._utils", "_rebuild_tensor_v2"), ("_codecs", "encode")}


class RestrictedUnpickler(pickle.Unpickler):
    """The C unpickler, made to refuse whatever is not in `ALLOWED`, as Python's manual shows."""

    def find_class(self, module: str, name: str) -> Any:
        """The class or function that a pickle names; raises UnpicklingError for all but the allowed."""
        if (module, name) not in ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in a model")
        return super().find_class(module, name)


def _load(file: Any, **options: Any) -> Any:
    return RestrictedUnpickler(file, **options).load()


RESTRICTED = SimpleNamespace(Unpickler=RestrictedUnpickler, load=_load, __name__=__name__)


class IdleOptimizer(torch.optim.Optimizer):
    """An optimizer of nothing, for the learning-rate scheduler that Stanza's parser insists on."""

    def __init__(self) -> None:
        # Not Optimizer's own, which is what imports torch._dynamo.
        self.param_groups = [{"params": [], "lr": 0.0}]
        self.defaults = {}

    def step(self, closure: Any = None) -> None:  # type: ignore[override]
        """Nothing to do."""


def _idle(*_arguments: Any, **_options: Any) -> IdleOptimizer:
    return IdleOptimizer()


@contextmanager
def weights_only() -> Iterator[None]:
    """While it lasts, Stanza gives its models an idle optimizer and reads them with RestrictedUnpickler."""
    load, optimizer = torch.load, utils.dispatch_optimizer
    torch.load = _restricted(load)
    utils.dispatch_optimizer = _idle
    try:
        yield
    finally:
        torch.load, utils.dispatch_optimizer = load, optimizer


def _restricted(load: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(load)
    def restricted(file: Any, map_location: Any = None, **_options: Any) -> Any:
        return load(file, map_location=map_location, pickle_module=RESTRICTED, weights_only=False)

    return restricted
