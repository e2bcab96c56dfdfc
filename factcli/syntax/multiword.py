"""Tokens of several words -> their words (`kunjungannya` -> `kunjungan`, `nya`), with Stanza's trained splitter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from stanza.models.common.doc import Document

# Some megabytes; when they are full they start anew.
REMEMBERED = 100_000


class WordSplitter:
    """Stanza's expander of multiword tokens (Qi and others 2020), which works out each token once."""

    def __init__(self, processor: Any, remembered: int = REMEMBERED) -> None:
        self.processor = processor
        self.remembered = remembered
        self.pieces: dict[str, tuple[str, ...]] = {}

    def __call__(self, tokens: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """The words of each of these tokens at least."""
        distinct = dict.fromkeys(tokens)
        new = [token for token in distinct if token not in self.pieces]
        if len(self.pieces) + len(new) > self.remembered:
            self.pieces.clear()
            new = list(distinct)
        if new:
            rows = [{"id": (n,), "text": token, "misc": "MWT=Yes"} for n, token in enumerate(new, start=1)]
            [sentence] = self.processor.process(Document([rows])).sentences
            split = (tuple(word.text for word in token.words) for token in sentence.tokens)
            self.pieces.update(zip(new, split, strict=True))
        return self.pieces
