"""Make the pictures from what the tool really prints: `python docs/make_pictures.py`.

Writes docs/timeline.svg, the terminal, and, where Chromium is installed, docs/report.png, the HTML report.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich import console
from rich.text import Text

from factcli.formats.report.page import timeline_report
from factcli.formats.timeline_table import timeline_table
from factcli.pipeline import Pipeline
from factcli.reading import read_articles
from factcli.schema import Article, Facts, TimelineEntry
from factcli.timeline import merge_timeline

# Rich's picture asks a server for its font; ours asks nobody.
WITHOUT_FONTS = re.sub(r"@font-face \{\{.*?\}\}", "", console.CONSOLE_SVG_FORMAT, flags=re.DOTALL)
DOCS = Path(__file__).resolve().parent
SEED = DOCS.parent / "seeds" / "putin-korea-utara.txt"
CHROMIUM = (
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--hide-scrollbars", "--window-size=1000,940"),
)


def main() -> None:
    """Extract the seed article and draw its timeline in the terminal and in the report."""
    articles = [item for item in read_articles(SEED.read_bytes(), name=SEED.name) if isinstance(item, Article)]
    documents = [facts for facts in Pipeline.load().extract(articles) if isinstance(facts, Facts)]
    entries = merge_timeline(documents)
    draw_terminal(entries, documents, DOCS / "timeline.svg")
    if shutil.which(CHROMIUM[0]):
        draw_report(entries, documents, DOCS / "report.png")
    else:
        print("docs/report.png: left as it is, Chromium is not installed")


def draw_terminal(entries: Sequence[TimelineEntry], documents: Sequence[Facts], picture: Path) -> None:
    """Draw the terminal after `factcli timeline`."""
    terminal = console.Console(record=True, width=110, file=io.StringIO(), force_terminal=True)
    terminal.print(Text(f"$ factcli timeline seeds/{SEED.name}\n", style="bold green"))
    terminal.print(timeline_table(entries, documents))
    terminal.save_svg(str(picture), title="factcli", code_format=WITHOUT_FONTS)
    print(f"docs/{picture.name}: {picture.stat().st_size} bytes")


def draw_report(entries: Sequence[TimelineEntry], documents: Sequence[Facts], picture: Path) -> None:
    """Photograph the top of the report in headless Chromium."""
    with tempfile.TemporaryDirectory() as scratch:
        page = Path(scratch, "report.html")
        page.write_text(timeline_report(entries, documents), encoding="utf-8")
        command = [*CHROMIUM, f"--user-data-dir={scratch}/profile", f"--screenshot={picture}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    print(f"docs/{picture.name}: {picture.stat().st_size} bytes")


if __name__ == "__main__":
    main()
