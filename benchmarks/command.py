"""What every benchmark's command has in common: its options, and where its figures go."""

from __future__ import annotations

import argparse
from pathlib import Path

from articles import NEWS
from figures import Figures
from table import RESULTS, lines_of


def arguments(description: str | None, **counts: int) -> argparse.Namespace:
    """Return the options given: `--news`, `--out`, and a whole number for each of `counts`, with its default."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in counts.items():
        parser.add_argument(f"--{name}", type=int, default=default, metavar="N", help=f"without it, {default:,}")
    parser.add_argument("--news", type=Path, default=NEWS, metavar="FILE", help="news to make the articles of")
    parser.add_argument("--out", type=Path, default=RESULTS, metavar="FOLDER", help="folder for the figures")
    return parser.parse_args()


def finish(figures: Figures, folder: Path) -> None:
    """Write the figures and print their table."""
    figures.save(folder)
    print("\n".join(lines_of(figures)))
