"""Write a page that is made from the code, or (`--check`) test whether it is current."""

from __future__ import annotations

import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parent


def put(name: str, text: str) -> None:
    """Write the page of this name in docs/; with `--check`, end the script with 1 where it says something else."""
    page = DOCS / name
    if "--check" not in sys.argv[1:]:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
        print(f"docs/{name}: {len(text.splitlines())} lines")
    elif not page.exists() or page.read_text(encoding="utf-8") != text:
        raise SystemExit(f"docs/{name} is out of date: python {sys.argv[0]} writes it again")
