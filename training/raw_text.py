"""Words of the raw text in a data folder's `text/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

WORD = re.compile(r"\w+|[^\w\s]")


def words_of(folder: Path) -> Iterator[str]:
    """Every word and punctuation mark of the raw text, as written."""
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                yield from WORD.findall(line)
