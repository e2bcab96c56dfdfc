"""The words of the labels: one file a language (`indonesian.toml`, `english.toml`), all with the same keys.

Months are spelled as in the Unicode CLDR. Babel, which has them, takes longer to load than a table takes to print, so
a test compares the two instead.
"""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any

from factcli.formats.languages import Language, language


def words(chosen: Language | None = None) -> dict[str, Any]:
    """Return the table of words of a language; by default of the one that `use_language` has set."""
    return _table(chosen or language())


@functools.cache
def _table(chosen: Language) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(f"{chosen.name.lower()}.toml").read_text(encoding="utf-8"))
