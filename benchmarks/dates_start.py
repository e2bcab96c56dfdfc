"""What one call of `factcli dates` costs: seconds from start to end, seconds of processor, and the most memory held.

python benchmarks/dates_start.py ARTICLE.txt [--rounds 20]

For comparison the same is measured for a Python that does nothing.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path


def measured(command: Sequence[str], rounds: int) -> tuple[float, float, float, float]:
    """Return best and median seconds, best seconds of processor, and peak resident memory in MB (Linux)."""
    seconds, processor, memory = [], [], 0
    for _ in range(rounds):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - start)
        if status:
            raise SystemExit(f"{' '.join(command)}: ended with status {status}")
        processor.append(usage.ru_utime + usage.ru_stime)
        memory = max(memory, usage.ru_maxrss)
    return min(seconds), statistics.median(seconds), min(processor), memory / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    article = str(options.article)
    commands = {
        "python": [sys.executable, "-c", ""],
        "factcli dates": [sys.executable, "-m", "factcli", "dates", article],
        "... table": [sys.executable, "-m", "factcli", "dates", article, "--format", "table"],
        "... timeml": [sys.executable, "-m", "factcli", "dates", article, "--format", "timeml"],
    }
    print(f"{'':16}{'best, s':>10}{'median, s':>12}{'processor, s':>14}{'peak, MB':>10}")
    for name, command in commands.items():
        best, median, processor, memory = measured(command, options.rounds)
        print(f"{name:16}{best:10.3f}{median:12.3f}{processor:14.3f}{memory:10.1f}")


if __name__ == "__main__":
    main()
