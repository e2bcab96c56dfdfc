"""Stanza's own Pipeline as a command, called article by article: the stock that factcli is measured against.

git worktree add ../before 8391f1c      # the last version with models of Stanza's own for tags, trees and names
STOCK_MODELS=../before/models python benchmarks/stock.py ARTICLES.jsonl
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import stanza
from articles import read_texts


def stock_pipeline() -> stanza.Pipeline:
    """Return Stanza's own Pipeline, as its manual has it, with the models in $STOCK_MODELS."""
    folder = os.environ.get("STOCK_MODELS")
    if folder is None:
        sys.exit("stock: set STOCK_MODELS to a folder of Stanza's models, see benchmarks/stock.py")
    return stanza.Pipeline("id", dir=folder, download_method=None, use_gpu=False, logging_level="ERROR")


def main() -> None:
    """Work off all articles of a file."""
    pipeline = stock_pipeline()
    for text in read_texts(Path(sys.argv[1])):
        pipeline(text)


if __name__ == "__main__":
    main()
