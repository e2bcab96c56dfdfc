"""Raw text -> training lines for word vectors: lower-cased UD-like tokens, one paragraph a line."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

TEXTS = (
    "news.txt",
    "news2.txt",
    "headlines.txt",
    "wiki.txt",
    "wiki2.txt",
    "parallel.txt",
    "academic.txt",
    "other2.txt",
    "misc_econ_reports.txt",
)
_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|\w+(?:[-'’]\w+)*|[^\w\s]")
_CLITIC = re.compile(r"^(\w{3,})(nya|lah|pun)$")


def read_tokens(folder: Path) -> Iterator[list[str]]:
    """Yield the lower-cased tokens of every paragraph of the raw text in `folder`."""
    for name in TEXTS:
        with (folder / name).open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                tokens = _TOKEN.findall(line.lower())
                if len(tokens) > 2:
                    yield tokens


def split_clitics(tokens: list[str], stems: Counter[str], draw: random.Random) -> list[str]:
    """Split `-nya`, `-lah`, `-pun` off half of the words that carry them.

    The parser sees words (`kunjungan` `nya`), the entity tagger sees tokens (`kunjungannya`);
    one set of vectors serves both only when it has met both spellings.
    """
    words: list[str] = []
    for token in tokens:
        match = _CLITIC.match(token)
        if match and stems[match[1]] > stems[token] and draw.random() < 0.5:
            words += [match[1], match[2]]
        else:
            words.append(token)
    return words


def write_corpus(folder: Path, target: Path, seed: int = 20) -> Counter[str]:
    """Write the corpus to `target` and return how often each word stands in it."""
    counts: Counter[str] = Counter()
    for tokens in read_tokens(folder):
        counts.update(tokens)
    draw = random.Random(seed)
    written: Counter[str] = Counter()
    with target.open("w", encoding="utf-8") as out:
        for tokens in read_tokens(folder):
            words = split_clitics(tokens, counts, draw)
            written.update(words)
            out.write(" ".join(words) + "\n")
    return written
