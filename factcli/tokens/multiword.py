"""Tokens of several words -> their words (`kunjungannya` -> `kunjungan`, `nya`), with Stanza's trained splitter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from stanza.models.common.doc import Document

from factcli.tables import read_table
from factcli.tokens.bounded_cache import MOST, BoundedCache

ENDINGS = Path(__file__).with_name("data") / "endings.toml"


class WordSplitter:
    """Stanza's expander of multiword tokens (Qi and others 2020); `processor` is the loaded one."""

    def __init__(self, processor: Any, remembered: int = MOST) -> None:
        self.processor = processor
        self.remembered = BoundedCache(self._words_of, remembered)

    def __call__(self, tokens: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """The words of each of these tokens at least."""
        return self.remembered.of(tokens)

    def _words_of(self, tokens: list[str]) -> Iterator[tuple[str, ...]]:
        rows = [{"id": (n,), "text": token, "misc": "MWT=Yes"} for n, token in enumerate(tokens, start=1)]
        [sentence] = self.processor.process(Document([rows])).sentences
        for token in sentence.tokens:
            words = tuple(word.text for word in token.words)
            yield words if words and words[-1].casefold() in _endings() else (token.text,)


@cache
def _endings() -> frozenset[str]:
    return frozenset(read_table(ENDINGS)["words"])
