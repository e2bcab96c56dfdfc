"""What one call of a command costs, from its start to its end: seconds and memory.

python benchmarks/start.py [--rounds 7] [--stored 20] [--out FOLDER]

Every call is a new process. The commands take turns; a first turn, which brings the files into memory, is not counted.
`timeline` reads a store that holds the seed article and STORED others.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from articles import NEWS, ROOT, write_articles
from command import arguments, finish
from figures import EXTRACT, HELP, IMPORTS, TIMELINE, VERSION, Command, Start
from gauges import factcli, run, say

SEED = ROOT / "seeds" / "putin-korea-utara.txt"


def measure(rounds: int = 7, stored: int = 20, news: Path = NEWS) -> Start:
    """Return what each command takes, round after round."""
    with tempfile.TemporaryDirectory() as name:
        store, others = str(Path(name, "facts.db")), str(write_articles(Path(name, "others.jsonl"), stored, news))
        say(f"start: saving {stored + 1} articles")
        run(factcli("extract", str(SEED), others, "--save", "--db", store))
        lines = {
            "python": [sys.executable, "-c", ""],
            IMPORTS: [sys.executable, "-c", IMPORTS],
            EXTRACT: factcli("extract", str(SEED)),
            TIMELINE: factcli("timeline", "--db", store),
            VERSION: factcli("--version"),
            HELP: factcli("--help"),
        }
        commands = {title: Command(title, [], 0.0) for title in lines}
        for number in range(rounds + 1):
            say(f"start: round {number} of {rounds}")
            for title, line in lines.items():
                ran = run(line)
                if number:
                    commands[title].rounds.append(ran.round)
                    commands[title].memory = max(commands[title].memory, ran.memory)
    return Start(list(commands.values()))


def main() -> None:
    """Measure, write the figures and print the table."""
    options = arguments(__doc__, rounds=7, stored=20)
    finish(measure(options.rounds, options.stored, options.news), options.out)


if __name__ == "__main__":
    main()
