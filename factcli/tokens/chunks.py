"""Things in chunks of a size, for what reads many at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")
# So many articles are read together where nothing else is asked for; more gain nothing on a CPU.
BATCH = 32


def in_chunks(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """The things in their order, `size` together and the rest; nothing is taken before it is needed."""
    waiting = iter(things)
    while chunk := list(islice(waiting, size)):
        yield chunk
