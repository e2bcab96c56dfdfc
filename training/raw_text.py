"""Words and passages of the raw text in a data folder's `text/`."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.examples import Word

WORD = re.compile(r"\w+|[^\w\s]")
# As a treebank parts them: `10.000`, `orang-orang` are one word.
TREEBANK_WORD = re.compile(r"\w+(?:[-.,/]\w+)*|\S")
# A line of a corpus is a paragraph; so many make a passage, of so many words at most.
LINES, LONGEST = (1, 3, 6, 9), 380


def words_of(folder: Path) -> Iterator[str]:
    """Every word and punctuation mark of the raw text, as written."""
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                yield from WORD.findall(line)


def passages(files: Sequence[Path], draw: random.Random) -> Iterator[list[Word]]:
    """Passages of lines that follow each other in the files, drawn without end."""
    lines = [line for file in files for line in file.read_text(encoding="utf-8", errors="replace").splitlines()]
    while True:
        first = draw.randrange(len(lines))
        found = list(_words_of("\n".join(lines[first : first + draw.choice(LINES)])))[:LONGEST]
        if found:
            yield found


def _words_of(text: str) -> Iterator[Word]:
    last = -1
    for match in TREEBANK_WORD.finditer(text):
        yield Word(match.group(), glued=match.start() == last)
        last = match.end()
