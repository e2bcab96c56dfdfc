"""Every benchmark of speed, memory and growth, one after the other; then the tables and the picture.

python benchmarks/all.py [--short] [--only NAME…] [--out FOLDER] [--readme]

It takes about a quarter of an hour on two cores with nothing else running. `--short` tries whether everything works,
in three minutes; its figures mean nothing. Every benchmark writes its figures into FOLDER when it is done, and `--only`
measures some of them again; the tables and the picture are made of all that lie there. `--readme` also puts them
into benchmarks/README.md and benchmarks/speed.svg.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import length
import number
import start
import throughput
import workers
from articles import NEWS, ROOT
from figures import Figures, Machine
from gauges import say
from picture import picture
from table import RESULTS, report

README = ROOT / "benchmarks" / "README.md"
PICTURE = ROOT / "benchmarks" / "speed.svg"
BEGIN, END = "<!-- made by all.py: begin -->", "<!-- made by all.py: end -->"
# More than this before the first benchmark, and the machine was not idle.
BUSY = 0.5
# In this order; the long ones last.
BENCHMARKS: dict[str, Callable[[Path], Figures]] = {
    "start": lambda news: start.measure(news=news),
    "throughput": lambda news: throughput.measure(news=news),
    "workers": lambda news: workers.measure(news=news),
    "length": lambda news: length.measure(news=news),
    "number": lambda news: number.measure(news=news),
}
SHORT: dict[str, Callable[[Path], Figures]] = {
    "start": lambda news: start.measure(rounds=1, stored=2, news=news),
    "throughput": lambda news: throughput.measure(articles=2, rounds=2, news=news),
    "workers": lambda news: workers.measure(articles=32, rounds=1, news=news),
    "length": lambda news: length.measure(longest=10_000, news=news),
    "number": lambda news: number.measure(articles=50, news=news),
}


def machine() -> Machine:
    """Return what this machine is, and how busy."""
    described = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in described if line.startswith("model name")]
    packages = {name: version(name) for name in ("stanza", "torch", "spacy")}
    return Machine(
        day=time.strftime("%Y-%m-%d"),
        processor=names[0] if names else platform.machine(),
        cores=len(os.sched_getaffinity(0)),
        load_average=os.getloadavg()[0],
        versions={"Python": platform.python_version(), **packages},
    )


def put_into_readme(text: str) -> None:
    """Put the tables between the marks in the README."""
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{after}", encoding="utf-8")


def main() -> None:
    """Measure what is asked for, then make the tables and the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="small counts, to see that all works")
    parser.add_argument("--only", nargs="+", choices=BENCHMARKS, metavar="NAME", help=f"of {', '.join(BENCHMARKS)}")
    parser.add_argument("--news", type=Path, default=NEWS, metavar="FILE", help="news to make the articles of")
    parser.add_argument("--out", type=Path, default=RESULTS, metavar="FOLDER", help="folder for the figures")
    parser.add_argument("--readme", action="store_true", help="put tables and picture into the README")
    options = parser.parse_args()
    if options.short and options.readme:
        parser.error("--short measures nothing that belongs into the README")
    began = time.monotonic()
    here = machine()
    here.save(options.out)
    if here.load_average > BUSY:
        say(f"load average {here.load_average:.1f}: something else is running, the figures will mean little")
    failed = []
    for name, measure in (SHORT if options.short else BENCHMARKS).items():
        if options.only and name not in options.only:
            continue
        # Else the figures of another day would stand among those of today.
        Path(options.out, f"{name}.json").unlink(missing_ok=True)
        try:
            measure(options.news).save(options.out)
        except SystemExit as error:
            say(f"{name}: failed, left out: {error}")
            failed.append(name)
    tables, drawn = "\n".join(report(options.out)), picture(options.out)
    (options.out / "tables.md").write_text(tables, encoding="utf-8")
    (options.out / "speed.svg").write_text(drawn, encoding="utf-8")
    if options.readme:
        put_into_readme(f"{tables}\n![The same figures as a picture]({PICTURE.name})")
        PICTURE.write_text(drawn, encoding="utf-8")
    print(tables)
    say(f"done in {(time.monotonic() - began) / 60:.0f} minutes; tables and picture: {options.out}")
    if failed:
        raise SystemExit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
