"""Make the README's pictures from what the tool really prints: `python docs/make_pictures.py`.

Writes docs/timeline.svg.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import msgspec
from rich.console import CONSOLE_SVG_FORMAT, Console
from rich.text import Text

from factcli.formats.timeline_table import timeline_table
from factcli.pipeline import Pipeline
from factcli.reading import read_articles
from factcli.schema import Article
from factcli.timeline import merge_timeline

# Rich's picture asks a server for its font; ours asks nobody.
WITHOUT_FONTS = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "putin-korea-utara.txt"


def main() -> None:
    """Extract the seed article and draw the terminal with its timeline."""
    articles = [item for item in read_articles(SEED.read_bytes(), name=SEED.name) if isinstance(item, Article)]
    documents = list(Pipeline.load().extract(articles))
    console = Console(record=True, width=110, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ factcli timeline seeds/{SEED.name}\n", style="bold green"))
    console.print(timeline_table(merge_timeline(documents), documents))
    target = ROOT / "docs" / "timeline.svg"
    console.save_svg(str(target), title="factcli", code_format=WITHOUT_FONTS)
    print(f"{target}: {len(msgspec.json.encode(documents[0].timeline))} bytes of timeline drawn")


if __name__ == "__main__":
    main()
