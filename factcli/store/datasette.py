"""The metadata with which Datasette shows a store (`datasette.yaml`)."""

from __future__ import annotations

from pathlib import Path

_PLACEHOLDER = "DATABASE"


def metadata(database: str) -> str:
    """Return Datasette's metadata (YAML, for `datasette -m`) for a store in a file of this name, without its ending."""
    text = Path(__file__).with_name("datasette.yaml").read_text(encoding="utf-8")
    quoted = "'" + database.replace("'", "''") + "'"
    return text.replace(_PLACEHOLDER, quoted)
