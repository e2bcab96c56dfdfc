"""What is worked out once and remembered, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
# Ten megabytes of words, or those of some thousands of articles.
MOST = 100_000


class BoundedCache(Generic[Key, Value]):
    """Keys and their values; `work_out` gives the values of new keys, each in order.

    When there are more than `most`, all are forgotten but those that are asked for.
    """

    def __init__(self, work_out: Callable[[list[Key]], Iterable[Value]], most: int = MOST) -> None:
        self.work_out = work_out
        self.most = most
        self.values: dict[Key, Value] = {}

    def of(self, keys: Iterable[Key]) -> Mapping[Key, Value]:
        """The values of these keys at least."""
        distinct = dict.fromkeys(keys)
        new = [key for key in distinct if key not in self.values]
        if len(self.values) + len(new) > self.most:
            self.values.clear()
            new = list(distinct)
        if new:
            self.values.update(zip(new, self.work_out(new), strict=True))
        return self.values
