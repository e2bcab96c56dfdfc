"""Fits `factcli/timeline/readable.json`: how well an entry's summary reads without its article.

    python -m training.readable FACTS [...]

FACTS is what `factcli extract` wrote of the articles of training/editors.py. The figure is five-fold, by articles.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from factcli.timeline.readable import PATH, features_of
from training.editors import UNREADABLE, judged
from training.merging import examples_of, fitted, joined, report, write

FOLDS = 5


def main(paths: Sequence[Path]) -> None:
    """Fit, report, write."""
    each = [
        examples_of([(features_of(account), not row.codes & UNREADABLE) for account, row in one.shown])
        for one in judged(paths)
    ]
    folds = np.random.default_rng(0).permutation(len(each)) % FOLDS
    for fold in range(FOLDS):
        others = joined(one for place, one in enumerate(each) if folds[place] != fold)
        rest = joined(one for place, one in enumerate(each) if folds[place] == fold)
        report(f"fold {fold + 1}, readable", fitted(others), rest)
    write(PATH, joined(each))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", type=Path, nargs="+", metavar="FACTS")
    main(parser.parse_args().facts)
