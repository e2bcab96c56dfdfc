"""The words of the labels: one file a language (`indonesian.toml`, `english.toml`), all with the same keys.

Months are spelled as in the Unicode CLDR. Babel, which has them, takes longer to load than a table takes to print, so
a test compares the two instead.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factcli.formats.languages import Language, language
from factcli.tables import read_table


def words(chosen: Language | None = None) -> dict[str, Any]:
    """Return the table of words of a language; by default of the one that `use_language` has set."""
    return read_table(Path(__file__).with_name(f"{(chosen or language()).name.lower()}.toml"))
