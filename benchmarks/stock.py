"""Stanza's own Pipeline as a command, called article by article: the stock that factcli is measured against.

python benchmarks/stock.py ARTICLES.jsonl
"""

from __future__ import annotations

import sys
from pathlib import Path

import stanza
from articles import ROOT, read_texts


def stock_pipeline() -> stanza.Pipeline:
    """Return Stanza's own Pipeline, as its manual has it, with the very models that factcli has."""
    return stanza.Pipeline("id", dir=str(ROOT / "models"), download_method=None, use_gpu=False, logging_level="ERROR")


def main() -> None:
    """Work off all articles of a file."""
    pipeline = stock_pipeline()
    for text in read_texts(Path(sys.argv[1])):
        pipeline(text)


if __name__ == "__main__":
    main()
