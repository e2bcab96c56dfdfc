"""Keeps the memory of a worker within bounds, and gives back to the system what is free.

glibc keeps what the large tensors of one article leave free, and those of the next one, of other sizes, do not fit in;
oneDNN keeps a compiled kernel for each of the last thousand shapes of a product, and few shapes come again.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from functools import cache

# So many kernels are kept: 336 articles take as long as with a thousand, and 100 MB less.
KERNELS = "16"


def keep_few_kernels() -> None:
    """Bound what oneDNN keeps in this process, unless the user has; only before its first product."""
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", KERNELS)


def give_back() -> None:
    """Return what is free to the system, where the C library can; else do nothing."""
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    """`malloc_trim` of glibc, None elsewhere."""
    try:
        found: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    except (OSError, TypeError):
        return None
    return found
