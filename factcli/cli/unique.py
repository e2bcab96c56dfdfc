"""Unique names: `pasar`, `pasar-2`, `pasar-3`."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator


class UniqueNames:
    """Makes names unique; two that `key` makes equal count as one name. Time is linear in the number of names."""

    def __init__(self, key: Callable[[str], str] = str) -> None:
        self._key = key
        self._taken: set[str] = set()
        self._numbers: dict[str, Iterator[int]] = {}

    def take(self, wanted: str) -> str:
        """Return the name wanted, or, where it is taken, that name with the first number that is free."""
        name = wanted
        while self._key(name) in self._taken:
            # The count goes on where the last one of this name left it: an archive may hold thousands of one name.
            name = f"{wanted}-{next(self._numbers.setdefault(self._key(wanted), itertools.count(2)))}"
        self._taken.add(self._key(name))
        return name
